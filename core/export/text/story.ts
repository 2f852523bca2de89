import { toDigits } from '../../language/digits.ts'
import { digitsOfLists } from '../../language/digits-of-lists.ts'
import { languageOf, type Language } from '../../language/registry.ts'
import type { Article } from '../../model/article.ts'
import { unknownNode, type Block, type BodyNode, type PictureAttrs, type Table } from '../../model/body.ts'
import { sourcesOf } from '../../model/footnotes.ts'
import { blockText } from '../../model/measure.ts'
import type { Direction } from '../../model/language-code.ts'
import type { DigitStyle } from '../../model/theme.ts'
import { linesOf, plainLine, type TextLine } from './line.ts'
import { tableLines } from './table.ts'

/** Lines that stand together; an empty line parts them from the next. */
export type TextBlock = TextLine[]
interface Place {
  language: Language
  direction: Direction
  digits: DigitStyle
  numberOf: (footnote: string) => string | undefined
}

/** The story as blocks of lines that anybody can read: lists with their numbers, tables in columns, footnotes in brackets. */
export function storyBlocks({ language: code, body }: Article, house: DigitStyle | undefined): TextBlock[] {
  const language = languageOf(code)
  const digits = digitsOfLists(code, house)
  const numbers = new Map(
    sourcesOf(body).map(({ attrs }, at) => [attrs.id, toDigits(String(at + 1), digits)]),
  )
  const numberOf = (id: string) => numbers.get(id)
  return blocksOf(body.content, { language, direction: language.direction, digits, numberOf })
}

const blocksOf = (nodes: readonly Block[], place: Place): TextBlock[] =>
  nodes.flatMap((node) => block(node, place))

function block(node: Block, outer: Place): TextBlock[] {
  const dir =
    node.type !== 'image' && 'attrs' in node && node.attrs && 'dir' in node.attrs ? node.attrs.dir : undefined
  const place = { ...outer, direction: dir ?? outer.direction }
  const line = (text: string) => plainLine(text, place.direction)
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const lines = linesOf(node.content ?? [], place.direction, place.numberOf)
      return lines.some(({ text }) => text.trim()) ? [lines] : []
    }
    case 'bulletList':
      return [together(node.content.map(({ content }) => started(blocksOf(content, place), '• ')))]
    case 'orderedList': {
      const start = node.attrs?.start ?? 1
      const number = (at: number) => `${toDigits(String(start + at), place.digits)}. `
      return [together(node.content.map(({ content }, at) => started(blocksOf(content, place), number(at))))]
    }
    case 'blockquote':
      return blocksOf(node.content, place).map((lines) => started([lines], '  '))
    case 'pullQuote':
      return [...blocksOf(node.content, place), ...(node.attrs?.cite ? [[line(`— ${node.attrs.cite}`)]] : [])]
    case 'horizontalRule':
      return [[line('* * *')]]
    case 'table':
      return [table(node, place)]
    case 'image':
      return picture(node.attrs, place)
    case 'gallery':
      return [
        ...node.content.flatMap(({ attrs }) => picture(attrs, place)),
        ...(node.attrs?.caption ? [[line(`[${node.attrs.caption}]`)]] : []),
      ]
    case 'embed': {
      const { title, site, url } = node.attrs
      const words = [title, site].filter(Boolean).join(' — ')
      return [[...(words ? [line(words)] : []), line(url)]]
    }
    case 'note':
      return []
    case 'factBox':
    case 'questions':
    case 'timeline':
    case 'sources':
      return feature(node, place)
    default:
      return unknownNode(node)
  }
}

function feature(
  node: Extract<Block, { type: 'factBox' | 'questions' | 'timeline' | 'sources' }>,
  place: Place,
): TextBlock[] {
  const { language, digits } = place
  const words = (part: BodyNode & { content?: Parameters<typeof linesOf>[0] }) =>
    linesOf(part.content ?? [], place.direction, place.numberOf).filter((line) => line.text.trim() !== '')
  switch (node.type) {
    case 'factBox': {
      const [title, ...content] = node.content
      const head = blockText(title).trim() ? [words(title)] : []
      return [...head, ...blocksOf(content, place)].map((lines) => started([lines], '  '))
    }
    case 'questions':
      return node.content.flatMap(({ content: [question, answer] }) => [
        started([words(question)], `${language.asked}: `),
        started(blocksOf(answer.content, place), `${language.answered}: `),
      ])
    case 'timeline':
      return node.content.map(({ content: [when, ...told] }) =>
        together([words(when), ...blocksOf(told, place).map((lines) => started([lines], '  '))]),
      )
    case 'sources':
      return [
        together(
          node.content.map((source, at) =>
            started([words(source)], `[${toDigits(String(at + 1), digits)}] `),
          ),
        ),
      ]
    default:
      return unknownNode(node)
  }
}

const together = (blocks: readonly TextBlock[]): TextBlock => blocks.flat()

/** A bullet or a number before the first line, and as much room before the others. */
function started(blocks: readonly TextBlock[], start: string): TextBlock {
  const lines = blocks.flat()
  const room = ' '.repeat(start.length)
  return lines.map((line, at) => ({ ...line, start: (at === 0 ? start : room) + (line.start ?? '') }))
}

function picture({ alt, caption, credit }: PictureAttrs, { direction }: Place): TextBlock[] {
  const words = [caption || alt, credit].filter(Boolean).join(' — ')
  return words ? [[plainLine(`[${words}]`, direction)]] : []
}

function table({ content }: Table, place: Place): TextBlock {
  const [head] = content
  const rows = content.map((row) =>
    row.content.flatMap((cell) => {
      const text = blocksOf(cell.content, place)
        .flat()
        .map((line) => (line.start ?? '') + line.text)
        .join('\n')
      return [text, ...Array.from({ length: (cell.attrs?.colspan ?? 1) - 1 }, () => '')]
    }),
  )
  const hasHead = head?.content.every(({ type }) => type === 'tableHeader') ?? false
  return tableLines(rows, hasHead, place.direction)
}
