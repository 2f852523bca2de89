import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { ThemeInfo } from '../api/files.ts'
import type { KeptThemes } from '../api/themes.ts'
import { toUtf8 } from '../export/utf8.ts'
import { cleanSvg, type CleanSvg } from '../import/clean-svg.ts'
import { decodeText } from '../import/decode.ts'
import { toBase64 } from '../model/base64.ts'
import { limits } from '../model/limits.ts'
import { readPicture } from '../model/picture.ts'
import { houseTheme, logoImage, maxLogoLetters, type HouseTheme } from '../model/theme.ts'
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
    'themes.logo': async ({ base64 }) => logoOf(bytesOf(base64)),
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

/** @throws DeskError 'not-a-picture' | 'too-large' */
function logoOf(bytes: Uint8Array): { image: string; isLess: boolean } {
  const known = readPicture(bytes)
  const drawing = known ? undefined : drawingOf(bytes)
  const [mime, own] = drawing ? ['image/svg+xml', toUtf8(drawing.svg)] : [checkPicture(bytes).mime, bytes]
  const image = `data:${mime};base64,${toBase64(own)}`
  if (image.length > maxLogoLetters) throw tooLarge('logo', maxLogoLetters)
  if (!logoImage.safeParse(image).success) throw new DeskError('not-a-picture', 'a drawing that does more')
  return { image, isLess: drawing?.isLess ?? false }
}

/** Undefined for what is none. */
function drawingOf(bytes: Uint8Array): CleanSvg | undefined {
  if (bytes.length > limits.themeBytes * 4) throw tooLarge('logo', maxLogoLetters)
  try {
    return cleanSvg(decodeText(bytes).text)
  } catch {
    return undefined
  }
}

/** @throws DeskError 'unknown-theme' */
function themeOf({ ports }: DeskRoom, id: string): HouseTheme {
  const theme = ports.themes.all().find((each) => each.id === id)
  if (!theme) throw unknown(id)
  return theme
}

const unknown = (id: string): DeskError => new DeskError('unknown-theme', `there is no house theme ${id}`)
const tooLarge = (limit: 'themes' | 'themeBytes' | 'logo', most: number): DeskError =>
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
