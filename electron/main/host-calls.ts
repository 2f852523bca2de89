import { basename, dirname, join } from 'node:path'
import { app, dialog, shell, type BrowserWindow } from 'electron'
import type { HostApi } from '../../core/api/contract.ts'
import type { FlushRounds } from '../node/flush-rounds.ts'
import { writeWhole } from '../node/write-whole.ts'
import { copyCalls, type CopyCallsOptions } from './copy-calls.ts'
import { exportCalls, type ExportCallsOptions } from './export-calls.ts'
import { pastedPictures } from './pasted-pictures.ts'
import type { Words } from './words.ts'

export interface HostCallsOptions extends CopyCallsOptions, ExportCallsOptions {
  rounds: FlushRounds
}

type OwnCalls = Omit<
  HostApi,
  | `host.${'choose' | 'new' | 'move'}Library`
  | 'host.libraries'
  | 'host.openRecent'
  | 'host.forgetLibrary'
  | 'host.stopMoving'
>

/** What this host does beside the desk; each dialog is owned by main, and no path comes from the page. */
export function hostCalls(options: HostCallsOptions): OwnCalls {
  const { window, words, library, rounds } = options
  let lastFolder: string | undefined
  return {
    'host.revealLibrary': async () => ({ isRevealed: (await shell.openPath(library())) === '' }),
    'host.saveFile': async ({ name, base64 }) => {
      const asked = {
        title: words().t('export.save'),
        defaultPath: join(lastFolder ?? app.getPath('documents'), plainName(name)),
      }
      const owner = window()
      const { canceled, filePath } = await (owner
        ? dialog.showSaveDialog(owner, asked)
        : dialog.showSaveDialog(asked))
      if (canceled || !filePath) return { place: null }
      // Readable for others, as files are that people hand over.
      await writeWhole(filePath, Buffer.from(base64, 'base64'), { mode: 0o644 })
      lastFolder = dirname(filePath)
      return { place: filePath }
    },
    ...copyCalls(options),
    ...exportCalls(options),
    ...pastedPictures(window),
    'host.openLink': async ({ url }) => ({ isOpened: await openLink(url, window(), words()) }),
    'host.flushed': async (answer) => {
      rounds.answered(answer)
      return null
    },
  }
}

// The name is proposed by the page: a folder in it is none of its business.
const plainName = (name: string): string => basename(name.replaceAll('\\', '/')) || 'midad'

const leadOutside = ['https:', 'http:', 'mailto:', 'tel:']
/** LRI … PDI (UAX #9): an address reads left to right in an Arabic dialog too. */
const leftToRight = (text: string): string => `\u2066${text}\u2069`

/** Opens an address of the web, of mail or of a phone, once its user has seen where it leads; false for any other. */
export async function openLink(
  address: string,
  owner: BrowserWindow | undefined,
  { t }: Words,
): Promise<boolean> {
  const url = URL.parse(address)
  if (!url || !leadOutside.includes(url.protocol)) return false
  const asked = {
    type: 'question' as const,
    message: t('link.openOutside'),
    detail: [url.host, url.href].filter(Boolean).map(leftToRight).join('\n'),
    buttons: [t('link.open'), t('dialog.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const { response } = await (owner ? dialog.showMessageBox(owner, asked) : dialog.showMessageBox(asked))
  if (response !== 0) return false
  // As parsed and written again, never as it came.
  await shell.openExternal(url.href)
  return true
}
