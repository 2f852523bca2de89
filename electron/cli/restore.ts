import { resolve } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { makeRoomFor } from '../node/library-place.ts'
import { openCopy } from '../node/open-copy.ts'
import { command } from './command.ts'
import { untilStopped } from './stop-signal.ts'

/** `midad restore`: such a copy becomes a library in a folder that is new or empty; it is there whole or not at all. */
export const restore = command({
  name: 'restore',
  words: 'FILE',
  wordCount: [1, 1],
  summary: 'make a library of such a copy; its folder must be new or empty',
  options: {},
  async run({ words, library, mayCreate, progress }) {
    // As for `new`: a library that was chosen once and is gone lies on a disk that is not connected.
    if (!mayCreate) {
      throw new DeskError('library-missing', `${library} is not there; --library names another place`, {
        path: library,
      })
    }
    const file = resolve(words[0] ?? '')
    await makeRoomFor(library)
    const opened = await untilStopped((signal) => openCopy({ file, library, onProgress: progress, signal }))
    return {
      json: opened,
      lines: [`${opened.library}: ${opened.articles} articles, ${opened.files} files`],
    }
  },
})
