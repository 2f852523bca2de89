import type { Block, Inline, Paragraph } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import { tags } from '../../model/word-names.ts'
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts'
import { besideBlocks } from './beside.ts'
import { flattened } from './elements.ts'
import { OpenLists } from './lists.ts'
import { leadOf, pullQuoteOf, questionOrAnswer, questionsOf, type ReadBlocks } from './own-blocks.ts'
import { fieldText, readParagraph, roleOfParagraph, trimmed, type ReadParagraph } from './paragraphs.ts'
import { filled, inside, mostDepth, stored, textBlock, type Place } from './place.ts'
import type { Role } from './roles.ts'
import { valueOf } from './styles.ts'
import { tableBlocks } from './tables.ts'

/** The blocks of a part of the file. */
export const blocksOf: ReadBlocks = (elements, place) => {
  const builder = new Builder(place)
  for (const element of flattened(elements)) builder.add(element)
  return builder.end()
}

/** Paragraphs over and under the story of our files. */
const fieldRoles: ReadonlySet<Role> = new Set<Role>([
  'kicker',
  'headline',
  'subheadline',
  'byline',
  'dateLine',
  'summary',
  'source',
])

class Builder {
  readonly #place: Place
  readonly #blocks: Block[] = []
  readonly #lists: OpenLists
  /** What a paragraph without an end hands on to the next. */
  #handedOn: Inline[] = []
  /** The last block is a quotation that the next paragraph of its style belongs to. */
  #isQuoteOpen = false

  constructor(place: Place) {
    this.#place = place
    this.#lists = new OpenLists(place, (block) => this.#push(block))
  }

  add(element: XmlElement): void {
    if (element.name === 'p') this.#paragraph(element)
    else if (element.name === 'tbl') this.#apart(tableBlocks(element, this.#place, blocksOf))
    else if (element.name === 'sdt') this.#control(element)
    // A file of another kind inside this one, which Word would read when it opens it.
    else if (element.name === 'altChunk') this.#place.reading.counted.objects += 1
  }

  end(): Block[] {
    if (this.#handedOn.length > 0) this.#push({ type: 'paragraph', content: this.#handedOn })
    return this.#blocks
  }

  #push(block: Block): void {
    this.#isQuoteOpen = false
    this.#blocks.push(block)
  }

  /** Blocks behind which no list goes on. */
  #apart(blocks: readonly Block[]): void {
    if (blocks.length > 0) this.#lists.close()
    for (const block of blocks) this.#push(block)
  }

  #control(element: XmlElement): void {
    const properties = childOf(element, 'sdtPr')
    const content = childrenOf(childOf(element, 'sdtContent') ?? element)
    const gallery = valueOf(properties && childOf(properties, 'docPartObj'), 'docPartGallery')
    // A table of contents repeats the headings.
    if (gallery !== undefined && /contents/i.test(gallery)) return
    const tag = this.#place.reading.isOwn ? (valueOf(properties, 'tag') ?? '') : ''
    const isKnown = tag.startsWith('midad:') && this.#place.depth < mostDepth
    const blocks = isKnown ? this.#own(tag, content) : undefined
    if (blocks) this.#apart(blocks)
    else for (const each of flattened(content)) this.add(each)
  }

  /** What a control of ours holds together; undefined where it is to be looked through. */
  #own(tag: string, content: readonly XmlElement[]): readonly Block[] | undefined {
    const said = /:(rtl|ltr)$/.exec(tag)?.[1] as Direction | undefined
    const attrs = said ? { attrs: { dir: said } } : {}
    const within = inside(this.#place, said)
    const isOf = (name: string): boolean => tag === name || tag.startsWith(`${name}:`)
    if (isOf(tags.more)) {
      const level = Number(tag.slice(tags.more.length + 1))
      const blocks = blocksOf(content, { ...within, direction: this.#lists.directionAt(level) })
      return this.#lists.more(level, blocks) ? [] : blocks
    }
    if (isOf(tags.quote)) {
      return [
        { type: 'blockquote', ...attrs, content: filled(blocksOf(content, { ...within, isQuoted: true })) },
      ]
    }
    if (isOf(tags.pullQuote)) return pullQuoteOf(flattened(content), within, attrs)
    if (isOf(tags.questions) && this.#place.depth === 0)
      return questionsOf(flattened(content), within, attrs, blocksOf)
    if (isOf(tags.lead) && this.#place.front) {
      this.#place.front.lead = leadOf(content, within)
      return []
    }
    return undefined
  }

  #paragraph(element: XmlElement): void {
    const { reading, front, depth } = this.#place
    const role = roleOfParagraph(element, reading)
    if (role === 'gap' || role === 'headGap' || role === 'contents') return
    if (reading.isOwn && depth === 0 && (role === 'question' || role === 'answer')) {
      questionOrAnswer(element, this.#blocks, this.#place, blocksOf)
      this.#lists.close()
      return
    }
    if (front && reading.isOwn && (role === 'lead' || role === 'leadCaption')) {
      front.lead = leadOf([element], this.#place, front.lead)
      return
    }
    const before = this.#handedOn
    this.#handedOn = []
    const paragraph = readParagraph(element, reading, before)
    if (role === 'sourceItem' && paragraph.line.id !== undefined) {
      reading.loose.push({
        id: paragraph.line.id,
        words: paragraph.line.content,
        direction: paragraph.direction,
      })
      return
    }
    if (paragraph.isEndless) this.#handedOn = paragraph.line.content
    const isField = front !== undefined && isFieldOf(paragraph.role, element, this.#place)
    if (isField) {
      const field = element === front.headline ? 'headline' : role
      const before = front.shown.get(field)
      const words = fieldText(paragraph.line.content, 20_000)
      // Somebody has pressed Enter in it.
      front.shown.set(field, before === undefined ? words : `${before}\n${words}`)
    } else if (!paragraph.isEndless) this.#words(paragraph)
    for (const block of besideBlocks(paragraph.line, paragraph.role, this.#blocks, this.#place, blocksOf)) {
      this.#apart([block])
    }
  }

  #words(paragraph: ReadParagraph): void {
    const { reading } = this.#place
    const { role, line, direction, list } = paragraph
    const content = reading.isOwn ? line.content : trimmed(line.content)
    const isEmpty = content.length === 0
    if (line.hasRule || role === 'rule' || (!reading.isOwn && isEmpty && paragraph.hasEdge))
      this.#apart([{ type: 'horizontalRule' }])
    const format = list && reading.numbering.level(list.number, list.level)
    if (list && format && (reading.isOwn || !isEmpty)) {
      this.#isQuoteOpen = false
      const build = (around: Direction) =>
        textBlock(role, content, direction, { ...this.#place, direction: around })
      this.#lists.item({ ...list, format }, direction, build)
    } else if (!isEmpty || (reading.isOwn && isText(role) && line.pictures.length === 0)) {
      this.#text(role, content, direction)
    }
  }

  #text(role: Role, content: Inline[], direction: Direction | undefined): void {
    const { isQuoted, direction: around } = this.#place
    // The words under a picture go with it (besideBlocks), unless there is none.
    if (role === 'caption' && this.#blocks.at(-1)?.type === 'image') return
    const build = (around: Direction) =>
      textBlock(role, content, direction, { ...this.#place, direction: around })
    // An item goes on behind its first paragraph without a number of its own.
    if (role === 'listText' && this.#lists.goOn(build)) return
    this.#lists.close()
    const isQuote = role === 'quote' && !isQuoted
    const isPull = role === 'pullQuote' || role === 'cite'
    if (!isQuote && !isPull) this.#push(textBlock(role, content, direction, this.#place))
    else this.#quoted(role, content, stored(direction, around))
  }

  /** Paragraphs of a style for quotations stand in one quotation together. */
  #quoted(role: Role, content: Inline[], dir: { attrs?: { dir: Direction } }): void {
    const type = role === 'quote' ? 'blockquote' : 'pullQuote'
    const last = this.#blocks.at(-1)
    const paragraph: Paragraph = { type: 'paragraph', ...dir, ...(content.length > 0 && { content }) }
    const isOpen = this.#isQuoteOpen && last?.type === type
    if (role === 'cite') {
      if (isOpen && last.type === 'pullQuote') last.attrs = { ...last.attrs, cite: fieldText(content) }
      else this.#push(paragraph)
      this.#isQuoteOpen = false
      return
    }
    if (isOpen && (last.type === 'blockquote' || last.type === 'pullQuote')) last.content.push(paragraph)
    else this.#push({ type, content: [paragraph] })
    this.#isQuoteOpen = true
  }
}

/** An empty paragraph of such a role is one that somebody wrote. */
const isText = (role: Role): boolean =>
  role === 'text' || role === 'quote' || role === 'answer' || role === 'tableHead'

function isFieldOf(role: Role, element: XmlElement, { front, reading }: Place): boolean {
  if (!front) return false
  if (reading.isOwn) return fieldRoles.has(role)
  if (element === front.headline) return true
  return role === 'subheadline' && !front.shown.has('subheadline')
}
