import { fileURLToPath } from 'node:url'
import { withDesk } from './desk-session.ts'
import { tellFailure } from './failure.ts'
import { isNewPlace, libraryPlace, mayFound } from '../node/library-place.ts'
import { addSamples } from '../node/samples.ts'

/** Beside the folder of the built program. */
const samplesFolder = fileURLToPath(new URL('../samples/', import.meta.url))

// Run by `npm start` alone, before the host: founds the library in the default place with the sample articles, and
// does nothing where anything is there already.
const place = libraryPlace(undefined)
const library = place.path
if (mayFound(place) && isNewPlace(library)) {
  try {
    await withDesk(library, 'create', (call) => addSamples(call, samplesFolder))
    process.stderr.write(`midad: a new library with three sample articles is in ${library}\n`)
  } catch (thrown) {
    process.stderr.write(`midad: the new library could not be made: ${tellFailure(thrown).message}\n`)
    process.exitCode = 1
  }
}
