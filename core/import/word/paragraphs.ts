import type { Inline } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import { majorityDirection } from '../../language/direction.ts'
import { cleanLine } from '../clean-inline.ts'
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts'
import { LineReader, type Line } from './inlines.ts'
import type { WordReading } from './reading.ts'
import { roleOf, type Role } from './roles.ts'
import { paragraphSays, valueOf, type Style } from './styles.ts'

/** A paragraph as Word has it. */
export interface ReadParagraph {
  role: Role
  /** Which way it goes; undefined where neither the file nor its letters say. */
  direction: Direction | undefined
  list: { number: string; level: number } | undefined
  hasEdge: boolean
  /** Its end was taken out by a tracked change: it goes on in the next one. */
  isEndless: boolean
  line: Line
}

const styleOf = (element: XmlElement, { styles }: WordReading): Style | undefined =>
  styles.of(valueOf(childOf(element, 'pPr'), 'pStyle')) ?? styles.normal

export const roleOfParagraph = (element: XmlElement, reading: WordReading): Role =>
  roleOf(styleOf(element, reading))

/** @param before what a paragraph without an end has handed on */
export function readParagraph(
  element: XmlElement,
  reading: WordReading,
  before: Inline[] = [],
): ReadParagraph {
  const properties = childOf(element, 'pPr')
  const style = styleOf(element, reading)
  const role = roleOf(style)
  const own = paragraphSays(properties)
  const says = style?.says ?? {}
  const { defaults } = reading.styles
  const reader = new LineReader(
    reading,
    { ...defaults.run, ...style?.run },
    role === 'text' || role === 'listText',
  )
  reader.read(childrenOf(element))
  const line = reader.end()
  line.content = joined(before, line.content)
  const list = own.list ?? says.list
  const mark = properties && childOf(properties, 'rPr')
  return {
    role,
    direction: directionOf(own.rtl ?? says.rtl ?? defaults.says.rtl, line.content),
    list: list?.number === '0' ? undefined : list,
    hasEdge: own.hasEdge ?? says.hasEdge ?? false,
    isEndless: mark !== undefined && childOf(mark, 'del') !== undefined,
    line,
  }
}

/** Adds the second to the first, letters with the same marks as one text. */
function joined(first: Inline[], second: readonly Inline[]): Inline[] {
  const [last, next] = [first.at(-1), second[0]]
  const isSame =
    last?.type === 'text' &&
    next?.type === 'text' &&
    JSON.stringify(last.marks) === JSON.stringify(next.marks)
  if (isSame) first[first.length - 1] = { ...last, text: last.text + next.text }
  for (const node of isSame ? second.slice(1) : second) first.push(node)
  return first
}

/** What the file says; many a program says nothing, and then the letters do. */
function directionOf(isRtl: boolean | undefined, content: readonly Inline[]): Direction | undefined {
  if (isRtl !== undefined) return isRtl ? 'rtl' : 'ltr'
  return majorityDirection(textOf(content)) ?? undefined
}

/** The words of inline nodes, a break as a line feed. */
export const textOf = (content: readonly Inline[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : '')).join('')

/** A line of metadata: each of its lines cleaned. */
export const fieldText = (content: readonly Inline[], most?: number): string =>
  textOf(content)
    .split('\n')
    .map((line) => cleanLine(line, most))
    .join('\n')
    .trim()

const isSpace = (text: string): boolean => !/[^\s\u00a0]/.test(text)

/** Without the white space and the breaks at both ends, which in Word stand for distance. */
export function trimmed(content: readonly Inline[]): Inline[] {
  const nodes = [...content]
  const atEnd = (from: 0 | -1, cut: RegExp): void => {
    for (let node = nodes.at(from); node; node = nodes.at(from)) {
      const isEmpty = node.type === 'hardBreak' || (node.type === 'text' && isSpace(node.text))
      if (!isEmpty) {
        if (node.type === 'text') nodes.splice(from, 1, { ...node, text: node.text.replace(cut, '') })
        return
      }
      nodes.splice(from, 1)
    }
  }
  atEnd(0, /^[\s\u00a0]+/)
  atEnd(-1, /[\s\u00a0]+$/)
  return nodes
}
