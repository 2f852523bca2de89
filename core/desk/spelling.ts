import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { SpellingState } from '../api/spelling.ts'
import { decodeText } from '../import/decode.ts'
import {
  entriesOf,
  entryOf,
  mergedLists,
  oddLines,
  withEntries,
  withoutEntries,
} from '../language/spelling/house-list.ts'
import { limits } from '../model/limits.ts'
import { bytesOf } from './pictures.ts'
import type { DeskRoom } from './room.ts'

type Spelling = Pick<DeskApi, Extract<keyof DeskApi, `spelling.${string}`>>

/** The house's words and dictionaries; whatever changes them is told to all windows. */
export function spellingCalls(room: DeskRoom): Spelling {
  const { spelling } = room.ports
  const state = async (words?: string): Promise<SpellingState> => ({
    words: words ?? (await spelling.words()),
    dictionaries: await spelling.dictionaries(),
  })
  const tell = async (words?: string): Promise<SpellingState> => {
    const data = await state(words)
    room.ports.tell({ name: 'spelling.changed', data })
    return data
  }
  return {
    'spelling.state': () => state(),
    'spelling.change': async ({ language, add = [], remove = [] }) => {
      room.requireWritable()
      const odd = add.find((entry) => entryOf(entry) === null)
      if (odd !== undefined) throw new DeskError('bad-request', `no word and no pair: ${odd}`, { word: odd })
      const change = (text: string) => withEntries(withoutEntries(text, language, remove), language, add)
      return tell(await spelling.changeWords(change))
    },
    'spelling.merge': async ({ base64 }) => {
      room.requireWritable()
      const other = listIn(bytesOf(base64))
      let added = 0
      const words = await spelling.changeWords((text) => {
        const merged = mergedLists(text, other)
        added = merged.added
        return merged.text
      })
      return { state: await tell(words), added, odd: oddLines(other) }
    },
    'spelling.putDictionary': async ({ language, name, affixes, words }) => {
      room.requireWritable()
      await spelling.putDictionary(language, { name, affixes: bytesOf(affixes), words: bytesOf(words) })
      return tell()
    },
    'spelling.dropDictionary': async ({ language }) => {
      room.requireWritable()
      await spelling.dropDictionary(language)
      return tell()
    },
    'spelling.readDictionary': ({ language }) => spelling.readDictionary(language),
    'spelling.ignored': async ({ id, add }) => {
      if (add) room.requireWritable()
      return { words: await spelling.ignored(id, add && `${add.language} ${add.word}`) }
    },
  }
}

/** @throws DeskError 'too-large' | 'not-a-word-list' */
function listIn(bytes: Uint8Array): string {
  const most = limits.wordListBytes
  if (bytes.length > most)
    throw new DeskError('too-large', 'the list is too large', { limit: 'wordListBytes', most })
  try {
    const { text } = decodeText(bytes)
    if (entriesOf(text).length > 0) return text
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
  }
  throw new DeskError('not-a-word-list', 'the file holds no words in sections such as [ckb]')
}
