import { toDigits } from '../language/digits.ts'
import type { StoryBody } from '../model/body.ts'
import { footnotesOf, sourcesOf } from '../model/footnotes.ts'
import type { DigitStyle } from '../model/theme.ts'
import type { Footnotes } from './inline-html.ts'
import { element, escaped } from './markup.ts'

/**
 * The footnotes of one page, drawn once in its order. Every address in the page comes from the id that the story keeps, so
 * that it stays when sources change their places: `#fn…` a source, `#fnref…` the first place that names it, `-2` the next.
 */
export class PageFootnotes implements Footnotes {
  readonly #numbers: ReadonlyMap<string, string>
  readonly #references = new Map<string, number>()
  readonly #drawn = new Map<string, number>()

  constructor(body: StoryBody, digits: DigitStyle) {
    const ids = sourcesOf(body).map(({ attrs }) => attrs.id)
    this.#numbers = new Map(ids.map((id, at) => [id, toDigits(String(at + 1), digits)]))
    for (const id of footnotesOf(body)) this.#references.set(id, (this.#references.get(id) ?? 0) + 1)
  }

  /** The number as a link to its source; '' where there is none. */
  referenceHtml(id: string): string {
    const number = this.#numbers.get(id)
    if (number === undefined) return ''
    const nth = (this.#drawn.get(id) ?? 0) + 1
    this.#drawn.set(id, nth)
    const link = { id: anchor(id, nth), href: `#fn${id}`, role: 'doc-noteref' }
    return element('sup', { class: 'footnote' }, element('a', link, escaped(number)))
  }

  /** Behind a source: a link to each place that names it. */
  backLinks(id: string): string {
    const count = this.#references.get(id) ?? 0
    return Array.from({ length: count }, (_, at) => {
      const link = { class: 'back', href: `#${anchor(id, at + 1)}`, role: 'doc-backlink' }
      return ` ${element('a', link, '↑')}`
    }).join('')
  }

  isNamed(id: string): boolean {
    return this.#references.has(id)
  }
}

const anchor = (id: string, nth: number): string => (nth === 1 ? `fnref${id}` : `fnref${id}-${nth}`)
