import { dirname } from 'node:path'
import { dialog } from 'electron'
import { toErrorData } from '../../core/api/errors.ts'
import { addSamples } from '../node/samples.ts'
import { callsThrough } from '../node/call-desk.ts'
import { isNewPlace, mayFound, type LibraryPlace } from '../node/library-place.ts'
import type { OpenDesk } from '../node/open-desk.ts'
import { built } from './built.ts'
import { chooseLibraryFolder } from './library-dialogs.ts'
import { failureSentence, type Words } from './words.ts'

export interface FirstLibraryOptions {
  place: LibraryPlace
  words: Words
  open: (library: string, create: boolean) => Promise<OpenDesk>
  /** Another place was chosen because the first could not be opened. */
  remember: (library: string) => Promise<void>
}

/** The library that Midad starts with; where it cannot be opened its user is asked. Undefined: better not at all. */
export async function openFirstLibrary(options: FirstLibraryOptions): Promise<OpenDesk | undefined> {
  const { place, words, open, remember } = options
  const isFirstStart = place.source === 'default' && isNewPlace(place.path)
  let { path } = place
  let isChosen = false
  for (;;) {
    try {
      const opened = await open(path, isChosen || mayFound(place))
      if (isChosen) await remember(opened.library.path).catch(() => undefined)
      else if (isFirstStart)
        await addSamples(callsThrough(opened.dispatch), built.samples).catch(() => undefined)
      return opened
    } catch (thrown) {
      const answer = await ask(path, toErrorData(thrown).code, words)
      if (answer === 'quit') return undefined
      if (answer === 'again') continue
      const chosen = await chooseLibraryFolder(undefined, words, dirname(path))
      if (chosen !== undefined) {
        path = chosen
        isChosen = true
      }
    }
  }
}

async function ask(path: string, code: string, { t }: Words): Promise<'again' | 'choose' | 'quit'> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: t('library.notOpened', { path }),
    detail: failureSentence(t, code),
    buttons: [t('leaving.again'), t('command.chooseLibrary'), t('menu.quit')],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return response === 0 ? 'again' : response === 1 ? 'choose' : 'quit'
}
