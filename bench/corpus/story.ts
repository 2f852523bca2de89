import type { Block, Inline, Mark, Paragraph, StoryBody } from '../../core/model/body.ts'
import { blockText } from '../../core/model/measure.ts'
import { createWriter, type Emphasis, type Word, type Writer } from './writer.ts'

const markOf: Record<Emphasis, Mark> = {
  bold: { type: 'bold' },
  italic: { type: 'italic' },
  link: { type: 'link', attrs: { href: 'https://example.org/story' } },
}

/** Words as runs of text: neighbours of one emphasis share a run and the space between two runs is plain. */
function inlineOf(said: readonly Word[]): Inline[] {
  const runs: { text: string; emphasis: Emphasis | undefined }[] = []
  said.forEach(({ text, emphasis }, index) => {
    const last = runs.at(-1)
    const space = index === 0 ? '' : ' '
    if (last && last.emphasis === emphasis) last.text += space + text
    else if (last?.emphasis && !emphasis) runs.push({ text: space + text, emphasis })
    else {
      if (last) last.text += space
      runs.push({ text, emphasis })
    }
  })
  return runs.map(({ text, emphasis }) =>
    emphasis ? { type: 'text', text, marks: [markOf[emphasis]] } : { type: 'text', text },
  )
}

const paragraph = (said: readonly Word[]): Paragraph => ({ type: 'paragraph', content: inlineOf(said) })

/** How often the blocks of a long read come: shares of 1, the rest are paragraphs. */
const shares = { heading: 0.1, blockquote: 0.04, list: 0.04 }

function nextBlock(writer: Writer, room: number, isAfterHeading: boolean): { block: Block; words: number } {
  const { chance } = writer
  const kind = chance()
  const sized = (least: number, most: number): number =>
    Math.min(room, least + Math.floor(chance() * (most - least + 1)))
  if (kind < shares.heading && !isAfterHeading) {
    const words = sized(4, 8)
    const level = chance() < 0.75 ? 2 : 3
    return {
      words,
      block: { type: 'heading', attrs: { level }, content: inlineOf(writer.title(words)) },
    }
  }
  if (kind < shares.heading + shares.blockquote) {
    const words = sized(14, 30)
    return { words, block: { type: 'blockquote', content: [paragraph(writer.sentences(words))] } }
  }
  if (kind < shares.heading + shares.blockquote + shares.list && room >= 40) {
    const sizes = Array.from({ length: 3 + Math.floor(chance() * 3) }, () => 5 + Math.floor(chance() * 4))
    const content = sizes.map((size) => ({
      type: 'listItem' as const,
      content: [paragraph(writer.sentences(size))],
    }))
    const words = sizes.reduce((sum, size) => sum + size, 0)
    return { words, block: { type: chance() < 0.5 ? 'bulletList' : 'orderedList', content } }
  }
  const words = sized(20, 70)
  return { words, block: paragraph(writer.sentences(words)) }
}

/**
 * A long read of exactly `words` words (as core/model/measure.ts counts them), the same for the same seed: Arabic
 * paragraphs, headings, lists and quotes with bold, italic, links, Latin names and numbers.
 */
export function makeStory(words: number, seed = 11): StoryBody {
  const writer = createWriter(seed)
  const content: Block[] = []
  let written = 0
  while (written < words) {
    const next = nextBlock(writer, words - written, content.at(-1)?.type === 'heading')
    content.push(next.block)
    written += next.words
  }
  return content.length > 0 ? { type: 'doc', content } : { type: 'doc', content: [{ type: 'paragraph' }] }
}

/** The characters of the story of so many words. */
export const charactersOf = (words: number): number =>
  makeStory(words).content.reduce((sum, block) => sum + blockText(block).length, 0)

/** So many single letters and spaces as a reporter would type them, the same for the same seed. */
export function makeKeys(count: number, seed = 5): string[] {
  const letters = createWriter(seed)
    .sentences(count)
    .map(({ text }) => text.replace(/[^\u0621-\u064a]/g, ''))
    .filter(Boolean)
    .join(' ')
  return Array.from(letters.slice(0, count))
}
