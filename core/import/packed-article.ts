import { DeskError } from '../api/errors.ts'
import { packedContents, packedMarker } from '../model/packed.ts'
import { decodeText } from './decode.ts'
import type { ImportedFile, ImportInput, ImportSource, ImportTools } from './source.ts'

/** Everything of an article as Midad packs it (core/export/zip.ts): it comes in once, from the file in it that has all of it. */
export const packedArticle: ImportSource = {
  id: 'zip',
  accepts: ({ bytes }) => firstName(bytes) === packedMarker,
  read,
}

/** The name in the first local header of a zip (APPNOTE 4.3.7); undefined where there is none. */
function firstName(bytes: Uint8Array): string | undefined {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  const length = (bytes[26] ?? 0) + (bytes[27] ?? 0) * 256
  return isZip && length === packedMarker.length
    ? String.fromCharCode(...bytes.subarray(30, 30 + length))
    : undefined
}

async function read({ bytes, language }: ImportInput, tools: ImportTools): Promise<ImportedFile> {
  const archive = await tools.unzip(bytes)
  const marker = await archive.read(packedMarker)
  const contents = packedContents.safeParse(marker && jsonOf(marker)).data
  if (!contents) throw new DeskError('unreadable', `${packedMarker} does not say what is packed`)
  // Without the whole article the first of its forms that can be read has to do: the page.
  const wished = contents.article === undefined ? contents.files : [contents.article]
  let failure: unknown
  for (const name of wished) {
    const inner = await archive.read(name)
    if (!inner) continue
    try {
      const { articles } = await tools.inside({ name, bytes: inner, language })
      // The file is the article: what it is called inside is nobody's matter.
      return { articles: articles.map(({ name: _inside, ...article }) => article) }
    } catch (error) {
      failure ??= error
    }
  }
  throw failure ?? new DeskError('unreadable', 'none of the files that it names is in it')
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).text)
  } catch {
    return undefined
  }
}
