import type { MessageKey } from '../i18n/languages.ts'
import type { Keys } from './keys.ts'

/** Where a command stands in the native menu, in the palette and in the list of keys. */
export const commandGroups = [
  'article',
  'status',
  'edit',
  'text',
  'block',
  'insert',
  'table',
  'view',
  'help',
] as const
export type CommandGroup = (typeof commandGroups)[number]

/** One thing a person can ask the desk to do. */
export interface Command {
  id: string
  label: MessageKey
  group: CommandGroup
  /** The first is shown; the others work too. Keys a browser keeps for itself (Ctrl+N, Ctrl+T, Ctrl+W) are left alone. */
  keys?: readonly Keys[]
  /** 'article': only where one is open; 'text': only where it can be changed; 'library': only where that can. */
  needs?: 'article' | 'text' | 'library'
}

/** THE table of commands: feeds native menu, palette and keys alike. `story.<command>` is one of the editor's. */
// prettier-ignore
const table = [
  { id: 'article.new', label: 'library.new', group: 'article', keys: [{ code: 'KeyN', alt: true }], needs: 'library' },
  { id: 'article.import', label: 'import.files', group: 'article', keys: [{ code: 'KeyO', alt: true }], needs: 'library' },
  { id: 'article.from-clipboard', label: 'command.fromClipboard', group: 'article', keys: [{ code: 'KeyV', alt: true }], needs: 'library' },
  { id: 'article.duplicate', label: 'command.duplicateArticle', group: 'article', keys: [{ code: 'KeyC', alt: true }], needs: 'article' },
  { id: 'article.translate', label: 'translate.command', group: 'article', keys: [{ code: 'KeyT', alt: true }], needs: 'article' },
  { id: 'article.save', label: 'command.save', group: 'article', keys: [{ code: 'KeyS' }], needs: 'text' },
  { id: 'article.export', label: 'command.export', group: 'article', keys: [{ code: 'KeyE' }], needs: 'article' },
  { id: 'versions.open', label: 'versions.name', group: 'article', keys: [{ code: 'KeyH', alt: true }], needs: 'article' },
  { id: 'version.keep', label: 'command.keepVersion', group: 'article', needs: 'text' },
  { id: 'article.trash', label: 'article.trash', group: 'article', needs: 'text' },
  { id: 'article.next', label: 'command.nextArticle', group: 'article', keys: [{ code: 'BracketRight', alt: true }] },
  { id: 'article.previous', label: 'command.previousArticle', group: 'article', keys: [{ code: 'BracketLeft', alt: true }] },
  { id: 'search.focus', label: 'library.search', group: 'article', keys: [{ code: 'KeyF', shift: true }] },
  { id: 'trash.open', label: 'command.trashList', group: 'article' },
  { id: 'library.choose', label: 'command.chooseLibrary', group: 'article' },
  { id: 'library.saveCopy', label: 'command.saveCopy', group: 'article' },
  { id: 'library.openCopy', label: 'command.openCopy', group: 'article' },
  { id: 'library.reveal', label: 'command.revealLibrary', group: 'article' },
  { id: 'types.open', label: 'types.command', group: 'article' },
  { id: 'settings.open', label: 'settings.name', group: 'article', keys: [{ code: 'Comma' }] },
  { id: 'status.draft', label: 'command.statusDraft', group: 'status', needs: 'text' },
  { id: 'status.ready', label: 'command.statusReady', group: 'status', needs: 'text' },
  { id: 'status.published', label: 'command.statusPublished', group: 'status', needs: 'text' },
  { id: 'status.killed', label: 'command.statusKilled', group: 'status', needs: 'text' },
  { id: 'story.undo', label: 'format.undo', group: 'edit', keys: [{ code: 'KeyZ' }], needs: 'text' },
  { id: 'story.redo', label: 'format.redo', group: 'edit', keys: [{ code: 'KeyY' }, { code: 'KeyZ', shift: true }], needs: 'text' },
  { id: 'find.open', label: 'find.name', group: 'edit', keys: [{ code: 'KeyF' }], needs: 'article' },
  { id: 'find.replace', label: 'command.replace', group: 'edit', keys: [{ code: 'KeyH' }], needs: 'text' },
  { id: 'find.next', label: 'find.next', group: 'edit', keys: [{ code: 'F3', plain: true }, { code: 'KeyG' }], needs: 'article' },
  { id: 'find.previous', label: 'find.previous', group: 'edit', keys: [{ code: 'F3', plain: true, shift: true }, { code: 'KeyG', shift: true }], needs: 'article' },
  { id: 'spelling.next', label: 'spelling.next', group: 'edit', keys: [{ code: 'F7', plain: true }], needs: 'article' },
  { id: 'spelling.previous', label: 'spelling.previous', group: 'edit', keys: [{ code: 'F7', plain: true, shift: true }], needs: 'article' },
  { id: 'spelling.suggest', label: 'spelling.suggest', group: 'edit', keys: [{ code: 'Semicolon' }], needs: 'text' },
  { id: 'spelling.toggle', label: 'spelling.toggle', group: 'edit' },
  { id: 'page.go-to', label: 'goTo.command', group: 'edit', keys: [{ code: 'KeyG', alt: true }], needs: 'article' },
  { id: 'story.bold', label: 'format.bold', group: 'text', keys: [{ code: 'KeyB' }], needs: 'text' },
  { id: 'story.italic', label: 'format.italic', group: 'text', keys: [{ code: 'KeyI' }], needs: 'text' },
  { id: 'story.underline', label: 'format.underline', group: 'text', keys: [{ code: 'KeyU' }], needs: 'text' },
  { id: 'story.strike', label: 'format.strike', group: 'text', keys: [{ code: 'KeyX', shift: true }], needs: 'text' },
  { id: 'story.subscript', label: 'format.subscript', group: 'text', needs: 'text' },
  { id: 'story.superscript', label: 'format.superscript', group: 'text', needs: 'text' },
  { id: 'story.isolate', label: 'format.isolate', group: 'text', keys: [{ code: 'KeyI', alt: true }], needs: 'text' },
  { id: 'story.quotation-marks', label: 'format.quotationMarks', group: 'text', keys: [{ code: 'Quote', shift: true }], needs: 'text' },
  { id: 'story.ask-for-link', label: 'format.link', group: 'text', keys: [{ code: 'KeyK', shift: true }], needs: 'text' },
  { id: 'story.unlink', label: 'link.remove', group: 'text', needs: 'text' },
  { id: 'story.open-link', label: 'command.openLink', group: 'text', keys: [{ code: 'Enter', alt: true, plain: true }], needs: 'text' },
  { id: 'page.selection-menu', label: 'selection.name', group: 'text', keys: [{ code: 'F10', alt: true, plain: true }], needs: 'text' },
  { id: 'story.clear-formatting', label: 'format.clear', group: 'text', needs: 'text' },
  { id: 'transform.open', label: 'command.transform', group: 'text', needs: 'text' },
  { id: 'transform.digits', label: 'transform.digits', group: 'text', needs: 'text' },
  { id: 'transform.quotes', label: 'transform.quotes', group: 'text', needs: 'text' },
  { id: 'x-ray.clean', label: 'xray.cleanAll', group: 'text', keys: [{ code: 'F8' }], needs: 'text' },
  { id: 'story.paragraph', label: 'format.paragraph', group: 'block', keys: [{ code: 'Digit0', alt: true }], needs: 'text' },
  { id: 'story.heading-2', label: 'format.heading2', group: 'block', keys: [{ code: 'Digit2', alt: true }], needs: 'text' },
  { id: 'story.heading-3', label: 'format.heading3', group: 'block', keys: [{ code: 'Digit3', alt: true }], needs: 'text' },
  { id: 'story.heading-4', label: 'format.heading4', group: 'block', keys: [{ code: 'Digit4', alt: true }], needs: 'text' },
  { id: 'story.bullet-list', label: 'format.bullets', group: 'block', keys: [{ code: 'Digit8', shift: true }], needs: 'text' },
  { id: 'story.numbered-list', label: 'format.numbers', group: 'block', keys: [{ code: 'Digit7', shift: true }], needs: 'text' },
  { id: 'story.quote', label: 'format.quote', group: 'block', keys: [{ code: 'Digit9', shift: true }], needs: 'text' },
  { id: 'story.pull-quote', label: 'format.pullQuote', group: 'block', keys: [{ code: 'Digit9', alt: true }], needs: 'text' },
  { id: 'story.direction-rtl', label: 'command.directionRtl', group: 'block', needs: 'text' },
  { id: 'story.direction-ltr', label: 'command.directionLtr', group: 'block', needs: 'text' },
  { id: 'story.move-up', label: 'command.moveUp', group: 'block', keys: [{ code: 'ArrowUp', alt: true, plain: true }], needs: 'text' },
  { id: 'story.move-down', label: 'command.moveDown', group: 'block', keys: [{ code: 'ArrowDown', alt: true, plain: true }], needs: 'text' },
  { id: 'story.duplicate', label: 'command.duplicate', group: 'block', needs: 'text' },
  { id: 'story.delete-block', label: 'command.deleteBlock', group: 'block', needs: 'text' },
  { id: 'page.block-menu', label: 'blockMenu.name', group: 'block', keys: [{ code: 'F10', alt: true, shift: true, plain: true }], needs: 'text' },
  { id: 'insert.picture', label: 'format.image', group: 'insert', needs: 'text' },
  { id: 'story.ask-for-embed', label: 'command.embed', group: 'insert', needs: 'text' },
  { id: 'insert.gallery', label: 'command.gallery', group: 'insert', needs: 'text' },
  { id: 'story.gallery', label: 'command.gatherPictures', group: 'insert', needs: 'text' },
  { id: 'story.take-apart', label: 'gallery.apart', group: 'insert', needs: 'text' },
  { id: 'story.ask-for-crop', label: 'command.crop', group: 'insert', needs: 'text' },
  { id: 'story.picture-forward', label: 'command.pictureForward', group: 'insert', needs: 'text' },
  { id: 'story.picture-back', label: 'command.pictureBack', group: 'insert', needs: 'text' },
  { id: 'story.table', label: 'format.table', group: 'insert', needs: 'text' },
  { id: 'story.rule', label: 'format.rule', group: 'insert', needs: 'text' },
  { id: 'story.insert-zwnj', label: 'format.zwnj', group: 'insert', keys: [{ code: 'Digit2', shift: true }], needs: 'text' },
  { id: 'story.insert-nbsp', label: 'format.nbsp', group: 'insert', keys: [{ code: 'Space', shift: true }], needs: 'text' },
  { id: 'story.insert-rlm', label: 'format.rlm', group: 'insert', keys: [{ code: 'KeyR', alt: true }], needs: 'text' },
  { id: 'story.insert-lrm', label: 'format.lrm', group: 'insert', keys: [{ code: 'KeyL', alt: true }], needs: 'text' },
  { id: 'story.insert-alm', label: 'format.alm', group: 'insert', keys: [{ code: 'KeyA', alt: true }], needs: 'text' },
  { id: 'story.insert-zwj', label: 'format.zwj', group: 'insert', keys: [{ code: 'Digit1', shift: true }], needs: 'text' },
  { id: 'story.insert-tatweel', label: 'format.tatweel', group: 'insert', keys: [{ code: 'KeyK', alt: true }], needs: 'text' },
  { id: 'story.note', label: 'format.note', group: 'insert', keys: [{ code: 'KeyM', alt: true }], needs: 'text' },
  { id: 'story.footnote', label: 'format.footnote', group: 'insert', keys: [{ code: 'KeyU', alt: true }], needs: 'text' },
  { id: 'story.fact-box', label: 'format.factBox', group: 'insert', keys: [{ code: 'Digit5', alt: true }], needs: 'text' },
  { id: 'story.questions', label: 'format.questions', group: 'insert', keys: [{ code: 'Digit6', alt: true }], needs: 'text' },
  { id: 'story.timeline', label: 'format.timeline', group: 'insert', keys: [{ code: 'Digit7', alt: true }], needs: 'text' },
  { id: 'story.next-note', label: 'command.nextNote', group: 'edit', keys: [{ code: 'KeyM', alt: true, shift: true }], needs: 'text' },
  { id: 'story.fold-notes', label: 'command.foldNotes', group: 'edit', needs: 'text' },
  { id: 'story.next-tk', label: 'command.nextTk', group: 'edit', keys: [{ code: 'KeyJ', alt: true }], needs: 'text' },
  { id: 'story.to-source', label: 'command.toSource', group: 'edit', keys: [{ code: 'KeyU', alt: true, shift: true }], needs: 'text' },
  { id: 'story.table-row-before', label: 'table.rowBefore', group: 'table', keys: [{ code: 'ArrowUp', alt: true }], needs: 'text' },
  { id: 'story.table-row-after', label: 'table.rowAfter', group: 'table', keys: [{ code: 'ArrowDown', alt: true }], needs: 'text' },
  { id: 'story.table-column-before', label: 'table.columnBefore', group: 'table', needs: 'text' },
  { id: 'story.table-column-after', label: 'table.columnAfter', group: 'table', needs: 'text' },
  { id: 'story.table-header-row', label: 'table.headerRow', group: 'table', needs: 'text' },
  { id: 'story.table-header-column', label: 'table.headerColumn', group: 'table', needs: 'text' },
  { id: 'story.table-merge', label: 'table.merge', group: 'table', needs: 'text' },
  { id: 'story.table-split', label: 'table.split', group: 'table', needs: 'text' },
  { id: 'story.table-delete-row', label: 'table.deleteRow', group: 'table', needs: 'text' },
  { id: 'story.table-delete-column', label: 'table.deleteColumn', group: 'table', needs: 'text' },
  { id: 'story.table-delete', label: 'table.delete', group: 'table', needs: 'text' },
  { id: 'panel.details', label: 'details.name', group: 'view', keys: [{ code: 'KeyD', alt: true }], needs: 'article' },
  { id: 'panel.preview', label: 'preview.name', group: 'view', keys: [{ code: 'KeyP', alt: true }], needs: 'article' },
  { id: 'panel.outline', label: 'outline.name', group: 'view', keys: [{ code: 'KeyO', shift: true }], needs: 'article' },
  { id: 'panel.source', label: 'source.name', group: 'view', needs: 'article' },
  { id: 'pane.library', label: 'library.toggle', group: 'view', keys: [{ code: 'Backslash' }] },
  { id: 'pane.inspector', label: 'inspector.toggle', group: 'view', keys: [{ code: 'Backslash', shift: true }], needs: 'article' },
  { id: 'view.focus', label: 'focus.toggle', group: 'view', keys: [{ code: 'KeyF', alt: true }], needs: 'article' },
  { id: 'x-ray.toggle', label: 'xray.name', group: 'view', keys: [{ code: 'KeyX', alt: true }], needs: 'article' },
  { id: 'x-ray.next', label: 'xray.next', group: 'view', keys: [{ code: 'F8', plain: true }], needs: 'article' },
  { id: 'view.next-pane', label: 'command.nextPane', group: 'view', keys: [{ code: 'F6', plain: true }] },
  { id: 'view.previous-pane', label: 'command.previousPane', group: 'view', keys: [{ code: 'F6', plain: true, shift: true }] },
  { id: 'view.typewriter', label: 'settings.typewriter', group: 'view' },
  { id: 'view.dim', label: 'settings.dimsOthers', group: 'view' },
  { id: 'view.larger', label: 'command.larger', group: 'view', keys: [{ code: 'Equal', alt: true }] },
  { id: 'view.smaller', label: 'command.smaller', group: 'view', keys: [{ code: 'Minus', alt: true }] },
  { id: 'view.actual-size', label: 'command.actualSize', group: 'view', keys: [{ code: 'Digit0', alt: true, shift: true }] },
  { id: 'appearance.system', label: 'command.appearanceSystem', group: 'view' },
  { id: 'appearance.light', label: 'command.appearanceLight', group: 'view' },
  { id: 'appearance.dark', label: 'command.appearanceDark', group: 'view' },
  { id: 'palette.open', label: 'palette.name', group: 'help', keys: [{ code: 'KeyK' }] },
  { id: 'help.keys', label: 'help.keys', group: 'help', keys: [{ code: 'Slash' }] },
  { id: 'help.tour', label: 'help.tour', group: 'help', needs: 'library' },
  { id: 'help.welcome', label: 'help.welcome', group: 'help' },
] as const satisfies readonly Command[]

export type CommandId = (typeof table)[number]['id']
/** The ids of these groups. */
export type CommandIn<Group extends CommandGroup> = Extract<(typeof table)[number], { group: Group }>['id']
/** The table, each entry widened to what every command has. */
export const commands: readonly (Command & { id: CommandId })[] = table
const byId = new Map<string, Command & { id: CommandId }>(commands.map((command) => [command.id, command]))

/** The command of an id that came from elsewhere; undefined where there is none. */
export const commandOf = (id: string): (Command & { id: CommandId }) | undefined => byId.get(id)
