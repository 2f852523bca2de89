import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import classic from '../../assets/themes/classic.json' with { type: 'json' }
import email from '../../assets/themes/email.json' with { type: 'json' }
import fragment from '../../assets/themes/fragment.json' with { type: 'json' }
import light from '../../assets/themes/light.json' with { type: 'json' }
import modern from '../../assets/themes/modern.json' with { type: 'json' }
import type { Notice } from '../../core/api/contract.ts'
import type { ThemeStore } from '../../core/desk/ports.ts'
import { houseTheme, type HouseTheme } from '../../core/model/theme.ts'

/** The themes that come with Midad; the first is the default. */
export const shippedThemes: readonly HouseTheme[] = [classic, modern, light, fragment, email].map((theme) =>
  houseTheme.parse(theme),
)

/** A theme carries at most a logo; anything larger is not one. */
const maxThemeBytes = 4 * 1024 * 1024

/**
 * The shipped themes and those of `themes/` in the library, by file name. One with the id of a shipped theme stands in
 * its place; a file that is not a theme is skipped with the notice 'theme-skipped'.
 */
export async function openThemes(libraryFolder: string): Promise<{ themes: ThemeStore; notices: Notice[] }> {
  const folder = join(libraryFolder, 'themes')
  const themes = new Map(shippedThemes.map((theme) => [theme.id, theme]))
  const notices: Notice[] = []
  // No folder is the ordinary case: an agency that has no theme of its own.
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
    const read = await readTheme(join(folder, name))
    if (typeof read === 'string') {
      notices.push({ code: 'theme-skipped', details: { path: `themes/${name}`, reason: read } })
    } else themes.set(read.id, read)
  }
  const all = [...themes.values()]
  return { themes: { all: () => all }, notices }
}

/** The theme in a file, or why it is none. */
async function readTheme(path: string): Promise<HouseTheme | string> {
  try {
    if ((await stat(path)).size > maxThemeBytes) return 'larger than 4 MB'
    const read = houseTheme.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (read.success) return read.data
    const issue = read.error.issues[0]
    return issue ? `${issue.path.join('.')}: ${issue.message}` : 'not a theme'
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read'
  }
}
