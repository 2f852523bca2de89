import { toDigits } from '../language/digits.ts'
import type { StoryBody } from '../model/body.ts'
import { footnotesOf, sourcesOf } from '../model/footnotes.ts'
import type { DigitStyle } from '../model/theme.ts'
import type { Footnotes } from './inline-html.ts'
import { element, escaped } from './markup.ts'

interface Counted {
  /** By the id of a source. */
  numbers: ReadonlyMap<string, string>
  /** How many places name it. */
  references: ReadonlyMap<string, number>
}

function counted(body: StoryBody, digits: DigitStyle): Counted {
  const ids = sourcesOf(body).map(({ attrs }) => attrs.id)
  const references = new Map<string, number>()
  for (const id of footnotesOf(body)) references.set(id, (references.get(id) ?? 0) + 1)
  return { numbers: new Map(ids.map((id, at) => [id, toDigits(String(at + 1), digits)])), references }
}

/**
 * The footnotes of one page, drawn once in its order. Every address in the page comes from the id that the story keeps, so
 * that it stays when sources change their places: `#fn…` a source, `#fnref…` the first place that names it, `-2` the next.
 */
export class PageFootnotes implements Footnotes {
  readonly #drawn = new Map<string, number>()
  readonly #body: StoryBody
  readonly #digits: DigitStyle
  #counted: Counted | undefined

  constructor(body: StoryBody, digits: DigitStyle) {
    this.#body = body
    this.#digits = digits
  }

  /** Most stories have none, and nobody asks. */
  #count(): Counted {
    return (this.#counted ??= counted(this.#body, this.#digits))
  }

  /** The number as a link to its source; '' where there is none. */
  referenceHtml(id: string): string {
    const number = this.#count().numbers.get(id)
    if (number === undefined) return ''
    const nth = (this.#drawn.get(id) ?? 0) + 1
    this.#drawn.set(id, nth)
    const link = { id: anchor(id, nth), href: `#fn${id}`, role: 'doc-noteref' }
    return element('sup', { class: 'footnote' }, element('a', link, escaped(number)))
  }

  /** Behind a source: a link to each place that names it. */
  backLinks(id: string): string {
    const count = this.#count().references.get(id) ?? 0
    return Array.from({ length: count }, (_, at) => {
      const link = { class: 'back', href: `#${anchor(id, at + 1)}`, role: 'doc-backlink' }
      // An arrow never stands on a line alone.
      return `\u00a0${element('a', link, '↑')}`
    }).join('')
  }

  isNamed(id: string): boolean {
    return this.#count().references.has(id)
  }
}

const anchor = (id: string, nth: number): string => (nth === 1 ? `fnref${id}` : `fnref${id}-${nth}`)
