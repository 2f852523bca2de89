import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { DeskApi, HostApi } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { exportPlace, type ExportPlace } from '../node/export-place.ts'
import type { Words } from './words.ts'

export interface ExportCallsOptions {
  window: () => BrowserWindow | undefined
  words: () => Words
  /** Of the present library. */
  exportArticle: DeskApi['article.export']
}

type ExportCalls = Pick<HostApi, 'host.openExport' | 'host.exportInto' | 'host.closeExport'>

/** Many files into a folder that main asks for once: neither a path nor the bytes come from the page. */
export function exportCalls({ window, words, exportArticle }: ExportCallsOptions): ExportCalls {
  let lastFolder: string | undefined
  let open: { run: string; place: ExportPlace } | undefined
  return {
    'host.openExport': async () => {
      const asked = {
        title: words().t('files.chooseFolder'),
        defaultPath: lastFolder ?? app.getPath('documents'),
        properties: ['openDirectory' as const, 'createDirectory' as const, 'promptToCreate' as const],
      }
      const owner = window()
      const { canceled, filePaths } = await (owner
        ? dialog.showOpenDialog(owner, asked)
        : dialog.showOpenDialog(asked))
      const folder = filePaths[0]
      if (canceled || folder === undefined) return null
      const run = randomBytes(32).toString('base64url')
      // One at a time: the window has one dialog for it.
      open = { run, place: await exportPlace(folder) }
      lastFolder = folder
      return { run, place: folder }
    },
    'host.exportInto': async ({ run, ...asked }) => {
      if (open?.run !== run) throw new DeskError('export-ended', 'this export is not open')
      const { place } = open
      const file = await exportArticle(asked)
      const { path, bytes } = await place.write(file)
      return { name: basename(path), bytes, warnings: file.warnings }
    },
    'host.closeExport': ({ run }) => {
      if (open?.run === run) open = undefined
      return Promise.resolve(null)
    },
  }
}
