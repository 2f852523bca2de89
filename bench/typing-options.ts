import { parseArgs } from 'node:util'
import { rowIds, rows, type Row } from './rows.ts'

/** What one run measures. */
export interface TypingPlan {
  wordCounts: number[]
  rounds: number
  keys: number
  rows: Row[]
  /** True where they were asked for by name: then at every size. */
  isNamed: boolean
  /** Making all bold, pasting from Word and the heap as well. */
  edits: boolean
  /** Between two keys at least; half a frame more on average. */
  pauseMs: number
  /** In Midad's library at least. */
  articles: number
}

export const typingHelp = `npm run bench -- typing [options]: what a key costs in Midad and in the editors beside it

  --words LIST   sizes of the story (600,5000,50000)
  --rounds N     how often each is measured (3)
  --keys N       keys that count in each measurement (200)
  --pause MS     between two keys, and up to a frame more (12); 180 types as a person does, so that what waits
                 for a rest (the save, the preview) comes into the figures
  --articles N   in Midad's library at least, for the list beside the story (300)
  --edits        also: all of it bold, 5,000 words from Word pasted into 600, the heap
  --rows LIST    of ${rowIds.join(',')}
                 (all; ckeditor, quill and slate beyond 5,000 words only where they are named)
  --quick        600,5000 words, 1 round, 60 keys: a first look, no result
`

/** Reads the words after \`typing\`. @throws TypeError for what they may not be; undefined when help is wished */
export function readTypingPlan(args: readonly string[]): TypingPlan | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      words: { type: 'string' },
      rounds: { type: 'string' },
      keys: { type: 'string' },
      pause: { type: 'string' },
      articles: { type: 'string' },
      rows: { type: 'string' },
      edits: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const count = (name: string, text: string): number => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1) throw new TypeError(`--${name} wants whole numbers from 1 on`)
    return value
  }
  const isQuick = values.quick
  const wished = values.rows?.split(',')
  const unknown = wished?.find((id) => !rows.some((row) => row.id === id))
  if (unknown !== undefined) throw new TypeError(`there is no row ${unknown}: ${rowIds.join(', ')}`)
  return {
    wordCounts: (values.words ?? (isQuick ? '600,5000' : '600,5000,50000'))
      .split(',')
      .map((text) => count('words', text)),
    rounds: count('rounds', values.rounds ?? (isQuick ? '1' : '3')),
    keys: count('keys', values.keys ?? (isQuick ? '60' : '200')),
    pauseMs: count('pause', values.pause ?? '12'),
    articles: count('articles', values.articles ?? '300'),
    rows: rows.filter(({ id }) => !wished || wished.includes(id)),
    isNamed: wished !== undefined,
    edits: values.edits,
  }
}
