import { DOMParser, Slice, type ParseOptions, type Schema } from '@tiptap/pm/model'
import { ofChat, readChat, readText, type ReadText } from '../../../core/recognise/read-text.ts'
import type { PasteOrigin, PasteReport } from './paste-report.ts'
import { isTextLayer } from './paste-source.ts'
import { plainSlice, readSlice } from './text-slice.ts'
import { tidyMarkup } from './tidy-markup.ts'
import type { PastedPicture } from './take-pictures.ts'

/** Longer markup or text is not parsed: 5 MB take seconds (reliability.md §5). */
export const maxLength = 5 * 1024 * 1024
// Deep nesting is slow long before it is long: 50,000 tags take seconds (reliability.md §5).
const maxTags = 100_000

const isTooLarge = (html: string): boolean => html.length > maxLength || html.split('<').length > maxTags

/** What the clipboard holds, as it came. */
export interface RawPaste {
  html: string
  text: string
}

/** What the filters found out between the clipboard and the slice, which ProseMirror asks about one after the other. */
export interface Arrival {
  raw: RawPaste
  isForeign: boolean
  report: PasteReport
  pictures: readonly PastedPicture[]
  isTooLarge: boolean
}

const silent: PasteReport = { source: null, counts: {}, origin: null, manner: 'recognised' }
const empty: Arrival = {
  raw: { html: '', text: '' },
  isForeign: false,
  report: silent,
  pictures: [],
  isTooLarge: false,
}

function reportOf({ from, ...read }: ReadText, hidden: number): PasteReport {
  const { messages, media, service, quotes, signatures, turned, joined } = read
  const counts = { messages, media, service, quotes, signatures, turned, joined, hidden }
  return { ...silent, source: from, counts }
}

/** Takes one paste or drop from the clipboard's data to a slice of the story, and keeps what it learned on the way. */
export class ArrivalDesk {
  #raw: RawPaste = empty.raw
  #arrival = empty
  /** Set while a paste is done without recognising anything in it. */
  #plainly: 'original' | 'words' | null = null
  /** What the schema reads instead of a string: the markup is parsed once, by the purifier. */
  #root: HTMLElement | null = null
  #slice: Slice | null = null
  readonly parser: DOMParser
  readonly #schema: Schema

  constructor(schema: Schema) {
    this.#schema = schema
    this.parser = new ArrivalParser(schema, (dom) => this.#take(dom))
  }

  /** The data of an event that begins. */
  begin(data: DataTransfer | null): void {
    this.#raw = { html: data?.getData('text/html') ?? '', text: data?.getData('text/plain') ?? '' }
  }

  /** Does a paste without recognising anything in it; `manner` is how that is told. */
  plainly(manner: 'original' | 'words', paste: () => void): void {
    this.#plainly = manner
    try {
      paste()
    } finally {
      this.#plainly = null
    }
  }

  /** What was found out since `begin`; once. `offered`: what of its origin is offered as the source. */
  end(offered: (origin: PasteOrigin | null) => PasteOrigin | null): Arrival {
    const { report, ...arrival } = this.#arrival
    this.#arrival = empty
    this.#raw = empty.raw
    return { ...arrival, report: { ...report, origin: offered(report.origin) } }
  }

  get isForeign(): boolean {
    return this.#arrival.isForeign
  }

  /** Markup: answers the string that is parsed, which is nothing where what to parse lies here. */
  takeMarkup(html: string): string {
    const raw = { html, text: this.#raw.text }
    if (isTooLarge(html)) {
      this.#arrival = { ...empty, raw, isTooLarge: true }
      return ''
    }
    const read = this.#plainly ? null : this.#betterText(html)
    if (read) {
      this.#slice = this.#takeRead(read, raw)
      return ''
    }
    const { root, source, counts, origin, pictures } = tidyMarkup(html, this.#plainly !== null)
    const isForeign = root.querySelector('[data-pm-slice]') === null
    const report: PasteReport = { source, counts, origin, manner: this.#plainly ?? 'recognised' }
    this.#arrival = { raw, isForeign, report, pictures, isTooLarge: false }
    if (!isForeign) return root.innerHTML
    this.#root = root
    return ''
  }

  /** Text without markup. `isAsked`: somebody pasted it with the key that asks for plain text. */
  takeText(text: string, isAsked: boolean): Slice {
    const raw = { html: '', text }
    if (text.length > maxLength) {
      this.#arrival = { ...empty, raw, isTooLarge: true }
      return Slice.empty
    }
    if (!this.#plainly && !isAsked) return this.#takeRead(readText(text), raw)
    const { slice, hidden } = plainSlice(text, this.#schema)
    const report: PasteReport = { ...silent, counts: { hidden }, manner: this.#plainly ?? 'recognised' }
    this.#arrival = { ...empty, raw, isForeign: true, report }
    return slice
  }

  /** Chats and PDF pages, whose plain text says more than their markup. */
  #betterText(html: string): ReadText | null {
    const { text } = this.#raw
    if (!text || text.length > maxLength) return null
    const chat = readChat(text)
    if (chat) return ofChat(chat)
    return isTextLayer(html) ? readText(text) : null
  }

  #takeRead(read: ReadText, raw: RawPaste): Slice {
    const { slice, hidden } = readSlice(read, this.#schema)
    this.#arrival = { ...empty, raw, isForeign: true, report: reportOf(read, hidden) }
    return slice
  }

  #take(dom: Node): Node | Slice {
    const taken = this.#slice ?? this.#root ?? dom
    this.#slice = null
    this.#root = null
    return taken
  }
}

/** Reads what the desk holds; what is left of ProseMirror's own string otherwise. */
class ArrivalParser extends DOMParser {
  readonly #take: (dom: Node) => Node | Slice

  constructor(schema: Schema, take: (dom: Node) => Node | Slice) {
    super(schema, DOMParser.fromSchema(schema).rules)
    this.#take = take
  }

  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    const taken = this.#take(dom)
    return taken instanceof Slice ? taken : super.parseSlice(taken, options)
  }
}
