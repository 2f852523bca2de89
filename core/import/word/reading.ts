import type { Inline, Mark } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import { readPicture } from '../../model/picture.ts'
import { childrenOf, xmlAttribute, type XmlElement } from '../xml-tree.ts'
import type { Level, Numbering } from './numbering.ts'
import type { Relation } from './package.ts'
import type { Styles } from './styles.ts'

/** A field of Word that is open: its code is being read, or what it shows. */
export interface Field {
  code: string
  isShowing: boolean
  link?: Mark | undefined
  /** It shows the number of a footnote again. */
  isReference?: boolean
}
/** A picture of the file, as `import:<n>` with its pixels. */
export interface SeenPicture {
  media: string
  width: number
  height: number
}
/** The text of a footnote that the story names. */
export interface NamedNote {
  id: string
  element: XmlElement
  part: 'footnotes' | 'endnotes'
}

/** How one Word file is read: what its parts say, and what was met on the way. */
export class WordReading {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Midad wrote it. */
  readonly isOwn: boolean
  /** Of the part that is being read. */
  relations: ReadonlyMap<string, Relation>
  /** The article's direction. */
  direction: Direction
  readonly pictures: { bytes: Uint8Array; mime: string }[] = []
  readonly named: NamedNote[] = []
  readonly fields: Field[] = []
  /** Sources that stand in the story and no footnote names. */
  readonly loose: { id: string; words: Inline[]; direction: Direction | undefined }[] = []
  readonly counted = {
    hidden: 0,
    hiddenText: 0,
    elsewhere: 0,
    leftOut: 0,
    changes: 0,
    objects: 0,
  }
  readonly #files: ReadonlyMap<string, Uint8Array>
  readonly #shelf = new Map<string, SeenPicture | undefined>()
  readonly #notes: Record<'footnotes' | 'endnotes' | 'comments', ReadonlyMap<string, XmlElement>>
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()
  readonly #idOf = new Map<XmlElement, string>()
  readonly #ids = new Set<string>()

  constructor(given: {
    styles: Styles
    numbering: Numbering
    isOwn: boolean
    direction: Direction
    relations: ReadonlyMap<string, Relation>
    files: ReadonlyMap<string, Uint8Array>
    notes: Record<'footnotes' | 'endnotes' | 'comments', XmlElement | undefined>
  }) {
    this.styles = given.styles
    this.numbering = given.numbering
    this.isOwn = given.isOwn
    this.direction = given.direction
    this.relations = given.relations
    this.#files = given.files
    this.#notes = {
      footnotes: byId(given.notes.footnotes),
      endnotes: byId(given.notes.endnotes),
      comments: byId(given.notes.comments),
    }
  }

  /** The picture behind a relation; undefined, and counted, where it cannot be had. */
  picture(relation: string | undefined): SeenPicture | undefined {
    const found = this.relations.get(relation ?? '')
    if (!found || found.isExternal) {
      if (found) this.counted.elsewhere += 1
      else this.counted.leftOut += 1
      return undefined
    }
    if (!this.#shelf.has(found.target)) this.#shelf.set(found.target, this.#put(found.target))
    const seen = this.#shelf.get(found.target)
    if (seen === undefined) this.counted.leftOut += 1
    return seen
  }

  #put(path: string): SeenPicture | undefined {
    const bytes = this.#files.get(path)
    const picture = bytes && readPicture(bytes)
    if (!picture) return undefined
    const { mime, width, height } = picture
    this.pictures.push({ bytes, mime })
    return { media: `import:${this.pictures.length - 1}`, width, height }
  }

  comment = (id: string | undefined): XmlElement | undefined => this.#notes.comments.get(id ?? '')

  /** Whether a footnote of the text has this id. */
  isNamed = (id: string): boolean => this.#ids.has(id)

  /** The id of the source behind a footnote; the same note is the same source. `own`: the id that our own files keep for it. */
  footnote(
    part: 'footnotes' | 'endnotes',
    id: string | undefined,
    own: string | undefined,
  ): string | undefined {
    const element = this.#notes[part].get(id ?? '')
    if (!element) return undefined
    const known = this.#idOf.get(element)
    if (known !== undefined) return known
    const isFree = own !== undefined && !this.isNamed(own)
    const made = isFree ? own : `${part === 'footnotes' ? 'f' : 'e'}${this.named.length + 1}`
    this.named.push({ id: made, element, part })
    this.#idOf.set(element, made)
    this.#ids.add(made)
    return made
  }

  /** Counts an item of a list: its number, and whether a new list begins with it. Deeper levels begin anew. */
  count(
    list: string,
    level: number,
    { definition, isRestarting, start }: Level,
  ): { number: number; isNew: boolean } {
    const counters = this.#counters.get(definition) ?? []
    this.#counters.set(definition, counters)
    const key = `${list} ${level}`
    const isNew = isRestarting && !this.#begun.has(key)
    this.#begun.add(key)
    const before = counters[level]
    const number = before === undefined || isNew ? start : before + 1
    counters.length = level
    counters[level] = number
    return { number, isNew }
  }
}

/** Notes by their ids; those that only draw lines are none. */
function byId(root: XmlElement | undefined): ReadonlyMap<string, XmlElement> {
  const notes = new Map<string, XmlElement>()
  for (const element of root ? childrenOf(root) : []) {
    const id = xmlAttribute(element, 'id')
    const type = xmlAttribute(element, 'type') ?? 'normal'
    if (id !== undefined && type === 'normal') notes.set(id, element)
  }
  return notes
}
