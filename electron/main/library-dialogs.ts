import { dirname, join } from 'node:path'
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import { DeskError } from '../../core/api/errors.ts'
import type { LibraryCallsOptions } from '../node/library-calls.ts'
import { libraryIn } from '../node/library-place.ts'
import { placeForMoved } from '../node/move-present.ts'
import type { Words } from './words.ts'

export interface AskingForLibraries {
  window: () => BrowserWindow | undefined
  words: () => Words
  /** The present library's folder. */
  library: () => string
}

/** Places of libraries, by dialogs that main owns: no path comes from the page. */
export function askForLibrary({ window, words, library }: AskingForLibraries): LibraryCallsOptions['askFor'] {
  const near = () => dirname(library())
  return {
    library: async (place) => {
      refusePath(place)
      return chooseLibraryFolder(window(), words(), near())
    },
    new: async (place) => {
      refusePath(place)
      const { t } = words()
      const owner = window()
      const asked = {
        title: t('library.newTitle'),
        buttonLabel: t('library.create'),
        defaultPath: join(near(), t('library.newTitle')),
      }
      const { canceled, filePath } = await (owner
        ? dialog.showSaveDialog(owner, asked)
        : dialog.showSaveDialog(asked))
      return canceled || !filePath ? undefined : filePath
    },
    move: async (place) => {
      refusePath(place)
      const folder = await chooseFolder(window(), {
        title: words().t('library.moveTitle'),
        buttonLabel: words().t('library.moveHere'),
        defaultPath: near(),
      })
      return folder === undefined ? undefined : placeForMoved(folder, library())
    },
  }
}

function refusePath(place: string | undefined): void {
  if (place !== undefined) throw new DeskError('unsupported-here', 'this host asks for the folder itself')
}

/** A folder for a library, by the system's own dialog; undefined where its user thought better of it. */
export async function chooseLibraryFolder(
  owner: BrowserWindow | undefined,
  { t }: Words,
  near: string,
): Promise<string | undefined> {
  const folder = await chooseFolder(owner, { title: t('command.chooseLibrary'), defaultPath: near })
  return folder === undefined ? undefined : libraryIn(folder)
}

async function chooseFolder(
  owner: BrowserWindow | undefined,
  wish: OpenDialogOptions,
): Promise<string | undefined> {
  const asked: OpenDialogOptions = {
    ...wish,
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  }
  const { canceled, filePaths } = await (owner
    ? dialog.showOpenDialog(owner, asked)
    : dialog.showOpenDialog(asked))
  return canceled ? undefined : filePaths[0]
}
