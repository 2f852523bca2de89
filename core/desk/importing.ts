import type { DeskApi } from '../api/contract.ts'
import type { ImportedFile, Warning } from '../api/files.ts'
import { DeskError, toErrorData } from '../api/errors.ts'
import { unrealDayWarnings, withRealDate } from '../export/real-days.ts'
import { sourceFor } from '../import/registry.ts'
import type { ImportedArticle } from '../import/source.ts'
import type { Article, ArticleId, TranslatedFrom } from '../model/article.ts'
import { cleanBody, cleanHref } from '../model/clean-body.ts'
import { articleFields, emptyFields, type ArticleFields } from '../model/fields.ts'
import { mapStory } from '../model/map-story.ts'
import { schemaVersion } from '../model/migrate.ts'
import { checkPicture } from './picture.ts'
import { bytesOf } from './pictures.ts'
import type { DeskRoom } from './room.ts'
import { timeOfUlid } from './ulid.ts'

type Importing = Pick<DeskApi, 'article.import' | 'article.reads' | 'article.beside'>

/** Taking files in: what cannot be read is answered as `failed`, never thrown, so that the rest goes on. */
export function importCalls(room: DeskRoom): Importing {
  return {
    'article.reads': ({ name, head }) =>
      Promise.resolve({ reads: sourceFor({ name, bytes: bytesOf(head) }) !== undefined }),
    // A file that cannot be read calls nothing: what is wrong with it is told when it is to come in.
    'article.beside': (file) =>
      room.ports.imports.beside(file).then(
        (addresses) => ({ addresses }),
        () => ({ addresses: [] }),
      ),
    'article.import': async ({ name, ...file }) => {
      room.requireWritable()
      const answer: ImportedFile = { articles: [], failed: [] }
      try {
        const { articles, failed } = await room.ports.imports.read({ name, ...file })
        answer.failed.push(
          ...(failed ?? []).map((each) => ({ source: inside(name, each.name), ...each.error })),
        )
        const arriving = articles.map((imported) => ({ id: room.newId(), imported }))
        for (const { id, imported } of arriving) {
          const source = inside(name, imported.name)
          await storeOne({ room, id, source, imported, arriving }, answer)
        }
      } catch (error) {
        answer.failed.push({ source: name, ...toErrorData(error) })
      }
      return answer
    },
  }
}

/** As it is told: the file, and what lies inside it. */
const inside = (file: string, name: string | undefined): string => (name ? `${file}/${name}` : file)

/** An article that comes in, under the id that it will have. */
interface Arriving {
  id: ArticleId
  imported: ImportedArticle
}
interface Storing extends Arriving {
  room: DeskRoom
  source: string
  /** All that come in with it. */
  arriving: readonly Arriving[]
}

/** One of several that cannot be stored leaves the others alone; a file that is one article fails as a whole. */
async function storeOne(storing: Storing, answer: ImportedFile): Promise<void> {
  try {
    answer.articles.push(await store(storing))
  } catch (error) {
    answer.failed.push({ source: storing.source, ...toErrorData(error) })
  }
}

async function store(storing: Storing): Promise<ImportedFile['articles'][number]> {
  const { room, id, source, imported } = storing
  const now = new Date(timeOfUlid(id)).toISOString()
  const { names, warnings } = await storePictures(room, id, imported)
  const said = { fields: fieldsOf(imported, names) }
  // A day that there is not is no date. An embargo that ends on one holds: nobody but the desk may say that it is over.
  const { fields } = withRealDate(said)
  const { language } = imported
  const translatedFrom = await sourceOf(storing)
  const article: Article = {
    schemaVersion,
    id,
    revision: 0,
    language,
    status: 'draft',
    createdAt: now,
    updatedAt: now,
    fields,
    body: cleanBody(bodyOf(imported, names)),
    ...(translatedFrom && { translatedFrom }),
  }
  await room.alone(id, () => room.ports.articles.put(article))
  room.announce(article)
  return {
    id,
    source,
    headline: article.fields.headline,
    language,
    warnings: [
      ...imported.warnings,
      ...warnings,
      ...unrealDayWarnings(said),
      ...besideOriginal(room, imported),
    ],
  }
}

/**
 * The article that it was translated from: the copy that comes in with it, else the one that the library has. One that is nowhere here
 * stays named, as when an original is gone: what goes out again says it still.
 */
async function sourceOf({ room, imported, arriving }: Storing): Promise<TranslatedFrom | undefined> {
  const named = imported.translatedFrom
  if (!named) return undefined
  const copy = arriving.find((each) => each.imported !== imported && each.imported.original === named.id)
  if (copy) return { id: copy.id, revision: 0, version: '' }
  if (room.ports.rows.get(named.id) === undefined) return { ...named, revision: named.revision ?? 0 }
  const present = await room.read(named.id).catch(() => undefined)
  const revision = present?.article.revision ?? 0
  // A wire counts the first text, which nobody has saved yet, as version 1.
  const isPresent = named.revision === undefined || named.revision === Math.max(1, revision)
  return { ...named, revision: isPresent ? revision : (named.revision ?? 0) }
}

/** What comes in is an article of its own, also where the library has the one that the file was made from. */
function besideOriginal(room: DeskRoom, { original }: ImportedArticle): Warning[] {
  if (original === undefined || room.ports.rows.get(original) === undefined) return []
  return [{ code: 'already-here', message: `a copy of article ${original}, which is in the library` }]
}

/** What stands under `import:<n>` in the story, once it is stored. */
interface StoredPicture {
  media: string
  width: number
  height: number
}
type PictureNames = ReadonlyMap<string, StoredPicture>

async function storePictures(
  room: DeskRoom,
  id: ArticleId,
  { pictures }: ImportedArticle,
): Promise<{ names: PictureNames; warnings: Warning[] }> {
  const names = new Map<string, StoredPicture>()
  const warnings: Warning[] = []
  for (const [index, { bytes }] of pictures.entries()) {
    try {
      const { extension, width, height } = checkPicture(bytes)
      const media = await room.ports.media.put(id, bytes, extension)
      names.set(`import:${index}`, { media, width, height })
    } catch (error) {
      const { code, message } = toErrorData(error)
      // A picture that is none is left out with a word; a disk that fails stops the import.
      if (code !== 'not-a-picture' && code !== 'too-large') throw error
      warnings.push({ code: 'picture-left-out', message: `picture ${index + 1}: ${message}` })
    }
  }
  return { names, warnings }
}

function bodyOf({ body }: ImportedArticle, names: PictureNames): ImportedArticle['body'] {
  const mapped = mapStory(body, {
    picture: (picture) => {
      const stored = names.get(picture.media)
      return stored && { ...picture, ...stored }
    },
  })
  return mapped.content.length > 0 ? mapped : { type: 'doc', content: [{ type: 'paragraph' }] }
}

function fieldsOf({ fields }: ImportedArticle, names: PictureNames): ArticleFields {
  const read = articleFields.safeParse({ ...emptyFields(), ...fields })
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new DeskError(
      'unreadable',
      `${issue?.path.join('.') ?? 'fields'}: ${issue?.message ?? 'not readable'}`,
    )
  }
  const known = read.data as ArticleFields
  // No file may put an address into a field that no link may have; what a person types there is their own.
  const address = cleanHref(known.canonicalUrl)
  known.canonicalUrl = address !== undefined && /^https?:/iu.test(address) ? address : ''
  if (!known.leadImage) return known
  const stored = names.get(known.leadImage.media ?? '')
  return {
    ...known,
    leadImage: { ...known.leadImage, ...(stored ?? { media: null, width: null, height: null }) },
  }
}
