import type { MessageKey } from '../../../../core/i18n/languages.ts'
import {
  tableCommandNames,
  type EditorCommand,
  type TableCommand,
} from '../../../editor/story-editor-types.ts'

const reasons: Readonly<Partial<Record<TableCommand, MessageKey>>> = {
  'table-merge': 'table.why.merge',
  'table-split': 'table.why.split',
  'table-delete-row': 'table.why.deleteRow',
  'table-delete-column': 'table.why.deleteColumn',
}

export const isOfTables = (command: EditorCommand): command is TableCommand =>
  (tableCommandNames as readonly string[]).includes(command)

/** Why a command for tables does not apply at the selection; null where nothing but the table itself is in its way. */
export const whyNot = (command: TableCommand, inTable: boolean): MessageKey | null =>
  inTable ? (reasons[command] ?? null) : 'table.why.outside'
