import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SocialNetwork } from '../../../../core/api/files.ts'
import { countForX } from '../../../../core/export/social/count-for-x.ts'
import { cutText } from '../../../../core/export/social/cut-text.ts'
import { hashtags } from '../../../../core/export/social/hashtags.ts'
import { socialTexts } from '../../../../core/export/social/social-texts.ts'
import type { ArticleFields } from '../../../../core/model/fields.ts'
import type { LanguageCode } from '../../../../core/model/language-code.ts'
import { article, fullArticle, p } from '../story.ts'

describe('X counts', () => {
  test.each([
    ['Autumn rain', 11],
    ['أمطار الخريف', 12],
    ['بارانی پاییز', 12],
    ['می\u200cشود', 6],
    ['日本', 4],
    ['…', 2],
    ['«»', 2],
    ['👍', 2],
    ['👍🏽', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
    ['🇮🇶🇰🇷', 4],
    ['1️⃣', 2],
    ['©', 1],
    ['™', 2],
    ['see https://example.org/a/very/long/address/that/goes/on?and=on#end now', 4 + 23 + 4],
    ['rudaw.net', 23],
    ['e.g. 3.5 million', 16],
    ['e\u0301', 1],
    ['', 0],
  ])('%s as %i', (text, count) => {
    expect(countForX(text)).toBe(count)
  })
})

describe('hashtags', () => {
  test.each([
    ['مجلس النواب', '#مجلس_النواب'],
    ['هەرێمی کوردستان', '#هەرێمی_کوردستان'],
    ['می\u200cشود', '#می_شود'],
    ['دەبێت\u200cو', '#دەبێت_و'],
    ['کوردە\u200cکان', '#کوردەکان'],
    ['climate change', '#ClimateChange'],
    ['NATO', '#NATO'],
    ["Iraq's parliament", '#IraqsParliament'],
    ['Al-Sudani', '#AlSudani'],
    ['مُحَمَّد', '#محمد'],
    ['كـــــتاب', '#كتاب'],
    ['צה״ל', '#צהל'],
    ['شركة Apple', '#شركة_Apple'],
    ['\u2067BBC\u2069', '#BBC'],
    ['COVID-19', '#COVID19'],
  ])('%s is %s', (keyword, tag) => {
    expect(hashtags([keyword], 5)).toEqual([tag])
  })
  test('a number or a sign is none, the same one comes once, and no more than asked for', () => {
    expect(hashtags(['2024', '!!!', '', 'Iraq', 'IRAQ', 'Erbil', 'Mosul'], 2)).toEqual(['#Iraq', '#Erbil'])
  })
})

describe('a text that is too long', () => {
  const within = (most: number) => (text: string) => text.length <= most
  test('ends with a sentence where most of it is whole sentences', () => {
    expect(cutText('One is here. Two is there. Three is far away.', 'en', within(30))).toBe(
      'One is here. Two is there.',
    )
    expect(cutText('بدأ العمل اليوم. انتهى أمس؟ لا أحد يعرف متى ينتهي.', 'ar', within(30))).toBe(
      'بدأ العمل اليوم. انتهى أمس؟',
    )
  })
  test('else with a word, and says that there is more', () => {
    expect(cutText('Cabinet approves fifty million dollars, to rebuild', 'en', within(40))).toBe(
      'Cabinet approves fifty million dollars…',
    )
  })
  test('else with a letter: no emoji, mark or joiner is torn', () => {
    expect(cutText('مُحَمَّدٌ', 'ar', within(5))).toBe('مُحَ…')
    expect(cutText('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 'en', within(13))).toBe('👨‍👩‍👧‍👦…')
  })
  test('is never longer than it may be, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 0, max: 60 }),
        (text, most) => {
          expect(cutText(text, 'ar', within(most)).length).toBeLessThanOrEqual(most)
        },
      ),
    )
  })
})

const summary =
  'بدأت في الموصل أول عبّارة تعمل بالطاقة الشمسية رحلاتها بين ضفتي دجلة، وتقطع النهر في سبع دقائق.'
const fields: Partial<ArticleFields> = {
  headline: 'عبّارة شمسية تربط ضفتي دجلة',
  summary,
  canonicalUrl: 'https://example.org/news/1',
  keywords: ['الموصل', 'نهر دجلة', 'الطاقة الشمسية', 'العراق'],
}
const textOf = (
  network: SocialNetwork,
  language: LanguageCode,
  own: Partial<ArticleFields>,
  ...story: string[]
) => {
  const found = socialTexts(article(language, own, ...story.map((each) => p(each)))).find(
    (each) => each.network === network,
  )
  if (!found) throw new Error(`no text for ${network}`)
  return found
}

describe('the text', () => {
  test('for X has headline, lead, link and at most three tags, within what X counts', () => {
    const { text, count, most, isCut } = textOf('x', 'ar', fields)
    expect(text).toBe(
      `${fields.headline}\n\n${summary}\n\nhttps://example.org/news/1\n#الموصل #نهر_دجلة #الطاقة_الشمسية`,
    )
    expect(count).toBe(countForX(text))
    expect([count <= most, isCut]).toEqual([true, false])
  })
  test('for X goes without the lead, then without tags, before a word of the headline goes', () => {
    const headline = 'كلمة '.repeat(46).trim()
    const { text, isCut } = textOf('x', 'ar', { ...fields, headline })
    expect(text).toBe(`${headline}\n\nhttps://example.org/news/1\n#الموصل #نهر_دجلة`)
    expect(isCut).toBe(false)
    const cut = textOf('x', 'ar', { ...fields, headline: 'كلمة '.repeat(80).trim() })
    expect(cut.isCut).toBe(true)
    expect(cut.text).toMatch(/^(?:كلمة )+كلمة…\n\nhttps:\/\/example\.org\/news\/1$/)
    expect(cut.count).toBeLessThanOrEqual(280)
  })
  test('for Telegram has the story, under a picture the lead; both as HTML too, counted as they are seen', () => {
    const long = 'The water rose & fell <again>. '.repeat(300).trim()
    const message = textOf('telegram', 'en', { ...fields, headline: 'Rain & wind' }, 'First.', long)
    expect(message.html).toMatch(
      /^<b>Rain &amp; wind<\/b>\n\nFirst\.\n\nThe water rose &amp; fell &lt;again&gt;\./,
    )
    expect(message.count).toBe(message.text.length)
    expect(message.count).toBeLessThanOrEqual(4096)
    expect(message.count).toBeGreaterThan(3900)
    expect(message.isCut).toBe(true)
    expect(textOf('telegramCaption', 'ar', fields).most).toBe(1024)
    expect(textOf('telegramCaption', 'ar', fields).text).toContain(summary)
  })
  test('for WhatsApp has its headline bold, unless there is such a mark in it', () => {
    expect(textOf('whatsapp', 'ar', fields).text.split('\n')[0]).toBe(`*${fields.headline}*`)
    expect(textOf('whatsapp', 'en', { headline: 'Five * two' }).text.split('\n')[0]).toBe('Five * two')
  })
  test('has the lead once: not the headline again, and the first paragraph where there is no summary', () => {
    expect(textOf('facebook', 'en', { headline: 'Rain' }, 'Rain').text).toBe('Rain')
    expect(textOf('facebook', 'en', { headline: 'Rain' }, 'It rained.', 'More.').text).toBe(
      'Rain\n\nIt rained.',
    )
  })
  test('has a mark of direction only where a line begins in the other one', () => {
    const lines = textOf('facebook', 'ar', {
      headline: 'BBC: قال الوزير',
      summary: 'قال',
      canonicalUrl: 'https://a.example/b',
      keywords: ['BBC', 'العراق'],
    }).text.split('\n')
    expect(lines).toEqual([
      '\u200fBBC: قال الوزير',
      '',
      'قال',
      '',
      'https://a.example/b',
      '\u200f#BBC #العراق',
    ])
    expect(textOf('facebook', 'en', { headline: 'صفاء says no' }).text).toBe('\u200eصفاء says no')
    expect(textOf('facebook', 'kmr', { headline: 'Barana payîzê' }).text).toBe('Barana payîzê')
  })
  test('has no address that leads elsewhere', () => {
    expect(textOf('facebook', 'en', { headline: 'Rain', canonicalUrl: 'javascript:alert(1)' }).text).toBe(
      'Rain',
    )
  })
  test.each<LanguageCode>(['ar', 'ckb', 'kmr', 'fa', 'he', 'ur', 'en'])(
    'of a full article in %s keeps to every limit, and says no note',
    (language) => {
      for (const { text, count, most, html } of socialTexts(fullArticle(language))) {
        expect(count).toBeLessThanOrEqual(most)
        expect(text + html).not.toContain('SECRET-DESK-NOTE')
      }
    },
  )
  test('keeps to every limit whatever its parts are', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 600 })
    fc.assert(
      fc.property(any, any, fc.array(any, { maxLength: 5 }), (headline, lead, keywords) => {
        for (const each of socialTexts(
          article('ar', { headline, summary: lead, keywords, canonicalUrl: 'https://example.org/' }),
        )) {
          expect(each.count).toBeLessThanOrEqual(each.most)
        }
      }),
      { numRuns: 60 },
    )
  })
})
