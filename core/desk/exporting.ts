import type { ExportAsked } from '../api/bulk.ts'
import type { DeskApi, Draft } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { DrawnPage, OptionValues, Warning } from '../api/files.ts'
import type {
  ExportAssets,
  ExportFormat,
  ExportInput,
  ExportResult,
  ExportStyle,
  FolderAround,
} from '../export/format.ts'
import { endingOf, exportName } from '../export/file-name.ts'
import { optionsOf } from '../export/options.ts'
import { unrealDayWarnings, withRealDate } from '../export/real-days.ts'
import { formats } from '../export/registry.ts'
import { unfinished } from '../export/unfinished.ts'
import { zipOfFolder } from '../export/wire-package.ts'
import type { Article } from '../model/article.ts'
import { toBase64 } from '../model/base64.ts'
import { cleanArticle } from '../model/clean-body.ts'
import { countNotes } from '../model/map-story.ts'
import { schemaVersion } from '../model/migrate.ts'
import type { Settings } from '../model/settings.ts'
import type { HouseTheme } from '../model/theme.ts'
import { mimeOf } from '../model/picture.ts'
import type { DeskRoom } from './room.ts'
import { typeOf } from './story-types.ts'
import { timeOfUlid } from './ulid.ts'
import { requireFormat, type ExportJob } from './writing.ts'

const zipMime = 'application/zip'

type Exporting = Pick<DeskApi, 'article.draw' | 'article.export' | 'article.tryExport'>

/** A file as it goes to a disk: not through a door, and so as bytes. */
export interface WrittenFile {
  name: string
  mime: string
  bytes: Uint8Array
  warnings: Warning[]
  /** `name` is then a folder's, in which the file lies with what belongs to it. */
  inFolder?: FolderAround
}
interface FileAsked extends ExportAsked {
  /** How the file is called, where that is not as the settings have it. */
  pattern?: string | undefined
  /** Only what would be said of it is wanted: nothing is printed or drawn for that. */
  isTrial?: boolean
}
/** @throws DeskError */
export type WriteFile = (asked: FileAsked) => Promise<WrittenFile>

/** Drawing the page of a text that is being written, and writing stored articles in any format. */
export function exportCalls(room: DeskRoom): Exporting {
  const writeFile = fileWriter(room)
  return {
    'article.draw': async ({ theme, ...draft }) => drawPage(room, draft, { theme: themeFor(room, theme) }),
    'article.export': async (asked) => {
      const { bytes, inFolder, name, mime, warnings } = await writeFile(asked)
      // One file alone goes through this door.
      if (!inFolder) return { name, mime, warnings, base64: toBase64(bytes) }
      const base64 = toBase64(zipOfFolder(bytes, inFolder))
      return { name: `${name}.zip`, mime: zipMime, warnings, base64 }
    },
    'article.tryExport': async (asked) => {
      const { name, warnings } = await writeFile({ ...asked, isTrial: true })
      return { name, warnings }
    },
  }
}

interface Look {
  theme: HouseTheme
  /** Shown for each picture that the library has not. */
  picture?: { bytes: Uint8Array; mime: string } | undefined
  /** Of the format, each with its value; absent: its defaults. */
  options?: OptionValues
  /** What takes a program or a machine of its own is not made. */
  isTrial?: boolean
}

/** Draws the page of a text that is being written, and lays it where the host serves it. */
export async function drawPage(room: DeskRoom, draft: Draft, look: Look): Promise<DrawnPage> {
  const now = new Date(room.ports.clock.now()).toISOString()
  const createdAt = new Date(timeOfUlid(draft.id)).toISOString()
  const article: Article = { ...draft, schemaVersion, revision: 0, createdAt, updatedAt: now }
  const { bytes, warnings } = await write(room, requireFormat('html'), article, look)
  return { path: room.ports.pages.put(bytes), warnings }
}

/** The same for a host, which has a disk to write the bytes to; in these formats. */
export function fileWriter(room: DeskRoom, known: readonly ExportFormat[] = formats): WriteFile {
  return async ({ id, also, pattern = room.ports.settings.get().fileNames, isTrial = false, ...asked }) => {
    const format = requireFormat(asked.format, known)
    const { article } = await room.read(id)
    const look = { ...lookOf(room, format, asked), isTrial }
    const { bytes, warnings, isZip, inFolder } = also?.length
      ? await writeAll(room, format, [id, ...also], look)
      : await write(room, format, article, look)
    const stem = exportName(withRealDate(article), pattern)
    if (inFolder) return { name: `${stem}.${format.id}`, mime: format.mime, bytes, warnings, inFolder }
    const name = `${stem}.${isZip ? `${format.id}.zip` : endingOf(format, known)}`
    return { name, mime: isZip ? zipMime : format.mime, bytes, warnings }
  }
}

/** @throws DeskError 'bad-request' | 'unknown-theme' */
function lookOf(
  room: DeskRoom,
  format: ExportFormat,
  { theme, options }: Pick<ExportAsked, 'theme' | 'options'>,
): Look {
  const values = optionsOf(format, options)
  const themed = theme ?? (typeof values.theme === 'string' ? values.theme : '')
  return { theme: themeFor(room, themed || undefined), options: values }
}

async function write(
  room: DeskRoom,
  format: ExportFormat,
  stored: Article,
  look: Look,
): Promise<ExportResult> {
  const job = await jobOf(room, format, stored, look)
  const written = await room.ports.exports.write(job, assetsOf(room, stored, look))
  return { ...written, warnings: [...written.warnings, ...besideWritten(room, stored, job)] }
}

/** One file of several articles; one that cannot be read is left out of it and named. @throws DeskError 'bad-request' */
async function writeAll(
  room: DeskRoom,
  format: ExportFormat,
  ids: readonly string[],
  look: Look,
): Promise<ExportResult> {
  if (!format.writeAll) throw new DeskError('bad-request', `${format.id} holds one article`, { path: 'also' })
  const more: Warning[] = []
  async function* inputs(): AsyncGenerator<ExportInput> {
    for (const id of ids) {
      try {
        const { article } = await room.read(id)
        const job = await jobOf(room, format, article, look)
        more.push(...besideWritten(room, article, job))
        yield { ...job, assets: assetsOf(room, article, look) }
      } catch (thrown) {
        if (!(thrown instanceof DeskError) || !['not-found', 'unreadable'].includes(thrown.code)) throw thrown
        more.push({ code: 'article-left-out', message: `${id} cannot be read: ${thrown.message}` })
      }
    }
  }
  const { bytes, warnings } = await format.writeAll(inputs())
  return { bytes, warnings: [...warnings, ...more] }
}

async function jobOf(room: DeskRoom, format: ExportFormat, stored: Article, look: Look): Promise<ExportJob> {
  const { assets: _outside, ...input } = await exportInput(room, stored, {
    ...look,
    options: look.options ?? optionsOf(format),
  })
  return { format: format.id, ...input }
}

/**
 * All that a format is drawn from, without a word of the article's notes unless its option `notes` asks for them; in the theme of the
 * settings unless another is given.
 */
export async function exportInput(
  room: DeskRoom,
  stored: Article,
  look: Look = { theme: themeFor(room, undefined) },
): Promise<ExportInput> {
  const hasNotes = look.options?.notes === true
  const article = withRealDate(cleanArticle(stored, hasNotes))
  const settings = room.ports.settings.get()
  return {
    article,
    type: await typeOf(room, article.fields.storyType).catch(() => undefined),
    ...(hasNotes ? { notes: true } : { notesLeftOut: countNotes(stored.body) }),
    theme: withMonths(room, look.theme),
    agency: { name: settings.agencyName, domain: settings.agencyDomain },
    now: room.ports.clock.now(),
    house: houseStyle(settings),
    assets: assetsOf(room, stored, look),
    ...(look.options && { options: look.options }),
  }
}

/** What is said of an article in whatever form it goes out. */
const besideWritten = (room: DeskRoom, stored: Article, { article }: ExportJob): Warning[] => [
  ...unfinished(article, room.ports.settings.get().tkWords),
  ...unrealDayWarnings(stored),
]

const houseStyle = ({ digits, quotes, exportDigits, exportQuotes }: Settings): ExportStyle => ({
  digits,
  quotes,
  transforms: [
    ...(exportDigits === 'house' ? (['digits'] as const) : []),
    ...(exportQuotes === 'house' ? (['quotes'] as const) : []),
  ],
})

/** The theme asked for; otherwise that of the settings, or the first where it is gone. @throws DeskError 'unknown-theme' */
function themeFor(room: DeskRoom, asked: string | undefined): HouseTheme {
  const themes = room.ports.themes.all()
  const byId = (id: string): HouseTheme | undefined => themes.find((theme) => theme.id === id)
  const theme = asked === undefined ? (byId(room.ports.settings.get().houseTheme) ?? themes[0]) : byId(asked)
  if (!theme) throw new DeskError('unknown-theme', `there is no house theme ${asked ?? ''}`.trim())
  return theme
}

/** Where the theme does not say which months, the settings do. */
function withMonths(room: DeskRoom, theme: HouseTheme): HouseTheme {
  const { arabicMonths } = room.ports.settings.get()
  return { ...theme, dateLine: { arabicMonths, ...theme.dateLine } }
}

function assetsOf(
  { ports }: DeskRoom,
  { id }: Article,
  { picture: instead, isTrial }: Pick<Look, 'picture' | 'isTrial'>,
): ExportAssets {
  const { darkroom, printer } = ports
  return {
    picture: async (media) => {
      const bytes = await ports.media.get(id, media)
      return bytes ? { bytes, mime: mimeOf(media) } : instead
    },
    font: (family, text) => ports.fonts.subset(family, text),
    scaled:
      darkroom &&
      (async (media, wish) => {
        const bytes = await ports.media.get(id, media)
        return bytes && darkroom.scaled(media, bytes, wish)
      }),
    outlines: darkroom && ((letterings) => darkroom.outlines(letterings)),
    raster: darkroom && (isTrial ? nothingMade : (svg) => darkroom.raster(svg)),
    print: printer && (isTrial ? nothingMade : (page) => printer.print(page)),
  }
}

const nothingMade = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array())
