import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { ThemeInfo } from '../api/files.ts'
import type { KeptThemes } from '../api/themes.ts'
import { decodeText } from '../import/decode.ts'
import { limits } from '../model/limits.ts'
import { houseTheme, type HouseTheme } from '../model/theme.ts'
import { drawPage } from './exporting.ts'
import { checkPicture } from './picture.ts'
import { bytesOf } from './pictures.ts'
import type { Ports } from './ports.ts'
import type { DeskRoom } from './room.ts'

type Themes = Pick<DeskApi, Extract<keyof DeskApi, `themes.${string}`>>

/** The themes as windows list them. */
export const themeList = ({ themes }: Pick<Ports, 'themes'>): ThemeInfo[] =>
  themes.all().map(({ id, name, digits, layout }) => ({ id, name, digits, layout, isOwn: themes.isOwn(id) }))

/** Looking at the house's themes and changing them. Whatever changes them is told to all windows. */
export function themeCalls(room: DeskRoom): Themes {
  const { ports } = room
  const told = (): ThemeInfo[] => {
    const themes = themeList(ports)
    ports.tell({ name: 'themes.changed', data: { themes } })
    return themes
  }
  const put = async (theme: HouseTheme): Promise<KeptThemes> => {
    room.requireWritable()
    const own = ports.themes.all().filter(({ id }) => ports.themes.isOwn(id) && id !== theme.id)
    if (own.length >= limits.themes) throw tooLarge('themes', limits.themes)
    await ports.themes.put(theme)
    return { themes: told(), id: theme.id }
  }
  return {
    'themes.read': async ({ id }) => ({ theme: themeOf(room, id), isOwn: ports.themes.isOwn(id) }),
    'themes.draw': async ({ theme, picture, ...draft }) => {
      const bytes = picture === undefined ? undefined : bytesOf(picture)
      const shown = bytes && { bytes, mime: checkPicture(bytes).mime }
      return drawPage(room, draft, { theme, picture: shown })
    },
    'themes.put': ({ theme }) => put(theme),
    'themes.remove': async ({ id }) => {
      room.requireWritable()
      if (!ports.themes.isOwn(id)) throw unknown(id)
      await ports.themes.remove(id)
      return { themes: told() }
    },
    'themes.take': async ({ base64 }) => {
      room.requireWritable()
      const theme = themeIn(bytesOf(base64))
      return put({ ...theme, id: freeThemeId(theme.id, ports.themes.all()) })
    },
  }
}

/** @throws DeskError 'unknown-theme' */
function themeOf({ ports }: DeskRoom, id: string): HouseTheme {
  const theme = ports.themes.all().find((each) => each.id === id)
  if (!theme) throw unknown(id)
  return theme
}

const unknown = (id: string): DeskError => new DeskError('unknown-theme', `there is no house theme ${id}`)
const tooLarge = (limit: 'themes' | 'themeBytes', most: number): DeskError =>
  new DeskError('too-large', `more than ${most}`, { limit, most })

/** @throws DeskError 'not-a-theme' | 'too-large' */
function themeIn(bytes: Uint8Array): HouseTheme {
  if (bytes.length > limits.themeBytes) throw tooLarge('themeBytes', limits.themeBytes)
  const read = houseTheme.safeParse(parsed(bytes))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new DeskError('not-a-theme', `the file is no theme: ${issue?.path.join('.')} ${issue?.message}`)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).text)
  } catch {
    return undefined
  }
}

/** The id, with a number where another theme has it. */
function freeThemeId(id: string, themes: readonly HouseTheme[]): string {
  const taken = new Set(themes.map((theme) => theme.id))
  let free = id
  for (let count = 2; taken.has(free); count += 1) free = `${id.slice(0, 36)}-${count}`
  return free
}
