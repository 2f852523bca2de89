import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { HostApi } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import type { WriteFile } from '../../core/desk/exporting.ts'
import { folderOf, foldersOfTargets, noteFolder } from '../node/export-folders.ts'
import { exportPlace, zipIn, zipPlace, type ExportPlace } from '../node/export-place.ts'
import type { Words } from './words.ts'

export interface ExportCallsOptions {
  window: () => BrowserWindow | undefined
  words: () => Words
  /** Of the present library. */
  writeFile: WriteFile
}

type ExportCalls = Pick<
  HostApi,
  'host.openExport' | 'host.exportInto' | 'host.closeExport' | 'host.exportFolders'
>

/**
 * Many files into a folder, or a zip, that main asks for once: neither a path nor the bytes come from the page. A target that has had
 * a folder goes there again unasked, where that is still there.
 */
export function exportCalls({ window, words, writeFile }: ExportCallsOptions): ExportCalls {
  let lastFolder: string | undefined
  let open: { run: string; place: ExportPlace } | undefined
  const usualFolder = () => lastFolder ?? app.getPath('documents')
  const askForFolder = async (): Promise<string | undefined> => {
    const asked = {
      title: words().t('files.chooseFolder'),
      defaultPath: usualFolder(),
      properties: ['openDirectory' as const, 'createDirectory' as const, 'promptToCreate' as const],
    }
    const owner = window()
    const { canceled, filePaths } = await (owner
      ? dialog.showOpenDialog(owner, asked)
      : dialog.showOpenDialog(asked))
    return canceled ? undefined : filePaths[0]
  }
  const askForZip = async (folder: string): Promise<string | undefined> => {
    const asked = { title: words().t('files.chooseZip'), defaultPath: zipIn(folder) }
    const owner = window()
    const { canceled, filePath } = await (owner
      ? dialog.showSaveDialog(owner, asked)
      : dialog.showSaveDialog(asked))
    return canceled || !filePath ? undefined : filePath
  }
  const placeFor = async (target: string | undefined, isZip: boolean | undefined) => {
    const known = target === undefined ? undefined : folderOf(target)
    if (isZip) {
      const file = known === undefined ? await askForZip(usualFolder()) : zipIn(known)
      return file && { folder: dirname(file), shown: file, place: zipPlace(file) }
    }
    const folder = known ?? (await askForFolder())
    return folder && { folder, shown: folder, place: await exportPlace(folder) }
  }
  return {
    'host.openExport': async ({ target, isZip }) => {
      const chosen = await placeFor(target, isZip)
      if (!chosen) return null
      const { folder, shown, place } = chosen
      const run = randomBytes(32).toString('base64url')
      // One at a time: the window has one dialog for it.
      open = { run, place }
      lastFolder = folder
      if (target !== undefined) await noteFolder(target, folder).catch(() => undefined)
      return { run, place: shown }
    },
    'host.exportInto': async ({ run, ...asked }) => {
      if (open?.run !== run) throw new DeskError('export-ended', 'this export is not open')
      const { place } = open
      const making = writeFile(asked)
      const { path, bytes } = await place.write(making)
      return { name: basename(path), bytes, warnings: (await making).warnings }
    },
    'host.exportFolders': () => Promise.resolve({ folders: foldersOfTargets() }),
    'host.closeExport': async ({ run }) => {
      if (open?.run !== run) return null
      const { place } = open
      open = undefined
      await place.close()
      return null
    },
  }
}
