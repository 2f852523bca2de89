import * as fc from 'fast-check'
import { emptyFields } from '../../../core/model/fields.ts'
import type { Article } from '../../../core/model/article.ts'
import type { HouseTheme } from '../../../core/model/theme.ts'
import { asked, at, factBox, fn, questions, source, sources, timeline } from '../../support/story.ts'
import { a, article, b, embed, gallery, h, media, p, t, ul } from './story.ts'

const pieces = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1) x-planted>',
  "' x-planted onfocus='alert(1)",
  '</style><style>@import url(//x)',
  '</title><base href=//x>',
  '<!--',
  '-->',
  ']]>',
  '&lt;b&gt;',
  '&',
  '{start}',
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
  '\u202e',
  '\u0000',
  'سلام',
  '+964 770 123 4567',
  '\n',
  '<iframe srcdoc="x">',
]
/** Words that would do harm if they were taken for markup. */
export const hostileWords = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6, unit: 'binary' })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))

/** An article whose every text is these words. */
export function hostileArticle(words: string): Article {
  const picture = { media, alt: words, caption: words, credit: words, width: 10, height: 10 }
  const fields = {
    ...emptyFields(),
    headline: words,
    kicker: words,
    subheadline: words,
    summary: words,
    byline: [words],
    source: words,
    creditLine: words,
    place: words,
    section: words,
    keywords: [words],
    slug: words,
    canonicalUrl: words,
    seoTitle: words,
    seoDescription: words,
    date: '2024-05-08',
    leadImage: { ...picture, source: words },
  }
  return article(
    'ar',
    fields,
    p(words, b(words), a(words, words), fn('a1')),
    h(2, words),
    ul([p(words)]),
    { type: 'pullQuote', attrs: { cite: words }, content: [p(words)] },
    { type: 'image', attrs: picture },
    gallery({ caption: words }, picture, picture),
    embed({ url: words, title: words, site: words, alt: words }),
    factBox(words, p(words)),
    questions(asked(words, p(words))),
    timeline(at(words, p(words))),
    p(t(words, { type: 'link', attrs: { href: 'https://example.org/', title: words } })),
    sources(source('a1', words)),
  )
}

/** The theme with these words wherever it may have words. */
export const hostileTheme = (theme: HouseTheme, words: string): HouseTheme => ({
  ...theme,
  name: words,
  logo: { alt: words, text: words },
  dateLine: { ...theme.dateLine, prefix: words },
  labels: { top: words, photo: { ar: words } },
  order: [...theme.order, 'summary', 'source', 'top'],
})
