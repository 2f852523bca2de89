import { DeskError, toErrorData, type ErrorData } from '../api/errors.ts'
import { endingOf, inNaturalOrder, isInHidden } from '../bulk/names.ts'
import { partOfSavedPage } from '../bulk/saved-pages.ts'
import { findBeside, foldedPath } from '../model/beside.ts'
import type {
  Archive,
  ImportedArticle,
  ImportedFile,
  ImportInput,
  ImportSource,
  ImportTools,
} from './source.ts'

/**
 * A zip of any files that Midad reads: each is read as if it had come alone, with the pictures that lie beside it. Names in it are only looked
 * up, never written anywhere; one that cannot be read leaves the others alone.
 */
export const bundle: ImportSource = {
  id: 'bundle',
  accepts: ({ name, bytes }) => /\.zip$/i.test(name) || (endingOf(name) === '' && startsLikeZip(bytes)),
  read: async ({ bytes, language }, tools) => {
    const archive = await tools.unzip(bytes)
    await refuseCopy(archive)
    return new Unpacking(archive, tools, language).read()
  },
}

const startsLikeZip = ([first, second, third, fourth]: Uint8Array): boolean =>
  first === 0x50 && second === 0x4b && third === 3 && fourth === 4

/** What is never a story, so that a film is not unpacked to see that it is none. */
const neverStories = new Set(
  (
    '.jpg .jpeg .jpe .jfif .png .gif .webp .avif .heic .tif .tiff .bmp .svg .ico .mp3 .mp4 .m4a .m4v .mov .avi .mkv .webm .wav .ogg ' +
    '.css .js .mjs .woff .woff2 .ttf .otf .eot .pdf .psd .ai .exe .dll'
  ).split(' '),
)

class Unpacking {
  readonly #archive: Archive
  readonly #tools: ImportTools
  readonly #language: ImportInput['language']
  readonly #names: ReadonlyMap<string, string>
  /** What some story has as its picture is not told as unread. */
  readonly #asPictures = new Set<string>()
  readonly #articles: ImportedArticle[] = []
  readonly #failed: NonNullable<ImportedFile['failed']> = []

  constructor(archive: Archive, tools: ImportTools, language: ImportInput['language']) {
    this.#archive = archive
    this.#tools = tools
    this.#language = language
    this.#names = new Map(archive.names.map((name) => [foldedPath(name), name]))
  }

  async read(): Promise<ImportedFile> {
    const { names } = this.#archive
    const isPart = partOfSavedPage(names)
    const own = names.filter((name) => !isInHidden(name) && !isPart(name)).map((path) => ({ path }))
    for (const { path } of inNaturalOrder(own)) {
      try {
        await this.#readOne(path)
      } catch (thrown) {
        this.#failed.push({ name: path, error: errorOf(path, thrown) })
      }
    }
    const failed = this.#failed.filter(({ name }) => !this.#asPictures.has(name))
    if (this.#articles.length === 0 && failed.length === 0) {
      throw new DeskError('unreadable', 'the archive holds no file that Midad reads', { reason: 'empty' })
    }
    return { articles: this.#articles, failed }
  }

  async #readOne(path: string): Promise<void> {
    if (neverStories.has(endingOf(path)))
      throw new DeskError('unsupported-file', 'no kind of file that Midad reads')
    const bytes = await this.#archive.read(path)
    if (!bytes) throw new DeskError('unreadable', 'it is not in the archive')
    const name = path.slice(path.lastIndexOf('/') + 1)
    const read = await this.#tools.inside({ name, bytes, language: this.#language }, (address) =>
      this.#beside(path, address),
    )
    for (const each of read.articles) this.#articles.push({ ...each, name: inside(path, each.name) })
    for (const each of read.failed ?? []) this.#failed.push({ ...each, name: inside(path, each.name) })
  }

  async #beside(from: string, address: string): Promise<Uint8Array | undefined> {
    const name = findBeside(this.#names, from, address)
    const bytes = name === undefined ? undefined : await this.#archive.read(name)
    if (name !== undefined && bytes) this.#asPictures.add(name)
    return bytes
  }
}

const inside = (path: string, name: string | undefined): string =>
  name === undefined ? path : `${path}/${name}`

/** Of a kind of file that Midad does not read, the ending: many of them are told as one. */
function errorOf(path: string, thrown: unknown): ErrorData {
  const error = toErrorData(thrown)
  return error.code === 'unsupported-file'
    ? { ...error, details: { ...error.details, kind: endingOf(path) } }
    : error
}

/** Stories, versions and trash of a whole library: it is opened as one, not taken in piece by piece. */
async function refuseCopy({ names, read }: Archive): Promise<void> {
  if (!names.includes('manifest.json') || !names.includes('library.json')) return
  const manifest = (await read('manifest.json')) ?? new Uint8Array()
  const head = String.fromCharCode(...manifest.subarray(0, 200))
  if (head.includes('"midad-copy"')) {
    throw new DeskError('unsupported-file', 'a copy of a library: open it as one', { reason: 'copy' })
  }
}
