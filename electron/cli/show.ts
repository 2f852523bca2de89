import { readFile } from 'node:fs/promises'
import { LibraryPaths } from '../node/library-folder.ts'
import { command } from './command.ts'

/** `midad show`: one article as it is stored. */
export const show = command({
  name: 'show',
  words: 'ID',
  wordCount: [1, 1],
  summary: 'print an article as it is stored, in JSON',
  options: {},
  async run({ words: [id = ''], library, withDesk }) {
    const { article, readOnly } = await withDesk('read', (call) => call('article.open', { id }))
    // The desk shows only what it knows of a file that a newer Midad wrote: here the file itself is asked for.
    const isForeign = readOnly !== null && readOnly.reason !== 'library-locked'
    const stored: unknown = isForeign
      ? JSON.parse(await readFile(new LibraryPaths(library).article(id), 'utf8'))
      : article
    return { json: stored, lines: [JSON.stringify(stored, undefined, 2)] }
  },
})
