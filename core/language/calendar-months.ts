import type { LanguageCode } from '../model/language-code.ts'

type Names = readonly string[]
const names = (list: string): Names => list.split(' · ')

// CLDR 48 (islamic), but for: ckb, which CLDR leaves in English: the names on which the public Hijri calendars in Sorani
// mostly agree; kmr, ʿ of CLDR's transliteration left out (rebîʿulewel), as Kurmanji is written; ur, CLDR's "ر بیع" joined.
const hijri: Readonly<Record<LanguageCode, Names>> = {
  ar: names(
    'محرم · صفر · ربيع الأول · ربيع الآخر · جمادى الأولى · جمادى الآخرة · رجب · شعبان · رمضان · شوال · ذو القعدة · ذو الحجة',
  ),
  ckb: names(
    'موحەڕەم · سەفەر · ڕەبیعی یەکەم · ڕەبیعی دووەم · جومادی یەکەم · جومادی دووەم · ڕەجەب · شەعبان · ڕەمەزان · شەوال · زولقەعدە · زولحیججە',
  ),
  kmr: names(
    'muherem · sefer · rebîulewel · rebîulaxer · cemazîyelewel · cemazîyelaxer · receb · şeban · remezan · şewal · zîlqede · zilhece',
  ),
  fa: names(
    'محرم · صفر · ربیع\u200cالاول · ربیع\u200cالثانی · جمادی\u200cالاول · جمادی\u200cالثانی · رجب · شعبان · رمضان · شوال · ذیقعده · ذیحجه',
  ),
  he: names(
    'מוחרם · צפר · רביע אל־אוול · רביע א־ת׳אני · ג׳ומאדא אל־אולא · ג׳ומאדא א־ת׳אניה · רג׳ב · שעבאן · רמדאן · שוואל · ד׳ו אל־קעדה · ד׳ו אל־חיג׳ה',
  ),
  ur: names(
    'محرم · صفر · ربیع الاول · ربیع الثانی · جمادی الاول · جمادی الثانی · رجب · شعبان · رمضان · شوال · ذوالقعدۃ · ذوالحجۃ',
  ),
  en: names(
    'Muharram · Safar · Rabiʻ I · Rabiʻ II · Jumada I · Jumada II · Rajab · Shaʻban · Ramadan · Shawwal · Dhuʻl-Qiʻdah · Dhuʻl-Hijjah',
  ),
}

// CLDR 48 `ckb-IR`, where these are the months of the Persian calendar; the Kurdish calendar's in Iraq (rtl.md 5.1).
const kurdishInArabicLetters = names(
  'خاکەلێوە · گوڵان · جۆزەردان · پووشپەڕ · گەلاوێژ · خەرمانان · ڕەزبەر · گەڵاڕێزان · سەرماوەز · بەفرانبار · ڕێبەندان · ڕەشەمە',
)
// The same in Kurdish Latin letters, as public Kurdish calendars have them.
const kurdishInLatinLetters = names(
  'Xakelêwe · Gulan · Cozerdan · Pûşper · Gelawêj · Xermanan · Rezber · Gelarêzan · Sermawez · Befranbar · Rêbendan · Reşeme',
)
const persianInLatinLetters = names(
  'Farvardin · Ordibehesht · Khordad · Tir · Mordad · Shahrivar · Mehr · Aban · Azar · Dey · Bahman · Esfand',
)

// CLDR 48 (persian), but for ar and ur, where CLDR has what no newspaper writes (أذربيهشت, آرڈبائش): there the Persian
// names in their own letters. For kmr we found no source: CLDR's transliteration stands.
const persian: Readonly<Record<LanguageCode, Names>> = {
  ar: names('فروردين · أرديبهشت · خرداد · تير · مرداد · شهريور · مهر · آبان · آذر · دي · بهمن · إسفند'),
  ckb: kurdishInArabicLetters,
  kmr: persianInLatinLetters,
  fa: names('فروردین · اردیبهشت · خرداد · تیر · مرداد · شهریور · مهر · آبان · آذر · دی · بهمن · اسفند'),
  he: names('פרורדין · ארדיבהשת · ח׳רדאד · תיר · מרדאד · שהריור · מהר · אבאן · אד׳ר · די · בהמן · אספנד'),
  ur: names('فروردین · اردیبہشت · خرداد · تیر · مرداد · شہریور · مہر · آبان · آذر · دی · بہمن · اسفند'),
  en: persianInLatinLetters,
}

// No other language has names of its own for them: neighbours in Arabic letters take the Sorani spelling, others the Latin.
const kurdish: Readonly<Record<LanguageCode, Names>> = {
  ar: kurdishInArabicLetters,
  ckb: kurdishInArabicLetters,
  kmr: kurdishInLatinLetters,
  fa: kurdishInArabicLetters,
  he: kurdishInLatinLetters,
  ur: kurdishInArabicLetters,
  en: kurdishInLatinLetters,
}

const months = { 'islamic-umalqura': hijri, persian, kurdish }

/** The twelve months of a calendar, the year's first month first, as a date in that language has them. */
export function calendarMonths(calendar: keyof typeof months, code: LanguageCode): Names {
  return months[calendar][code]
}

// CLDR 48, but for ckb and kmr, whose "ی کۆچی" and "a hicrî" are how the two name the year in a sentence.
const hijriEras: Readonly<Record<LanguageCode, string>> = {
  ar: ' هـ',
  ckb: 'ی کۆچی',
  kmr: ' a hicrî',
  fa: ' ه\u200d.ق.',
  he: ' הג׳רה',
  ur: ' ہجری',
  en: ' AH',
}

/** What follows the year of a Hijri date, with its space or its ending. */
export function hijriEra(code: LanguageCode): string {
  return hijriEras[code]
}
