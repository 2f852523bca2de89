import { dialog, type BrowserWindow } from 'electron'
import type { Translate } from '../../core/i18n/translate.ts'

export interface MishapsOptions {
  words: () => { t: Translate }
  /** Loads the page again, with the article that was open. */
  reload: () => void
}

/** A page that died or hangs: its user hears what the disk has, and is offered the page again. */
export function watchForMishaps(window: BrowserWindow, { words, reload }: MishapsOptions): void {
  const offer = async (kind: 'gone' | 'hangs', signal?: AbortSignal): Promise<boolean> => {
    const { t } = words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: t(`mishap.${kind}`),
      detail: t('mishap.kept'),
      buttons: [t('mishap.reload'), t(kind === 'gone' ? 'mishap.leaveIt' : 'mishap.wait')],
      defaultId: kind === 'gone' ? 0 : 1,
      cancelId: 1,
      noLink: true,
      ...(signal && { signal }),
    })
    return response === 0 && !signal?.aborted && !window.isDestroyed()
  }
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    if (isEnding) {
      isEnding = false
      return
    }
    void offer('gone').then((isWished) => isWished && reload())
  })
  let isEnding = false
  const startOver = (): void => {
    // Only a dead process gives its page back; that it dies is no mishap.
    isEnding = true
    window.webContents.forcefullyCrashRenderer()
    reload()
  }
  let waiting: AbortController | undefined
  window.on('unresponsive', () => {
    waiting?.abort()
    const patience = (waiting = new AbortController())
    void offer('hangs', patience.signal).then((isWished) => isWished && startOver())
  })
  window.on('responsive', () => waiting?.abort())
}
