import { clipboard, type BrowserWindow } from 'electron'
import type { HostApi } from '../../core/api/contract.ts'
import { readPastedPicture } from '../node/pasted-picture.ts'

/** The clipboard's markup at this moment; nothing where it holds none. */
async function markupNow(): Promise<string> {
  for (const item of await clipboard.read()) {
    if (item.types.includes('text/html')) return (await item.getType('text/html')).text()
  }
  return ''
}

/** Pictures that a word processor has laid beside what it copied, for the window that somebody works in. */
export const pastedPictures = (
  window: () => BrowserWindow | undefined,
): Pick<HostApi, 'host.readPastedPicture'> => ({
  'host.readPastedPicture': async ({ address }) => {
    // Somebody who pastes is in the window; a page in the background has no business with the clipboard.
    if (!window()?.isFocused()) return { picture: null }
    return { picture: await readPastedPicture(address, await markupNow()) }
  },
})
