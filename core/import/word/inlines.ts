import { maxLinkTitle, type Inline, type Mark, type PictureAttrs } from '../../model/body.ts'
import { cleanHref } from '../../model/clean-body.ts'
import type { Direction } from '../../model/language-code.ts'
import { footnoteIdPattern } from '../../model/footnote-id.ts'
import { footnoteBookmark } from '../../model/word-names.ts'
import { cleanLine, ordered } from '../clean-inline.ts'
import { languageOfTag } from '../html-marks.ts'
import { InlineText } from '../inline-text.ts'
import { childOf, childrenOf, xmlAttribute, xmlText, type XmlElement } from '../xml-tree.ts'
import { alternative, below } from './elements.ts'
import { pictureOf, vmlPicture } from './pictures.ts'
import type { WordReading } from './reading.ts'
import { runLook, valueOf, type RunLook } from './styles.ts'
import { isSymbolFont, letterOfSymbol } from './symbols.ts'

/** What one paragraph holds. */
export interface Line {
  content: Inline[]
  /** In their order, behind the words. */
  pictures: PictureAttrs[]
  /** Who took the picture above, where the paragraph is a caption of ours. */
  credit: string
  /** What stands in frames over the page. */
  boxes: XmlElement[]
  comments: XmlElement[]
  hasRule: boolean
  /** The id that a bookmark of ours gives it. */
  id: string | undefined
}

/** Reads the runs of a paragraph. `base`: what all its runs look like by the paragraph's style. */
export class LineReader {
  readonly line: Line = {
    content: [],
    pictures: [],
    credit: '',
    boxes: [],
    comments: [],
    hasRule: false,
    id: undefined,
  }
  readonly #text: InlineText
  readonly #reading: WordReading
  readonly #base: RunLook
  readonly #isPlain: boolean
  #set: { dir?: Direction } | undefined
  #marks = ''
  #bookmark: string | undefined

  /** @param isPlain the style of the paragraph is no role: what it makes bold, somebody made bold */
  constructor(reading: WordReading, base: RunLook, isPlain: boolean) {
    this.#reading = reading
    this.#base = base
    this.#isPlain = isPlain
    this.#text = new InlineText(true)
  }

  read(elements: readonly XmlElement[], link?: Mark): void {
    for (const element of elements) this.#readOne(element, link)
  }

  end(): Line {
    this.line.content = this.#text.lines().flat()
    this.line.id = ownId(this.#bookmark)
    this.#reading.counted.hidden += this.#text.removed
    return this.line
  }

  #readOne(element: XmlElement, link: Mark | undefined): void {
    switch (element.name) {
      case 'r':
        return this.#run(element, link)
      case 'hyperlink':
        return this.read(childrenOf(element), this.#hyperlink(element) ?? link)
      case 'fldSimple':
        return this.read(childrenOf(element), linkOfCode(xmlAttribute(element, 'instr') ?? '') ?? link)
      case 'ins':
      case 'moveTo':
        this.#reading.counted.changes += 1
        return this.read(childrenOf(element), link)
      case 'del':
      case 'moveFrom':
        this.#reading.counted.changes += 1
        return undefined
      case 'sdt':
        return this.read(childrenOf(childOf(element, 'sdtContent') ?? element), link)
      case 'dir':
      case 'bdo':
        return this.#apart(element, link)
      case 'smartTag':
      case 'customXml':
      case 'sdtContent':
        return this.read(childrenOf(element), link)
      case 'bookmarkStart':
        this.#bookmark = xmlAttribute(element, 'name')
        return undefined
      case 'oMath':
      case 'oMathPara':
        return this.#text.add(xmlText(element), [])
      case 'AlternateContent':
        return this.read(childrenOf(alternative(element)), link)
      default:
        return undefined
    }
  }

  #apart(element: XmlElement, link: Mark | undefined): void {
    const dir = xmlAttribute(element, 'val')
    const before = this.#set
    this.#set = dir === 'rtl' || dir === 'ltr' ? { dir } : before
    this.read(childrenOf(element), link)
    this.#set = before
  }

  #hyperlink(element: XmlElement): Mark | undefined {
    const id = xmlAttribute(element, 'id')
    const anchor = xmlAttribute(element, 'anchor')
    const target = id === undefined ? undefined : this.#reading.relations.get(id)?.target
    const isInside = target === undefined && this.#reading.isOwn && anchor !== undefined
    const href = cleanHref(target ?? (isInside ? `#${anchor}` : ''))
    const title = this.#reading.isOwn ? cleanLine(xmlAttribute(element, 'tooltip') ?? '', maxLinkTitle) : ''
    return href === undefined ? undefined : { type: 'link', attrs: { href, ...(title && { title }) } }
  }

  #run(run: XmlElement, link: Mark | undefined): void {
    const properties = childOf(run, 'rPr')
    const style = this.#reading.styles.of(valueOf(properties, 'rStyle'))
    const name = style?.name ?? ''
    if (this.#isMark(name, run)) return
    const isLinkStyle = name.endsWith('hyperlink')
    const look = this.#look(properties, isLinkStyle ? {} : (style?.run ?? {}))
    if (properties && (childOf(properties, 'del') || childOf(properties, 'moveFrom'))) return
    const field = this.#reading.fields.findLast((each) => each.isShowing && each.link)
    const marks = this.#marksOf(properties, look, link ?? field?.link)
    const font = fontOf(properties)
    for (const part of childrenOf(run)) this.#part(part, marks, { look, font, name })
  }

  /** Direction marks of ours: around what the recognisers found they are nothing, around what a person set apart they are its ends. */
  #isMark(name: string, run: XmlElement): boolean {
    if (name === 'midad direction mark') return true
    if (name === 'midad set apart' || name === 'midad set apart by letters') {
      for (const mark of xmlText(run)) this.#turn(mark, name === 'midad set apart')
      return true
    }
    return name === 'midad label'
  }

  #turn(mark: string, hasDirection: boolean): void {
    if (this.#marks === '') {
      this.#marks = mark
      return
    }
    this.#marks = ''
    if (this.#set) this.#set = undefined
    else this.#set = hasDirection ? { dir: mark === '\u200f' ? 'rtl' : 'ltr' } : {}
  }

  #look(properties: XmlElement | undefined, style: RunLook): RunLook {
    const direct = runLook(properties)
    const look: RunLook = { ...this.#base }
    for (const [key, value] of [...Object.entries(style), ...Object.entries(direct)])
      if (value !== undefined) Object.assign(look, { [key]: value })
    return look
  }

  #marksOf(properties: XmlElement | undefined, look: RunLook, link: Mark | undefined): Mark[] {
    const base = this.#isPlain ? {} : this.#base
    // In our own files the style of a line is no mark of anybody, and what a run says itself is, also where that is the same.
    const said = this.#reading.isOwn ? runLook(properties) : {}
    const has = (own: keyof RunLook, complex: keyof RunLook): boolean => {
      const key = look.rtl || look.complex ? complex : own
      return Boolean(look[key]) && (!base[key] || Boolean(said[key]))
    }
    const marks: Mark[] = []
    if (link) marks.push(link)
    if (has('bold', 'boldComplex')) marks.push({ type: 'bold' })
    if (has('italic', 'italicComplex')) marks.push({ type: 'italic' })
    // Programs underline what they make a link of; in our own files the style of links does.
    if (look.underline && !base.underline && (!link || this.#reading.isOwn)) marks.push({ type: 'underline' })
    if (look.strike && !base.strike) marks.push({ type: 'strike' })
    if (look.raised === 'subscript' || look.raised === 'superscript') marks.push({ type: look.raised })
    if (this.#set) {
      const lang = this.#reading.isOwn ? languageSaid(properties) : undefined
      const attrs = { ...this.#set, ...(lang && { lang }) }
      marks.push(Object.keys(attrs).length > 0 ? { type: 'bdi', attrs } : { type: 'bdi' })
    }
    return ordered(marks)
  }

  #part(part: XmlElement, marks: readonly Mark[], { look, font, name }: RunFacts): void {
    const field = this.#reading.fields.at(-1)
    if (part.name === 'fldChar') return this.#fieldChar(part)
    if (part.name === 'instrText') {
      if (field && field.code.length < 8192) field.code += xmlText(part)
      return undefined
    }
    if (field && (!field.isShowing || field.isReference)) return undefined
    if (look.hidden) {
      if (part.name === 't' && xmlText(part).trim()) this.#reading.counted.hiddenText += 1
      return undefined
    }
    switch (part.name) {
      case 't':
        return this.#words(xmlText(part), marks, font, name)
      case 'br':
        // A new page is no new line of the story.
        if ((xmlAttribute(part, 'type') ?? 'textWrapping') === 'textWrapping') this.#text.break(marks)
        return undefined
      case 'cr':
        return this.#text.break(marks)
      case 'tab':
      case 'ptab':
        return this.#text.add(this.#reading.isOwn ? '\t' : ' ', marks)
      case 'noBreakHyphen':
        return this.#text.add('\u2011', marks)
      case 'sym':
        return this.#symbol(part, marks)
      case 'ruby':
        return this.read(childrenOf(childOf(part, 'rubyBase') ?? part))
      case 'footnoteReference':
      case 'endnoteReference':
        return this.#footnote(part)
      case 'commentReference':
        return this.#comment(part)
      case 'drawing':
      case 'pict':
      case 'object':
        return this.#drawing(part)
      case 'AlternateContent':
        for (const each of childrenOf(alternative(part))) this.#part(each, marks, { look, font, name })
        return undefined
      default:
        return undefined
    }
  }

  #words(words: string, marks: readonly Mark[], font: string | undefined, style: string): void {
    if (style === 'midad credit' && this.#reading.isOwn) {
      this.line.credit += words
      return
    }
    const isLink = marks.some(({ type }) => type === 'link')
    // In a link LibreOffice forgets the style of our direction marks.
    const own =
      this.#reading.isOwn && isLink ? words.replaceAll(/^[\u200e\u200f]$|[\u200e\u200f]{2}/g, '') : words
    if (!isSymbolFont(font)) return this.#text.add(own, marks)
    for (const letter of words) this.#sign(font ?? '', letter.codePointAt(0) ?? 0, marks)
  }

  #symbol(part: XmlElement, marks: readonly Mark[]): void {
    const code = Number.parseInt(xmlAttribute(part, 'char') ?? '', 16)
    this.#sign(xmlAttribute(part, 'font') ?? '', code, marks)
  }

  #sign(font: string, code: number, marks: readonly Mark[]): void {
    const letter = letterOfSymbol(font, code)
    if (letter === undefined) this.#reading.counted.hidden += 1
    else this.#text.add(letter, marks)
  }

  #footnote(part: XmlElement): void {
    const kind = part.name === 'footnoteReference' ? 'footnotes' : 'endnotes'
    const id = this.#reading.footnote(kind, xmlAttribute(part, 'id'), ownId(this.#bookmark))
    if (id !== undefined) this.#text.footnote(id)
  }

  #comment(part: XmlElement): void {
    const comment = this.#reading.comment(xmlAttribute(part, 'id'))
    if (comment) this.line.comments.push(comment)
  }

  #fieldChar(part: XmlElement): void {
    const { fields } = this.#reading
    const field = fields.at(-1)
    switch (xmlAttribute(part, 'fldCharType') ?? '') {
      case 'begin':
        if (fields.length < mostFields) fields.push({ code: '', isShowing: false })
        return
      case 'separate': {
        if (!field) return
        field.isShowing = true
        field.link = linkOfCode(field.code)
        const again = ownId(/^\s*NOTEREF\s+(\S+)/i.exec(field.code)?.[1])
        field.isReference = again !== undefined
        if (again !== undefined && this.#reading.isNamed(again)) this.#text.footnote(again)
        return
      }
      default:
        fields.pop()
    }
  }

  #drawing(element: XmlElement): void {
    const boxes = below(element, 'txbxContent')
    if (boxes.length > 0) this.line.boxes.push(...boxes)
    if (below(element, 'rect').some((each) => xmlAttribute(each, 'hr') !== undefined)) {
      this.line.hasRule = true
      return
    }
    const found = [...pictureOf(element, this.#reading), ...vmlPicture(element, this.#reading)]
    this.line.pictures.push(...found.flatMap((picture) => picture ?? []))
    if (found.length === 0 && boxes.length === 0) this.#reading.counted.objects += 1
  }
}

interface RunFacts {
  look: RunLook
  font: string | undefined
  name: string
}
const mostFields = 50

function linkOfCode(code: string): Mark | undefined {
  const address =
    /^\s*HYPERLINK\s+"([^"]*)"/i.exec(code)?.[1] ?? /^\s*HYPERLINK\s+([^"\\\s]+)/i.exec(code)?.[1]
  const href = cleanHref(address ?? '')
  return href === undefined ? undefined : { type: 'link', attrs: { href } }
}

/** The id of a source from the name of a bookmark of ours. */
export function ownId(bookmark: string | undefined): string | undefined {
  const id = bookmark?.startsWith(footnoteBookmark) ? bookmark.slice(footnoteBookmark.length) : ''
  return footnoteIdPattern.test(id) ? id : undefined
}

function fontOf(properties: XmlElement | undefined): string | undefined {
  const fonts = properties && childOf(properties, 'rFonts')
  return fonts && (xmlAttribute(fonts, 'ascii') ?? xmlAttribute(fonts, 'hAnsi'))
}

function languageSaid(properties: XmlElement | undefined) {
  const lang = properties && childOf(properties, 'lang')
  return languageOfTag(lang && (xmlAttribute(lang, 'val') ?? xmlAttribute(lang, 'bidi')))
}
