import { Menu, type BrowserWindow } from 'electron'
import type { Translate } from '../../core/i18n/translate.ts'
import { editRoles } from './menu.ts'

/** Under the right button: in a text what can be done with text, over a selection that it can be copied. */
export function offerContextMenu(window: BrowserWindow, words: () => { t: Translate }): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const canDo: Record<string, boolean> = {
      cut: editFlags.canCut,
      copy: editFlags.canCopy,
      paste: editFlags.canPaste,
      pasteAndMatchStyle: editFlags.canPaste,
      selectAll: editFlags.canSelectAll,
    }
    const items = editRoles(words().t)
      .filter(({ role }) => isEditable || (role === 'copy' && selectionText !== ''))
      .map((item) => ({ ...item, enabled: canDo[item.role ?? ''] ?? true }))
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
