import type { LanguageCode } from '../../../core/model/language-code.ts'

/**
 * A line of a story in each language of articles, as a specimen of its face: the letters that a bad face lacks are in
 * it (ڕ ڵ ێ ۆ, پ چ ژ گ, ş ç î ê û). `{` and `}` stand where the house's quotation marks go.
 */
export const sampleLines: Readonly<Record<LanguageCode, string>> = {
  ar: 'قال الصيّاد: {عاد الماء إلى البحيرة}، وعادت معه القوارب.',
  ckb: 'ماسیگرەکە گوتی: {ئاو گەڕایەوە دەریاچەکە}، پێش ئەوەی گوڵ بکرێتەوە و کۆتر بفڕێت.',
  kmr: 'Masîgir got: {Av vegeriya golê}, û keştî jî pê re çûn û hatin.',
  fa: 'ماهیگیر گفت: {آب به دریاچه بازگشت} و قایق‌ها، پس از ژاله، چرخی زدند.',
  he: 'הדייג אמר: {המים חזרו לאגם}, והסירות חזרו איתם.',
  ur: 'ماہی گیر نے کہا: {جھیل میں پانی لوٹ آیا}، اور کشتیاں بھی چل پڑیں۔',
  en: '{The water is back in the lake,} said the fisherman, and the boats came back with it.',
}
