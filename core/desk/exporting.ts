import type { ExportAsked } from '../api/bulk.ts'
import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { Warning } from '../api/files.ts'
import type { ExportAssets, ExportFormat, ExportInput, ExportResult, ExportStyle } from '../export/format.ts'
import { endingOf, exportName } from '../export/file-name.ts'
import { optionsOf } from '../export/options.ts'
import { formats } from '../export/registry.ts'
import { unfinished } from '../export/unfinished.ts'
import type { Article } from '../model/article.ts'
import { toBase64 } from '../model/base64.ts'
import { cleanArticle } from '../model/clean-body.ts'
import { countNotes } from '../model/map-story.ts'
import { schemaVersion } from '../model/migrate.ts'
import type { Settings } from '../model/settings.ts'
import type { HouseTheme } from '../model/theme.ts'
import { mimeOf } from './picture.ts'
import type { DeskRoom } from './room.ts'
import { typeOf } from './story-types.ts'
import { timeOfUlid } from './ulid.ts'
import { requireFormat, type ExportJob } from './writing.ts'

type Exporting = Pick<DeskApi, 'article.draw' | 'article.export' | 'article.tryExport'>

/** A file as it goes to a disk: not through a door, and so as bytes. */
export interface WrittenFile {
  name: string
  mime: string
  bytes: Uint8Array
  warnings: Warning[]
}
/** `pattern`: how the file is called, where that is not as the settings have it. @throws DeskError */
export type WriteFile = (asked: ExportAsked & { pattern?: string | undefined }) => Promise<WrittenFile>

/** Drawing the page of a text that is being written, and writing stored articles in any format. */
export function exportCalls(room: DeskRoom): Exporting {
  const writeFile = fileWriter(room)
  return {
    'article.draw': async ({ theme, ...draft }) => {
      const now = new Date(room.ports.clock.now()).toISOString()
      const createdAt = new Date(timeOfUlid(draft.id)).toISOString()
      const article: Article = { ...draft, schemaVersion, revision: 0, createdAt, updatedAt: now }
      const { bytes, warnings } = await write(room, requireFormat('html'), article, { theme })
      return { path: room.ports.pages.put(bytes), warnings }
    },
    'article.export': async (asked) => {
      const { bytes, ...file } = await writeFile(asked)
      return { ...file, base64: toBase64(bytes) }
    },
    'article.tryExport': async (asked) => {
      const { name, bytes, warnings } = await writeFile(asked)
      return { name, bytes: bytes.length, warnings }
    },
  }
}

/** The same for a host, which has a disk to write the bytes to; in these formats. */
export function fileWriter(room: DeskRoom, known: readonly ExportFormat[] = formats): WriteFile {
  return async ({ id, also, pattern = room.ports.settings.get().fileNames, ...asked }) => {
    const format = requireFormat(asked.format, known)
    const { article } = await room.read(id)
    const { bytes, warnings } = also?.length
      ? await writeAll(room, format, [id, ...also], asked)
      : await write(room, format, article, asked)
    const name = `${exportName(article, pattern)}.${endingOf(format, known)}`
    return { name, mime: format.mime, bytes, warnings }
  }
}

type Asked = Pick<ExportAsked, 'theme' | 'options'>

async function write(
  room: DeskRoom,
  format: ExportFormat,
  stored: Article,
  asked: Asked,
): Promise<ExportResult> {
  const job = await jobOf(room, format, stored, asked)
  const { bytes, warnings } = await room.ports.exports.write(job, assetsOf(room, stored))
  return { bytes, warnings: [...warnings, ...unfinishedIn(room, job.article)] }
}

/** One file of several articles; one that cannot be read is left out of it and named. @throws DeskError 'bad-request' */
async function writeAll(
  room: DeskRoom,
  format: ExportFormat,
  ids: readonly string[],
  asked: Asked,
): Promise<ExportResult> {
  if (!format.writeAll) throw new DeskError('bad-request', `${format.id} holds one article`, { path: 'also' })
  const more: Warning[] = []
  async function* inputs(): AsyncGenerator<ExportInput> {
    for (const id of ids) {
      try {
        const { article } = await room.read(id)
        const job = await jobOf(room, format, article, asked)
        more.push(...unfinishedIn(room, job.article))
        yield { ...job, assets: assetsOf(room, article) }
      } catch (thrown) {
        if (!(thrown instanceof DeskError) || !['not-found', 'unreadable'].includes(thrown.code)) throw thrown
        more.push({ code: 'article-left-out', message: `${id} cannot be read: ${thrown.message}` })
      }
    }
  }
  const { bytes, warnings } = await format.writeAll(inputs())
  return { bytes, warnings: [...warnings, ...more] }
}

async function jobOf(
  room: DeskRoom,
  format: ExportFormat,
  stored: Article,
  { theme, options }: Asked,
): Promise<ExportJob> {
  const article = cleanArticle(stored)
  const values = optionsOf(format, options)
  const themed = theme ?? (typeof values.theme === 'string' ? values.theme : '')
  return {
    format: format.id,
    article,
    type: await typeOf(room, article.fields.storyType).catch(() => undefined),
    notesLeftOut: countNotes(stored.body),
    theme: themeFor(room, themed || undefined),
    now: room.ports.clock.now(),
    house: houseStyle(room.ports.settings.get()),
    options: values,
  }
}

const unfinishedIn = (room: DeskRoom, article: Article): Warning[] =>
  unfinished(article, room.ports.settings.get().tkWords)

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
  const { arabicMonths } = room.ports.settings.get()
  return { ...theme, dateLine: { arabicMonths, ...theme.dateLine } }
}

function assetsOf({ ports }: DeskRoom, { id }: Article): ExportAssets {
  return {
    picture: async (media) => {
      const bytes = await ports.media.get(id, media)
      return bytes && { bytes, mime: mimeOf(media) }
    },
    font: (family, text) => ports.fonts.subset(family, text),
  }
}
