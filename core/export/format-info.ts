import type { FormatInfo } from '../api/files.ts'
import type { ExportFormat } from './format.ts'

/** Whether of several articles it makes one file. */
export const holdsMany = (format: ExportFormat): boolean => 'writeAll' in format

/** What others need to know of a format. */
export const infoOf = (format: ExportFormat): FormatInfo => {
  const { id, label, extension, mime, options = [] } = format
  return { id, label, extension, mime, options, holdsMany: holdsMany(format) }
}
