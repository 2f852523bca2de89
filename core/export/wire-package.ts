import type { FormatOption } from '../api/files.ts'
import { mediaNames } from '../model/map-story.ts'
import type { ExportFormat, ExportInput, ExportResult, FolderAround } from './format.ts'
import { mediaPath } from './wire-pictures.ts'
import { packedBytes, zipOf, type Packer } from './zip-file.ts'

/**
 * A packaged send: the item as `<id>.<extension>` and its pictures at `media/<name>`, where it says that they lie, as a folder to drop
 * into an ingest. Names are made of ids and hashes alone.
 */
export async function inFolder(format: ExportFormat, input: ExportInput): Promise<ExportResult> {
  const { bytes, warnings } = await format.write({ ...input, beside: mediaPath })
  const beside: { path: string; bytes: Uint8Array }[] = []
  for (const media of mediaNames(input.article)) {
    const picture = await input.assets.picture(media)
    if (picture) beside.push({ path: mediaPath(media), bytes: picture.bytes })
  }
  return { bytes, warnings, inFolder: { item: `${input.article.id}.${format.extension}`, beside } }
}

/** The same as one zip. */
export async function packaged(format: ExportFormat, input: ExportInput): Promise<ExportResult> {
  const { bytes, warnings, inFolder: around } = await inFolder(format, input)
  return { bytes: around ? zipOfFolder(bytes, around, input.packer) : bytes, warnings, isZip: true }
}

/** What would lie in a folder as one zip, for a way that takes one file alone. */
export function zipOfFolder(bytes: Uint8Array, { item, beside }: FolderAround, packer?: Packer): Uint8Array {
  return zipOf([
    { path: item, ...packedBytes(bytes, 6, packer) },
    // Pictures are packed already.
    ...beside.map((each) => ({ path: each.path, ...packedBytes(each.bytes, 0, packer) })),
  ])
}

const packagedOption: FormatOption = {
  id: 'packaged',
  kind: 'choice',
  label: 'the item alone, with its pictures in one zip (yes), or with them in a folder',
  labelKey: 'option.packaged',
  default: 'no',
  choices: ['no', 'yes', 'folder'].map((value) => ({ value, labelKey: `option.packaged.${value}` })),
}

/** The same format, which makes a packaged send where somebody asks for one. */
export const packageable = (format: ExportFormat): ExportFormat => ({
  ...format,
  options: [...(format.options ?? []), packagedOption],
  write: (input) => {
    const wish = input.options?.packaged
    if (wish === 'folder') return inFolder(format, input)
    return wish === 'yes' ? packaged(format, input) : format.write(input)
  },
})
