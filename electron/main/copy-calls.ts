import { dirname, join } from 'node:path'
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import type { HostApi } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { copyName, libraryForCopy } from '../node/copy-places.ts'
import { saveCopy } from '../node/library-copy.ts'
import { openCopy } from '../node/open-copy.ts'
import type { Words } from './words.ts'

export interface CopyCallsOptions {
  window: () => BrowserWindow | undefined
  words: () => Words
  /** The present library's folder. */
  library: () => string
  /** Exchanges it in every window. @throws DeskError */
  changeLibrary: (library: string) => Promise<string>
}

/** Copies of the library, by dialogs that main owns: no path comes from the page. */
export function copyCalls(options: CopyCallsOptions): Pick<HostApi, 'host.saveCopy' | 'host.openCopy'> {
  const { library, changeLibrary } = options
  return {
    'host.saveCopy': async ({ place }) => {
      refusePath(place)
      const file = await askForFile(options)
      if (file === undefined) return { place: null, articles: 0, bytes: 0 }
      const { articles, bytes } = await saveCopy({ library: library(), file })
      return { place: file, articles, bytes }
    },
    'host.openCopy': async ({ copy, place }) => {
      refusePath(copy ?? place)
      const file = await askForCopy(options)
      const folder = file && (await askForFolder(options))
      if (!file || !folder) return { library: null }
      const opened = await openCopy({ file, library: libraryForCopy(folder, file) })
      return { library: await changeLibrary(opened.library) }
    },
  }
}

function refusePath(path: string | undefined): void {
  if (path !== undefined) throw new DeskError('unsupported-here', 'this host asks for the place itself')
}

type Asking = Pick<CopyCallsOptions, 'window' | 'words' | 'library'>

const copyFilter = ({ words }: Asking) => ({ name: words().t('copy.filter'), extensions: ['zip'] })

async function askForFile(asking: Asking): Promise<string | undefined> {
  const { window, words, library } = asking
  const asked = {
    title: words().t('copy.saveTitle'),
    defaultPath: join(dirname(library()), copyName(new Date())),
    filters: [copyFilter(asking)],
  }
  const owner = window()
  const { canceled, filePath } = await (owner
    ? dialog.showSaveDialog(owner, asked)
    : dialog.showSaveDialog(asked))
  return canceled || !filePath ? undefined : filePath
}

const askForCopy = (asking: Asking): Promise<string | undefined> =>
  askToOpen(asking, {
    title: asking.words().t('copy.openTitle'),
    filters: [copyFilter(asking)],
    properties: ['openFile'],
  })

const askForFolder = (asking: Asking): Promise<string | undefined> =>
  askToOpen(asking, {
    title: asking.words().t('copy.placeTitle'),
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  })

async function askToOpen({ window, library }: Asking, wish: OpenDialogOptions): Promise<string | undefined> {
  const asked = { ...wish, defaultPath: dirname(library()) }
  const owner = window()
  const { canceled, filePaths } = await (owner
    ? dialog.showOpenDialog(owner, asked)
    : dialog.showOpenDialog(asked))
  return canceled ? undefined : filePaths[0]
}
