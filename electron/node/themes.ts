import { basename, join } from 'node:path'
import classic from '../../assets/themes/classic.json' with { type: 'json' }
import email from '../../assets/themes/email.json' with { type: 'json' }
import fragment from '../../assets/themes/fragment.json' with { type: 'json' }
import light from '../../assets/themes/light.json' with { type: 'json' }
import modern from '../../assets/themes/modern.json' with { type: 'json' }
import type { Notice } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { Lines } from '../../core/desk/lines.ts'
import type { ThemeStore } from '../../core/desk/house-stores.ts'
import { limits } from '../../core/model/limits.ts'
import { houseTheme, type HouseTheme } from '../../core/model/theme.ts'
import { unlessMissing, writeFailure } from './disk-errors.ts'
import { nodeDisk, type Disk } from './disk.ts'
import { LibraryPaths } from './library-folder.ts'
import { keepAside } from './set-aside.ts'
import { makeFolder, writeWhole } from './write-whole.ts'

/** The themes that come with Midad; the first is the default. */
export const shippedThemes: readonly HouseTheme[] = [classic, modern, light, fragment, email].map((theme) =>
  houseTheme.parse(theme),
)

interface ThemeFilesOptions {
  disk?: Disk
  isReadOnly?: () => boolean
  now?: () => number
}

/**
 * The shipped themes and those of `themes/` in the library, by file name. One with the id of a shipped theme stands in
 * its place; a file that is not a theme is skipped with the notice 'theme-skipped', and left as it is.
 */
export async function openThemes(
  libraryFolder: string,
  { disk = nodeDisk, isReadOnly = () => false, now = Date.now }: ThemeFilesOptions = {},
): Promise<{ themes: ThemeStore; notices: Notice[] }> {
  const paths = new LibraryPaths(libraryFolder)
  const own = new Map<string, OwnTheme>()
  const notices: Notice[] = []
  // No folder is the ordinary case: an agency that has no theme of its own.
  const entries = await disk.readdir(paths.themes).catch(() => [])
  const names = entries.map(({ name }) => name).filter((name) => name.endsWith('.json'))
  for (const name of names.sort()) {
    const read = await readTheme(disk, join(paths.themes, name))
    if (typeof read === 'string') {
      notices.push({ code: 'theme-skipped', details: { path: `themes/${name}`, reason: read } })
    } else own.set(read.id, { theme: read, name })
  }
  return { themes: new ThemeFiles({ disk, paths, own, isReadOnly, now }), notices }
}

interface OwnTheme {
  theme: HouseTheme
  /** Its file in `themes/`. */
  name: string
}

class ThemeFiles implements ThemeStore {
  readonly #options: Required<ThemeFilesOptions> & { paths: LibraryPaths }
  readonly #own: Map<string, OwnTheme>
  readonly #line = new Lines<'themes'>()

  constructor({
    own,
    ...options
  }: Required<ThemeFilesOptions> & { paths: LibraryPaths; own: Map<string, OwnTheme> }) {
    this.#options = options
    this.#own = own
  }

  all(): readonly HouseTheme[] {
    const own = [...this.#own.values()].map(({ theme }) => theme)
    return [...new Map([...shippedThemes, ...own].map((theme) => [theme.id, theme])).values()]
  }

  isOwn(id: string): boolean {
    return this.#own.has(id)
  }

  put(theme: HouseTheme): Promise<void> {
    return this.#line.run('themes', async () => {
      this.#requireWritable()
      const { disk, paths } = this.#options
      const bytes = new TextEncoder().encode(`${JSON.stringify(theme, null, 2)}\n`)
      const most = limits.themeBytes
      if (bytes.length > most)
        throw new DeskError('too-large', 'the theme is too large', { limit: 'themeBytes', most })
      const name = this.#own.get(theme.id)?.name ?? (await this.#freeName(theme.id))
      await makeFolder(disk, paths.themes)
      await writeWhole(join(paths.themes, name), bytes, { disk, mode: 0o644 })
      this.#own.set(theme.id, { theme, name })
    })
  }

  remove(id: string): Promise<void> {
    return this.#line.run('themes', async () => {
      this.#requireWritable()
      const own = this.#own.get(id)
      if (!own) return
      const { disk, paths, now } = this.#options
      const path = join(paths.themes, own.name)
      const bytes = await unlessMissing(disk.readFile(path))
      if (bytes) await keepAside(disk, paths, { name: basename(path), now: now(), bytes })
      try {
        if (bytes) await disk.unlink(path)
      } catch (error) {
        throw writeFailure(error, path)
      }
      this.#own.delete(id)
    })
  }

  /** A file that is no theme, or another's, is never written over. */
  async #freeName(id: string): Promise<string> {
    const { disk, paths } = this.#options
    const taken = new Set((await disk.readdir(paths.themes).catch(() => [])).map(({ name }) => name))
    let name = `${id}.json`
    for (let count = 2; taken.has(name); count += 1) name = `${id}-${count}.json`
    return name
  }

  #requireWritable(): void {
    if (this.#options.isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
  }
}

/** The theme in a file, or why it is none. */
async function readTheme(disk: Disk, path: string): Promise<HouseTheme | string> {
  try {
    if ((await disk.stat(path)).size > limits.themeBytes) return 'larger than 1 MB'
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await disk.readFile(path))
    const read = houseTheme.safeParse(JSON.parse(text))
    if (read.success) return read.data
    const issue = read.error.issues[0]
    return issue ? `${issue.path.join('.')}: ${issue.message}` : 'not a theme'
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read'
  }
}
