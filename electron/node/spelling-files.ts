import { basename, join } from 'node:path'
import type { Notice } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import type { DictionaryInfo, HouseDictionary } from '../../core/api/spelling.ts'
import { Lines } from '../../core/desk/lines.ts'
import type { SpellingStore } from '../../core/desk/house-stores.ts'
import { dictionaryFault, type DictionaryFault } from '../../core/language/spelling/dictionary-files.ts'
import type { ArticleId } from '../../core/model/article.ts'
import { languageCodes, type LanguageCode } from '../../core/model/language-code.ts'
import { limits } from '../../core/model/limits.ts'
import { errorCode, unlessMissing, writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { IgnoredWords } from './ignored-words.ts'
import { stampOf, type LibraryPaths } from './library-folder.ts'
import { keepAside, moveAside } from './set-aside.ts'
import { makeFolder, writeWhole } from './write-whole.ts'

export interface SpellingFilesOptions {
  disk: Disk
  paths: LibraryPaths
  now: () => number
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
}

const affixEnding = '.aff'
const wordEnding = '.dic'
const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/**
 * `spelling/` of the library: `words.txt`, the house's list; `<language>.aff` and `.dic`, with what they were called in
 * `<language>.name`; `ignored.json`. All are read when they are asked for: people may put other files in their place.
 */
export class SpellingFiles implements SpellingStore {
  readonly #options: SpellingFilesOptions
  readonly #line = new Lines<'words' | LanguageCode>()
  readonly #ignored: IgnoredWords

  constructor(options: SpellingFilesOptions) {
    this.#options = options
    this.#ignored = new IgnoredWords(options.disk, this.#path('ignored.json'), () => this.#makeReady())
  }

  words(): Promise<string> {
    return this.#line.run('words', () => this.#readWords())
  }

  changeWords(change: (text: string) => string): Promise<string> {
    return this.#line.run('words', async () => {
      const before = await this.#readWords()
      const text = change(before)
      if (text === before) return text
      const bytes = new TextEncoder().encode(text)
      const most = limits.wordListBytes
      if (bytes.length > most)
        throw new DeskError('too-large', 'the list is too large', { limit: 'wordListBytes', most })
      await this.#makeReady()
      await writeWhole(this.#wordList, bytes, { disk: this.#options.disk, mode: 0o644 })
      return text
    })
  }

  async dictionaries(): Promise<DictionaryInfo[]> {
    const found = await Promise.all(languageCodes.map((language) => this.#infoOf(language)))
    return found.filter((each) => each !== undefined)
  }

  putDictionary(
    language: LanguageCode,
    { name, affixes, words }: { name: string; affixes: Uint8Array; words: Uint8Array },
  ): Promise<void> {
    refuseFault(affixes, words)
    return this.#line.run(language, async () => {
      const { disk } = this.#options
      await this.#makeReady()
      // The old word list first: at no time do the affixes of one stand beside the words of the other.
      await this.#unlink(`${language}${wordEnding}`)
      await writeWhole(this.#path(`${language}${affixEnding}`), affixes, { disk, mode: 0o644 })
      await writeWhole(this.#path(`${language}.name`), `${name}\n`, { disk, mode: 0o644 })
      await writeWhole(this.#path(`${language}${wordEnding}`), words, { disk, mode: 0o644 })
    })
  }

  dropDictionary(language: LanguageCode): Promise<void> {
    return this.#line.run(language, async () => {
      for (const ending of [wordEnding, affixEnding, '.name']) await this.#unlink(`${language}${ending}`)
    })
  }

  readDictionary(language: LanguageCode): Promise<HouseDictionary> {
    return this.#line.run(language, async () => {
      const [affixes, words] = await Promise.all(
        [affixEnding, wordEnding].map((ending) => this.#read(`${language}${ending}`)),
      )
      if (!affixes || !words) throw new DeskError('not-found', `there is no whole dictionary of ${language}`)
      try {
        refuseFault(affixes, words)
      } catch (error) {
        await this.#setDictionaryAside(language)
        throw error
      }
      return { affixes: strict.decode(affixes), words: strict.decode(words) }
    })
  }

  ignored(id: ArticleId, add?: string): Promise<string[]> {
    return this.#ignored.of(id, add)
  }

  get #wordList(): string {
    return this.#path('words.txt')
  }

  #path(name: string): string {
    return join(this.#options.paths.spelling, name)
  }

  async #makeReady(): Promise<void> {
    const { disk, paths, isReadOnly } = this.#options
    if (isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
    try {
      await makeFolder(disk, paths.spelling)
    } catch (error) {
      throw writeFailure(error, 'cannot make the folder of the house’s words')
    }
  }

  async #read(name: string): Promise<Uint8Array | undefined> {
    const { disk } = this.#options
    const path = this.#path(name)
    const stamp = await stampOf(disk, path)
    if (!stamp || stamp.size > limits.storedBytes) return undefined
    return unlessMissing(disk.readFile(path))
  }

  async #unlink(name: string): Promise<void> {
    try {
      await unlessMissing(this.#options.disk.unlink(this.#path(name)))
    } catch (error) {
      throw writeFailure(error, `cannot delete ${name}`)
    }
  }

  /** The list; of a damaged one what reads, its bytes are kept aside first. @throws DeskError 'unreadable' */
  async #readWords(): Promise<string> {
    const { disk, paths, now, tell, isReadOnly } = this.#options
    const path = this.#wordList
    const bytes = await this.#wordBytes()
    if (bytes === undefined) return ''
    if (bytes === 'too-large') {
      if (isReadOnly()) return ''
      const file = await moveAside(disk, paths, { path, name: basename(path), now: now() })
      tell({ code: 'words-set-aside', details: { file: `set-aside/${file}` } })
      return ''
    }
    const whole = bytes.includes(0) ? undefined : textOf(bytes)
    if (whole !== undefined) return whole
    const kept = readableLines(bytes)
    if (isReadOnly()) return kept
    const file = await keepAside(disk, paths, { name: basename(path), now: now(), bytes })
    await writeWhole(path, kept, { disk, mode: 0o644 })
    tell({ code: 'words-set-aside', details: { file: `set-aside/${file}` } })
    return kept
  }

  /** A list that the disk does not give now is not an empty one: with that the next word would be written over it. */
  async #wordBytes(): Promise<Uint8Array | 'too-large' | undefined> {
    const { disk } = this.#options
    try {
      const stat = await unlessMissing(disk.stat(this.#wordList))
      if (!stat) return undefined
      return stat.size > limits.wordListBytes ? 'too-large' : await disk.readFile(this.#wordList)
    } catch (error) {
      throw new DeskError('unreadable', `the list cannot be read: ${errorCode(error) ?? String(error)}`, {
        reason: errorCode(error) ?? '',
      })
    }
  }

  async #infoOf(language: LanguageCode): Promise<DictionaryInfo | undefined> {
    const { disk } = this.#options
    const stamps = await Promise.all(
      [affixEnding, wordEnding].map((ending) => stampOf(disk, this.#path(`${language}${ending}`))),
    )
    const there = stamps.filter((stamp) => stamp !== undefined)
    if (there.length === 0) return undefined
    const name = await this.#read(`${language}.name`)
    return {
      language,
      name: (name && textOf(name)?.trim().slice(0, 255)) || `${language}${wordEnding}`,
      bytes: there.reduce((sum, { size }) => sum + size, 0),
      isWhole: there.length === stamps.length,
    }
  }

  async #setDictionaryAside(language: LanguageCode): Promise<void> {
    const { disk, paths, now, tell, isReadOnly } = this.#options
    if (isReadOnly()) return
    let file = ''
    for (const ending of [affixEnding, wordEnding]) {
      const name = `${language}${ending}`
      file = await moveAside(disk, paths, { path: this.#path(name), name, now: now() })
    }
    tell({ code: 'dictionary-set-aside', details: { file: `set-aside/${file}` } })
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

const readableLines = (bytes: Uint8Array): string =>
  lenient
    .decode(bytes)
    .split('\n')
    .filter((line) => !line.includes('\0') && !line.includes('\ufffd'))
    .join('\n')

/** @throws DeskError 'not-a-dictionary', with the `fault` in its details | 'too-large' */
function refuseFault(affixes: Uint8Array, words: Uint8Array): void {
  const most = limits.dictionaryBytes
  const fault: DictionaryFault | undefined = dictionaryFault(affixes, words, { maxBytes: most, read: textOf })
  if (fault === 'too-large')
    throw new DeskError('too-large', 'the dictionary is too large', { limit: 'dictionaryBytes', most })
  if (fault) throw new DeskError('not-a-dictionary', `no Hunspell dictionary: ${fault}`, { fault })
}
