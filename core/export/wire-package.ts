import { zipSync, type Zippable } from 'fflate'
import type { FormatOption } from '../api/files.ts'
import { mediaNames } from '../model/map-story.ts'
import type { ExportFormat, ExportInput, ExportResult } from './format.ts'
import { mediaPath } from './wire-pictures.ts'
import { noDate } from './zip-date.ts'

/**
 * A packaged send: the item as `<id>.<extension>` and its pictures at `media/<name>`, where it says that they lie, in one zip to drop into
 * an ingest. Names are made of ids and hashes alone.
 */
export async function packaged(format: ExportFormat, input: ExportInput): Promise<ExportResult> {
  const { bytes, warnings } = await format.write({ ...input, beside: mediaPath })
  const entries: Zippable = {
    [`${input.article.id}.${format.extension}`]: [bytes, { mtime: noDate, level: 6 }],
  }
  for (const media of mediaNames(input.article)) {
    const picture = await input.assets.picture(media)
    // Pictures are packed already.
    if (picture) entries[mediaPath(media)] = [picture.bytes, { mtime: noDate, level: 0 }]
  }
  return { bytes: zipSync(entries), warnings, isZip: true }
}

const packagedOption: FormatOption = {
  id: 'packaged',
  kind: 'flag',
  label: 'the item and its pictures in one zip',
  labelKey: 'option.packaged',
  default: false,
}

/** The same format, which makes a packaged send where somebody asks for one. */
export const packageable = (format: ExportFormat): ExportFormat => ({
  ...format,
  options: [...(format.options ?? []), packagedOption],
  write: (input) => (input.options?.packaged === true ? packaged(format, input) : format.write(input)),
})
