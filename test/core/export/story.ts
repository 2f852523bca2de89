import type { Article } from '../../../core/model/article.ts'
import type {
  Block,
  Embed,
  EmbedAttrs,
  Gallery,
  Inline,
  Mark,
  Paragraph,
  PictureAttrs,
} from '../../../core/model/body.ts'
import { emptyFields, type ArticleFields } from '../../../core/model/fields.ts'
import { directionOf } from '../../../core/language/direction.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { ExportAssets } from '../../../core/export/format.ts'
import { asked, at, factBox, fn, questions, source, sources, timeline } from '../../support/story.ts'

type Words = string | Inline
export const t = (text: string, ...marks: Mark[]): Inline =>
  marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
const inline = (words: Words[]): Inline[] => words.map((each) => (typeof each === 'string' ? t(each) : each))
export const p = (...words: Words[]): Paragraph =>
  words.length > 0 ? { type: 'paragraph', content: inline(words) } : { type: 'paragraph' }
export const h = (level: 2 | 3 | 4, ...words: Words[]): Block => ({
  type: 'heading',
  attrs: { level },
  content: inline(words),
})
export const br: Inline = { type: 'hardBreak' }
export const b = (text: string): Inline => t(text, { type: 'bold' })
export const i = (text: string): Inline => t(text, { type: 'italic' })
export const a = (text: string, href: string): Inline => t(text, { type: 'link', attrs: { href } })
export const bdi = (text: string, dir?: 'rtl' | 'ltr'): Inline =>
  t(text, dir ? { type: 'bdi', attrs: { dir } } : { type: 'bdi' })
export const ul = (...items: Block[][]): Block => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
})
export const ol = (start: number | undefined, ...items: Block[][]): Block => ({
  type: 'orderedList',
  ...(start !== undefined && { attrs: { start } }),
  content: items.map((content) => ({ type: 'listItem', content })),
})

export const gallery = (attrs: Gallery['attrs'], ...pictures: PictureAttrs[]): Gallery => ({
  type: 'gallery',
  ...(attrs && { attrs }),
  content: pictures.map((picture) => ({ type: 'image', attrs: picture })),
})

export const embed = (attrs: Partial<EmbedAttrs>): Embed => ({
  type: 'embed',
  attrs: { url: 'https://youtu.be/x?a=1&b=2', title: '', site: '', media: null, alt: '', ...attrs },
})

export const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
export const media = `${'a'.repeat(64)}.png`

/** An article with this story; everything that is not named is empty. */
export function article(
  language: LanguageCode,
  fields: Partial<ArticleFields>,
  ...content: Block[]
): Article {
  return {
    schemaVersion: 1,
    id: '01HXAMPLE00000000000000000'.replaceAll(/[ILOU]/g, '0'),
    revision: 3,
    language,
    status: 'published',
    createdAt: '2024-05-08T09:00:00Z',
    updatedAt: '2024-05-08T10:30:00Z',
    fields: { ...emptyFields(), ...fields },
    body: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
  }
}

/** Any picture is one pixel; no fonts. */
export const onePixel: ExportAssets = {
  picture: async () => ({ bytes: png, mime: 'image/png' }),
  font: async () => [],
  // What it looks like is for the tests of printing.
  print: async () => new TextEncoder().encode('%PDF-1.7\n%%EOF\n'),
}
export const nothing: ExportAssets = { picture: async () => undefined, font: async () => [] }

const words: Record<LanguageCode, { headline: string; sentence: string; name: string }> = {
  ar: {
    headline: 'أمطار الخريف ترفع منسوب البحيرة',
    sentence:
      'ارتفع منسوب المياه مترًا ونصف المتر بحسب شركة Rivermark Systems خلال أسبوع، والرقم +964 750 000 1234 مفتوح.',
    name: 'سارة الجاف',
  },
  ckb: {
    headline: 'بارانی پاییز ئاستی دەریاچەکەی بەرز کردەوە',
    sentence:
      'ئاستی ئاو بەپێی کۆمپانیای Rivermark Systems مەترێک و نیو بەرز بووەوە، ژمارەی +964 750 000 1234 کراوەیە.',
    name: 'سارا جاف',
  },
  kmr: {
    headline: 'Barana payîzê asta golê bilind kir',
    sentence: 'Asta avê di heft rojan de mêtr û nîvek bilind bû, şîrketa صفاء ragihand.',
    name: 'Sara Caf',
  },
  fa: {
    headline: 'باران پاییزی سطح دریاچه را بالا برد',
    sentence:
      'سطح آب به گفتهٔ شرکت Rivermark Systems در یک هفته یک و نیم متر بالا آمد؛ شمارهٔ ‎+964 750 000 1234 باز است.',
    name: 'سارا جاف',
  },
  he: {
    headline: 'גשמי הסתיו העלו את מפלס האגם',
    sentence: 'מפלס המים עלה לדברי חברת Rivermark Systems במטר וחצי בשבוע; המספר +964 750 000 1234 פתוח.',
    name: 'שרה ג׳אף',
  },
  ur: {
    headline: 'خزاں کی بارش سے جھیل کی سطح بلند',
    sentence:
      'کمپنی Rivermark Systems کے مطابق ایک ہفتے میں پانی کی سطح ڈیڑھ میٹر بڑھ گئی، نمبر +964 750 000 1234 کھلا ہے۔',
    name: 'سارہ جاف',
  },
  en: {
    headline: 'Autumn rain lifts the lake',
    sentence: 'The water rose a metre and a half in a week, the firm صفاء said; call +964 750 000 1234.',
    name: 'Sara Jaf',
  },
}

/** An article with every field, every node and every mark in a language. */
export function fullArticle(language: LanguageCode): Article {
  const { headline, sentence, name } = words[language]
  const opposite = directionOf(language) === 'rtl' ? 'ltr' : 'rtl'
  const picture = { media, alt: headline, caption: sentence, credit: name, width: 1, height: 1 }
  const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]) => ({
    type: 'tableRow' as const,
    content: cells.map((cell) => ({ type, content: [p(cell)] })),
  })
  return article(
    language,
    {
      headline,
      kicker: name,
      subheadline: `${sentence}\n${headline}`,
      summary: sentence,
      byline: [name, 'Ann "O" <Reilly>'],
      source: name,
      creditLine: `${name} / AFP`,
      place: name,
      section: name,
      date: '2024-05-08T14:30+03:00',
      embargoUntil: '2024-05-08T12:00Z',
      subjects: ['11000000', '04000000'],
      keywords: [name, 'Dukan, lake'],
      slug: 'autumn-rain',
      canonicalUrl: 'https://example.org/news?id=1&lang=x',
      seoTitle: `${headline} | ${name}`,
      seoDescription: headline,
      urgency: 4,
      leadImage: {
        ...picture,
        source: 'AFP',
        crop: { x: 0, y: 0.2, width: 1, height: 0.75 },
        aspect: '4:3',
        focal: { x: 0.5, y: 0.5 },
      },
      deskNote: 'SECRET-DESK-NOTE',
    },
    p(sentence),
    h(2, headline),
    p(
      t('strike', { type: 'strike' }),
      b(' bold '),
      t('both', { type: 'bold' }, { type: 'italic' }),
      i(' italic '),
      t('under', { type: 'underline' }),
      t(' H', { type: 'subscript' }),
      t('2', { type: 'superscript' }),
      br,
      a(sentence, 'https://example.org/?a=1&b=2'),
      t('with a title', {
        type: 'link',
        attrs: { href: 'https://example.org/b', title: `${name} "+964 750"` },
      }),
      ' ',
      bdi('C++ (2024)', 'ltr'),
      ' ',
      t('NATO', { type: 'bdi', attrs: { lang: 'en' } }),
      ' < & > "',
    ),
    h(3, name),
    ul([p(sentence), ol(undefined, [p(name)], [p(headline)])], [p(name)]),
    ol(7, [p(sentence)], [p(name), p(headline)]),
    h(4, headline),
    { type: 'blockquote', content: [p(sentence), ul([p(name)])] },
    { type: 'pullQuote', attrs: { cite: name }, content: [p(sentence)] },
    { type: 'pullQuote', content: [p(headline), p(name)] },
    { type: 'horizontalRule' },
    { type: 'table', content: [row('tableHeader', name, 'A'), row('tableCell', sentence, '10-20')] },
    {
      type: 'table',
      attrs: { dir: opposite },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [p(name)] },
            { type: 'tableCell', attrs: { colspan: 2, rowspan: 1 }, content: [p('1'), p('2')] },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', attrs: { colwidth: [120] }, content: [p()] },
            { type: 'tableCell', content: [p('3')] },
            { type: 'tableCell', content: [p('4')] },
          ],
        },
      ].map((each) => ({ ...each, type: 'tableRow' as const })) as never,
    },
    { type: 'image', attrs: picture },
    { type: 'image', attrs: { ...picture, caption: '', credit: '' } },
    {
      type: 'image',
      attrs: { ...picture, crop: { x: 0.1, y: 0, width: 0.5, height: 0.2813 }, aspect: '16:9' },
    },
    { type: 'image', attrs: { ...picture, focal: { x: 0.25, y: 0.1 } } },
    embed({ title: sentence, site: 'YouTube', media, alt: headline }),
    embed({ dir: opposite, site: name }),
    gallery({ caption: sentence, dir: opposite }, picture, { ...picture, alt: '', credit: '' }),
    gallery(undefined, picture, { ...picture, caption: '' }, picture),
    { type: 'paragraph', attrs: { dir: opposite }, content: [t(sentence)] },
    {
      type: 'bulletList',
      attrs: { dir: opposite },
      content: [{ type: 'listItem', content: [{ ...p(sentence), attrs: { dir: directionOf(language) } }] }],
    },
    p(),
    p(sentence, fn('b2'), ' ', headline, fn('a1'), fn('b2')),
    factBox(name, p(sentence), ul([p(headline)])),
    { ...factBox('', p(headline)), attrs: { dir: opposite } },
    questions(asked(headline, p(sentence), ul([p(name)])), asked(name, p(headline))),
    timeline(at('2024-05-08', p(sentence)), at(name, p(headline), p(name)), at('', p(name))),
    {
      ...sources(source('b2', sentence), source('a1', 'https://example.org/a'), source('c3', name)),
      attrs: { dir: opposite },
    },
  )
}
