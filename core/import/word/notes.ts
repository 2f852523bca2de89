import type { Block } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import type { Source } from '../../model/story-blocks.ts'
import { childrenOf } from '../xml-tree.ts'
import { flattened } from './elements.ts'
import { readParagraph, trimmed } from './paragraphs.ts'
import { contentOf, stored } from './place.ts'
import type { Relation } from './package.ts'
import type { NamedNote, WordReading } from './reading.ts'

type Words = NonNullable<Source['content']>

/** The sources of a story: its footnotes and endnotes in the order in which the text names them, then those that it does not name. */
export function sourcesOf(
  reading: WordReading,
  relations: Record<'footnotes' | 'endnotes', ReadonlyMap<string, Relation>>,
): Block[] {
  const directions = new Set<Direction | undefined>()
  // A note may name another: the list grows while it is read.
  const content: Source[] = []
  const ids = new Set<string>()
  for (let at = 0; at < reading.named.length; at += 1) {
    const note = reading.named[at] as NamedNote
    reading.relations = relations[note.part]
    reading.fields.length = 0
    const { words, direction } = noteWords(note, reading)
    directions.add(direction)
    content.push({ type: 'source', attrs: { id: note.id }, ...contentOf(words) })
  }
  for (const { id, words, direction } of reading.loose) {
    directions.add(direction)
    if (!reading.isNamed(id) && !ids.has(id))
      content.push({ type: 'source', attrs: { id }, ...contentOf(plain(words)) })
    ids.add(id)
  }
  if (content.length === 0) return []
  const [direction, ...others] = directions
  return [{ type: 'sources', ...(others.length === 0 && stored(direction, reading.direction)), content }]
}

function noteWords(
  { element }: NamedNote,
  reading: WordReading,
): { words: Words; direction: Direction | undefined } {
  const words: Words = []
  let direction: Direction | undefined
  for (const paragraph of flattened(childrenOf(element)).filter(({ name }) => name === 'p')) {
    const read = readParagraph(paragraph, reading)
    direction ??= read.direction
    const line = plain(reading.isOwn ? read.line.content : trimmed(read.line.content))
    if (line.length === 0) continue
    if (words.length > 0) words.push({ type: 'hardBreak' })
    words.push(...line)
  }
  return { words, direction }
}

/** A source names no other. */
const plain = (content: readonly (Words[number] | { type: 'footnote' })[]): Words =>
  content.filter((node): node is Words[number] => node.type !== 'footnote')
