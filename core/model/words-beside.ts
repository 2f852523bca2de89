import type { BodyNode, StoryBody } from './body.ts'

type NodeOf<Type> = BodyNode extends infer Node
  ? Node extends { type: infer Own }
    ? Type extends Own
      ? Node
      : never
    : never
  : never
type AttributeOf<Node> = Node extends { attrs?: infer Attrs } ? keyof NonNullable<Attrs> : never

/**
 * THE table of the words that nodes keep in attributes beside their text, which `blockText` leaves out: what is written at
 * pictures, galleries and cards, and who said a pull quote. In the order in which they stand on the page, behind whatever
 * stands in the node. Whoever looks into the words of a story asks here, so a new node type is decided upon once.
 */
const table = {
  image: ['caption', 'credit', 'alt'],
  gallery: ['caption'],
  embed: ['title', 'site', 'alt'],
  pullQuote: ['cite'],
  text: [],
  hardBreak: [],
  footnote: [],
  paragraph: [],
  heading: [],
  bulletList: [],
  orderedList: [],
  listItem: [],
  blockquote: [],
  table: [],
  tableRow: [],
  tableCell: [],
  tableHeader: [],
  horizontalRule: [],
  note: [],
  factBox: [],
  factTitle: [],
  questions: [],
  questionAnswer: [],
  question: [],
  answer: [],
  timeline: [],
  timelineEntry: [],
  when: [],
  sources: [],
  source: [],
} as const satisfies { readonly [Type in BodyNode['type']]: readonly AttributeOf<NodeOf<Type>>[] }

const byType = new Map<string, readonly string[]>(Object.entries(table))
const none: readonly string[] = []

/** The names of the attributes in which a node of this type keeps words; none for a type that the story does not know. */
export const attributeWords = (type: string): readonly string[] => byType.get(type) ?? none

/** The words in one attribute of a node; '' where it has none. */
export function wordsIn(attrs: Readonly<Record<string, unknown>> | undefined, attribute: string): string {
  const words = attrs?.[attribute]
  return typeof words === 'string' ? words : ''
}

const attrsOf = (node: BodyNode) => ('attrs' in node ? (node.attrs as Record<string, unknown>) : undefined)
const wordsOf = (node: BodyNode): string[] => [
  ...('content' in node ? (node.content ?? []).flatMap(wordsOf) : []),
  ...attributeWords(node.type).map((attribute) => wordsIn(attrsOf(node), attribute)),
]

/** All words of a story that stand beside its text, in the order of the page; none of them empty. */
export const wordsBeside = ({ content }: StoryBody): string[] => content.flatMap(wordsOf).filter(Boolean)
