import { z } from 'zod'
import type { Warning } from '../api/files.ts'
import { DeskError } from '../api/errors.ts'
import { readArticle, type Article } from '../model/article.ts'
import { fromBase64 } from '../model/base64.ts'
import { allFields, allParts } from '../model/carried.ts'
import { mapStory, mediaNames } from '../model/map-story.ts'
import { decodeText } from './decode.ts'
import { parseJson } from './json-text.ts'
import { jsonKeys } from './sniff.ts'
import type { ImportedArticle, ImportInput, ImportSource } from './source.ts'

/**
 * A Midad article outside a library (`.json`, and `.midad` of older Midads): an article.json (contract.md, "The library on disk") that carries its pictures in
 * `media`, base64 by name. It becomes an article of its own, as a draft; an article.json without `media` comes without
 * its pictures. A file with parts that this version does not know is refused, because a copy would lack them.
 */
export const midadJson: ImportSource = {
  id: 'midad-json',
  fields: { ...allFields('kept'), status: 'as: draft' },
  story: { ...allParts('kept'), note: 'leave-out' },
  accepts: ({ name, bytes }) => midadFile.ending.test(name) || (/\.json$/i.test(name) && isArticle(bytes)),
  read: (file) => ({ articles: [read(file)] }),
}

/** How older Midads named such a file; the system opens it with Midad (electron-builder.yml). */
export const midadFile = { ending: /\.midad$/i, mime: 'application/vnd.midad.article+json' }

/** Any other JSON has no version of our schema. */
const isArticle = (bytes: Uint8Array): boolean => jsonKeys(bytes)?.has('schemaVersion') ?? false

const carried = z.object({ media: z.record(z.string(), z.string()).optional().catch(undefined) })
/** More pictures than this are no article. */
const maxPictures = 200

function read({ bytes, language }: ImportInput): ImportedArticle {
  const json = parseJson(decodeText(bytes).text)
  const found = readArticle(json)
  if (found.kind === 'unreadable') throw new DeskError('unreadable', found.reason)
  if (found.kind === 'foreign') {
    throw new DeskError('unsupported-file', `a newer Midad wrote it: ${found.unknown.join(', ')}`)
  }
  const { article } = found
  const { names, pictures } = picturesOf(article, carried.safeParse(json).data?.media ?? {})
  const missing = mediaNames(article).filter((media) => !names.has(media)).length
  const { leadImage } = article.fields
  return {
    language: language ?? article.language,
    fields: {
      ...article.fields,
      leadImage: leadImage && { ...leadImage, media: names.get(leadImage.media ?? '') ?? null },
    },
    body: mapStory(article.body, {
      picture: (picture) => {
        const media = names.get(picture.media)
        return media === undefined ? undefined : { ...picture, media }
      },
    }),
    pictures,
    warnings: missing > 0 ? [leftOut(missing)] : [],
    original: article.id,
    translatedFrom: article.translatedFrom,
  }
}

const leftOut = (count: number): Warning => ({
  code: 'picture-left-out',
  message: `${count} pictures are not inside the file`,
})

/** The carried pictures that the article uses, each under `import:<n>`. */
function picturesOf(article: Article, media: Readonly<Record<string, string>>) {
  const names = new Map<string, string>()
  const pictures: ImportedArticle['pictures'] = []
  for (const name of mediaNames(article).slice(0, maxPictures)) {
    const bytes = Object.hasOwn(media, name) ? fromBase64(media[name] ?? '') : undefined
    if (!bytes || bytes.length === 0) continue
    names.set(name, `import:${pictures.length}`)
    // Looked at when it is stored; what the name says is not believed.
    pictures.push({ bytes, mime: '' })
  }
  return { names, pictures }
}
