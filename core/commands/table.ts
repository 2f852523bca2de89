import type { MessageKey } from '../i18n/languages.ts'

/** One thing a person can ask the desk to do: feeds keys now, menus and palette later. */
export interface Command {
  id: CommandId
  label: MessageKey
  /** By physical key (`KeyboardEvent.code`), so that it works on an Arabic keyboard too; Ctrl is Command on a Mac. */
  keys: { code: string; shift?: true; alt?: true }
}
export type CommandId =
  | 'article.new'
  | 'article.save'
  | 'article.export'
  | 'search.focus'
  | 'panel.details'
  | 'panel.preview'
  | 'pane.library'
  | 'pane.inspector'

/** Keys a browser keeps for itself (Ctrl+N, Ctrl+T, Ctrl+W) are left alone. */
export const commands: readonly Command[] = [
  { id: 'article.new', label: 'library.new', keys: { code: 'KeyN', alt: true } },
  { id: 'article.save', label: 'command.save', keys: { code: 'KeyS' } },
  { id: 'article.export', label: 'export.name', keys: { code: 'KeyE' } },
  { id: 'search.focus', label: 'library.search', keys: { code: 'KeyF', shift: true } },
  { id: 'panel.details', label: 'details.name', keys: { code: 'KeyD', alt: true } },
  { id: 'panel.preview', label: 'preview.name', keys: { code: 'KeyP', alt: true } },
  { id: 'pane.library', label: 'library.toggle', keys: { code: 'Backslash' } },
  { id: 'pane.inspector', label: 'inspector.toggle', keys: { code: 'Backslash', shift: true } },
]
