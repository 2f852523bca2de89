import { Fragment, Slice, type Mark, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model'
import { cleanText } from '../../../core/language/clean-text.ts'
import { plainLines, type ReadText, type TextBlock } from '../../../core/recognise/read-text.ts'
import { isInsideWord } from '../isolation.ts'
import { isBlank } from './settle-slice.ts'

interface Taken {
  schema: Schema
  /** Hidden characters that were taken out. */
  hidden: number
}

/** Text with its isolates as bdi marks, whole words only. */
function inlineOf(words: string, marks: readonly Mark[], taken: Taken): ProseMirrorNode[] {
  const { text, removed, isolates } = cleanText(words)
  taken.hidden += removed
  const nodes: ProseMirrorNode[] = []
  const add = (part: string, own: readonly Mark[]): void => {
    if (part) nodes.push(taken.schema.text(part, own))
  }
  const { bdi } = taken.schema.marks
  let done = 0
  for (const { from, to, dir } of isolates) {
    if (!bdi || isInsideWord(text, from) || isInsideWord(text, to)) continue
    add(text.slice(done, from), marks)
    add(text.slice(from, to), bdi.create({ dir }).addToSet(marks))
    done = to
  }
  add(text.slice(done), marks)
  return nodes
}

function nodeOf(block: TextBlock, taken: Taken): ProseMirrorNode | null {
  const { nodes, marks } = taken.schema
  if (block.kind === 'quote') {
    const content = block.blocks.flatMap((each) => nodeOf(each, taken) ?? [])
    return content.length > 0 ? (nodes.blockquote?.create(null, content) ?? null) : null
  }
  const marksOf = (name: string | undefined): Mark[] => {
    const type = name === undefined ? undefined : marks[name]
    return type ? [type.create()] : []
  }
  const sender = block.sender === null ? [] : inlineOf(`${block.sender}:`, marksOf('bold'), taken)
  const words = block.runs.flatMap(({ text, mark }) => inlineOf(text, marksOf(mark), taken))
  const gap = sender.length > 0 ? [taken.schema.text(' ')] : []
  const paragraph = nodes.paragraph?.create(null, [...sender, ...gap, ...words])
  return paragraph && !isBlank(paragraph) ? paragraph : null
}

function sliceOf(blocks: readonly TextBlock[], schema: Schema): { slice: Slice; hidden: number } {
  const taken: Taken = { schema, hidden: 0 }
  const content = blocks.flatMap((block) => nodeOf(block, taken) ?? [])
  const open = (node: ProseMirrorNode | undefined): number => (node?.isTextblock ? 1 : 0)
  return {
    slice: new Slice(Fragment.fromArray(content), open(content[0]), open(content.at(-1))),
    hidden: taken.hidden,
  }
}

/** What was read in a text, as a piece of the story. `hidden`: how many hidden characters were taken out. */
export const readSlice = (read: ReadText, schema: Schema): { slice: Slice; hidden: number } =>
  sliceOf(read.blocks, schema)

/** Plain text as paragraphs, one a line, empty lines left out. */
export const plainSlice = (text: string, schema: Schema): { slice: Slice; hidden: number } =>
  sliceOf(
    plainLines(text).map((line) => ({ kind: 'paragraph', sender: null, runs: [{ text: line }] })),
    schema,
  )
