import type { FlagOption, FormatOption, Warning } from '../api/files.ts'
import { mediaNames } from '../model/map-story.ts'
import { packedMarker, type PackedContents } from '../model/packed.ts'
import { endingOf, exportName } from './file-name.ts'
import type { ExportFormat, ExportInput, ExportResult } from './format.ts'
import { optionsOf } from './options.ts'
import { toUtf8 } from './utf8.ts'
import { packedBytes, zipOf } from './zip-file.ts'

/** What can be in a packed file. */
export interface PackedParts {
  /** In their order. */
  formats: readonly ExportFormat[]
  /** The one whose file has the whole article: what is read when it comes in again. */
  whole: ExportFormat
  /** The ids of those that are in it unless somebody says otherwise. */
  usual: readonly string[]
}

/**
 * Everything of an article as one packed file: in each chosen format, with its pictures beside. The same article, theme and choice give
 * the same bytes: its files have no dates of their own.
 */
export function packed(parts: PackedParts): ExportFormat {
  const flag = (id: string, label: string, labelKey: string, isIn: boolean): FlagOption => ({
    id,
    kind: 'flag',
    label,
    labelKey,
    default: isIn,
  })
  const options: FormatOption[] = [
    ...parts.formats.map(({ id, label }) =>
      flag(id, `${label} in it`, `format.${id}`, parts.usual.includes(id)),
    ),
    flag('pictures', 'its pictures in it, beside the page', 'option.pictures', true),
    ...parts.formats.flatMap(({ options: own = [] }) => own.filter(({ id }) => id === 'theme')).slice(0, 1),
  ]
  return {
    id: 'zip',
    label: 'Packed file of everything',
    extension: 'zip',
    mime: 'application/zip',
    // As the file in it that has all of it.
    fields: parts.whole.fields,
    story: parts.whole.story,
    options,
    write: (input) => pack(input, parts, optionsOf({ id: 'zip', options }, input.options)),
  }
}

type PackedFile = readonly [name: string, bytes: Uint8Array]
const pictureFolder = 'pictures'

async function pack(
  input: ExportInput,
  { formats, whole }: PackedParts,
  has: Readonly<Record<string, string | boolean>>,
): Promise<ExportResult> {
  const { pictures, warnings } = has.pictures ? await picturesOf(input) : { pictures: [], warnings: [] }
  const lies = new Set(pictures.map(([name]) => name))
  const beside = (media: string): string => `${pictureFolder}/${media}`
  const files: PackedFile[] = []
  const stem = exportName(input.article, '{slug}')
  const nameOf = (format: ExportFormat) => `${stem}.${endingOf(format, formats)}`
  for (const format of formats.filter(({ id }) => has[id] === true)) {
    const { options: _ours, ...article } = input
    const written = await format.write({
      ...article,
      options: optionsOf(format),
      ...(lies.size > 0 && format !== whole && { beside }),
    })
    files.push([nameOf(format), written.bytes])
    warnings.push(...written.warnings)
  }
  const all = [...files, ...pictures.map(([name, bytes]): PackedFile => [beside(name), bytes])]
  const contents: PackedContents = {
    version: 1,
    id: input.article.id,
    ...(has[whole.id] === true && { article: nameOf(whole) }),
    files: all.map(([name]) => name),
  }
  const marker: PackedFile = [packedMarker, toUtf8(`${JSON.stringify(contents, null, 1)}\n`)]
  const laid = [marker, ...all].map(([name, bytes]) => ({
    path: name,
    ...packedBytes(bytes, isStored(name) ? 0 : 6, input.packer),
  }))
  return { bytes: zipOf(laid), warnings: distinct(warnings) }
}

async function picturesOf({ article, assets }: ExportInput) {
  const pictures: PackedFile[] = []
  const warnings: Warning[] = []
  for (const name of mediaNames(article)) {
    const picture = await assets.picture(name)
    if (picture) pictures.push([name, picture.bytes])
    else warnings.push({ code: 'picture-missing', message: `the picture ${name} is not in the library` })
  }
  return { pictures, warnings }
}

/** What is packed in itself is only laid in; so is the first, which is known by its first bytes. */
const isStored = (name: string): boolean =>
  name === packedMarker ||
  name.startsWith(`${pictureFolder}/`) ||
  /\.(?:docx|odt|pdf|zip|png|jpe?g)$/.test(name)

const distinct = (warnings: readonly Warning[]): Warning[] => [
  ...new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning])).values(),
]
