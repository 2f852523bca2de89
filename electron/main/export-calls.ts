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

interface ChosenPlace {
  folder: string
  /** For people: the folder, or the zip. */
  shown: string
  place: ExportPlace
}
type Asked = Pick<ExportCallsOptions, 'window' | 'words'>

/**
 * Many files into a folder, or a zip, that main asks for once: neither a path nor the bytes come from the page. A target that has had
 * a folder goes there again unasked, where that is still there.
 */
export function exportCalls({ writeFile, ...asking }: ExportCallsOptions): ExportCalls {
  let lastFolder: string | undefined
  let open: { run: string; place: ExportPlace } | undefined
  return {
    'host.openExport': async ({ target, isZip = false }) => {
      const known = target === undefined ? undefined : folderOf(target)
      const usual = lastFolder ?? app.getPath('documents')
      const chosen = await (isZip ? zipFor(known, usual, asking) : folderFor(known, usual, asking))
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

async function folderFor(
  known: string | undefined,
  usual: string,
  asking: Asked,
): Promise<ChosenPlace | undefined> {
  const folder = known ?? (await askForFolder(usual, asking))
  return folder === undefined ? undefined : { folder, shown: folder, place: await exportPlace(folder) }
}

async function zipFor(
  known: string | undefined,
  usual: string,
  asking: Asked,
): Promise<ChosenPlace | undefined> {
  const file = known === undefined ? await askForZip(usual, asking) : zipIn(known)
  return file === undefined ? undefined : { folder: dirname(file), shown: file, place: zipPlace(file) }
}

async function askForFolder(defaultPath: string, { window, words }: Asked): Promise<string | undefined> {
  const asked = {
    title: words().t('files.chooseFolder'),
    defaultPath,
    properties: ['openDirectory' as const, 'createDirectory' as const, 'promptToCreate' as const],
  }
  const owner = window()
  const { canceled, filePaths } = await (owner
    ? dialog.showOpenDialog(owner, asked)
    : dialog.showOpenDialog(asked))
  return canceled ? undefined : filePaths[0]
}

async function askForZip(folder: string, { window, words }: Asked): Promise<string | undefined> {
  const asked = { title: words().t('files.chooseZip'), defaultPath: zipIn(folder) }
  const owner = window()
  const { canceled, filePath } = await (owner
    ? dialog.showSaveDialog(owner, asked)
    : dialog.showSaveDialog(asked))
  return canceled || !filePath ? undefined : filePath
}
