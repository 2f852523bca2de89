import { resolve } from 'node:path'
import { copyIn } from '../node/copy-places.ts'
import { saveCopy } from '../node/library-copy.ts'
import { command } from './command.ts'
import { untilStopped } from './stop-signal.ts'

/** `midad backup`: the whole library as one file. It only reads, so a host may have the library open meanwhile. */
export const backup = command({
  name: 'backup',
  words: 'FILE',
  wordCount: [1, 1],
  summary: 'save a copy of the whole library as one file, or as a new one in a folder',
  options: {},
  async run({ words, library, progress }) {
    const file = copyIn(resolve(words[0] ?? ''), new Date())
    const saved = await untilStopped((signal) => saveCopy({ library, file, onProgress: progress, signal }))
    return {
      json: saved,
      lines: [`${saved.file}: ${saved.articles} articles, ${saved.files} files, ${saved.bytes} bytes`],
    }
  },
})
