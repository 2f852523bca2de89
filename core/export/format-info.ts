import type { FormatInfo } from '../api/files.ts'
import type { ExportFormat } from './format.ts'

/** What others need to know of a format. */
export const infoOf = ({ id, label, extension, mime, options = [], writeAll }: ExportFormat): FormatInfo => ({
  id,
  label,
  extension,
  mime,
  options,
  holdsMany: writeAll !== undefined,
})
