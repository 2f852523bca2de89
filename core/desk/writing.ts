import { DeskError } from '../api/errors.ts'
import type { ExportAssets, ExportFormat, ExportInput, ExportResult } from '../export/format.ts'
import { formats } from '../export/registry.ts'

/** An article on its way out, as it can be handed to another thread: all but what lies outside it. */
export type ExportJob = Omit<ExportInput, 'assets' | 'beside' | 'packer'> & { format: string }
/** What packs zips, of the machine it is written on. */
export type ExportPacker = NonNullable<ExportInput['packer']>

/** @throws DeskError 'unknown-format' */
export function requireFormat(id: string, known: readonly ExportFormat[] = formats): ExportFormat {
  const format = known.find((each) => each.id === id)
  if (!format) throw new DeskError('unknown-format', `there is no format ${id}`, { format: id })
  return format
}

/** Writes it on whatever thread it is called on. @throws DeskError 'unknown-format' */
export const writeJob = (
  { format, ...input }: ExportJob,
  assets: ExportAssets,
  packer?: ExportPacker,
): Promise<ExportResult> => requireFormat(format).write({ ...input, assets, packer })
