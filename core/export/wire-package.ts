import type { FormatOption } from '../api/files.ts'
import { mediaNames } from '../model/map-story.ts'
import type { ExportFormat, ExportInput, ExportResult } from './format.ts'
import { mediaPath } from './wire-pictures.ts'
import { packedBytes, zipOf, type FileOfZip } from './zip-file.ts'

/**
 * A packaged send: the item as `<id>.<extension>` and its pictures at `media/<name>`, where it says that they lie, in one zip to drop into
 * an ingest. Names are made of ids and hashes alone.
 */
export async function packaged(format: ExportFormat, input: ExportInput): Promise<ExportResult> {
  const { article, packer } = input
  const { bytes, warnings } = await format.write({ ...input, beside: mediaPath })
  const files: FileOfZip[] = [{ path: `${article.id}.${format.extension}`, ...packedBytes(bytes, 6, packer) }]
  for (const media of mediaNames(article)) {
    const picture = await input.assets.picture(media)
    // Pictures are packed already.
    if (picture) files.push({ path: mediaPath(media), ...packedBytes(picture.bytes, 0, packer) })
  }
  return { bytes: zipOf(files), warnings, isZip: true }
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
