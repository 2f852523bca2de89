import type { Article } from '../../core/model/article.ts'
import type { Block } from '../../core/model/body.ts'
import type { ArticleFields } from '../../core/model/fields.ts'
import { article, p, t } from '../core/export/story.ts'

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** Articles that have all these payloads as text, as addresses, and in every field that holds words. */
export function stuffed(payloads: readonly string[], perArticle = 60): Article[] {
  const articles: Article[] = []
  for (let from = 0; from < payloads.length; from += perArticle) {
    const some = payloads.slice(from, from + perArticle)
    const at = (n: number) => oneLine(some[n % some.length] ?? '').slice(0, 900)
    const link = (href: string): Block =>
      p(t('link', { type: 'link', attrs: { href: href.slice(0, 4000), title: href.slice(0, 200) } }))
    const fields = {
      headline: at(0),
      kicker: at(1),
      subheadline: at(2),
      summary: at(3),
      byline: some.map((_, n) => at(n)),
      source: at(6),
      creditLine: at(7),
      place: at(8),
      section: at(9),
      keywords: some.map((_, n) => at(n)),
      slug: at(12).slice(0, 100),
      canonicalUrl: 'javascript:alert(1)',
      seoTitle: at(13),
      seoDescription: at(14),
      deskNote: at(15),
      leadImage: {
        media: null,
        alt: at(16),
        caption: at(17),
        credit: at(18),
        source: at(19),
        width: 1,
        height: 1,
      },
    } satisfies Partial<ArticleFields>
    articles.push(
      article(
        'en',
        fields,
        ...some.flatMap((payload) => [p(payload), link(payload), link(`javascript:${payload}`)]),
      ),
    )
  }
  return articles
}

/** Every address in an article. */
export function addressesOf({ fields, body }: Article): string[] {
  const inside = JSON.stringify(body).matchAll(/"(?:href|url|src)":("(?:[^"\\]|\\.)*")/g)
  return [
    fields.canonicalUrl,
    ...Array.from(inside, ([, address = '']) => JSON.parse(address) as string),
  ].filter(Boolean)
}
export const isAllowed = (address: string): boolean => /^(?:https?:\/\/|mailto:|tel:|#)/i.test(address)
