import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { ExportAssets, ExportFormat, ExportInput, ExportResult, ExportStyle } from '../export/format.ts'
import { formatOf } from '../export/registry.ts'
import { unfinished } from '../export/unfinished.ts'
import { safeFileName, suggestSlug } from '../language/slug.ts'
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

type Exporting = Pick<DeskApi, 'article.draw' | 'article.export'>

/** Drawing the page of a text that is being written, and writing a stored article in any format. */
export function exportCalls(room: DeskRoom): Exporting {
  return {
    'article.draw': async ({ theme, ...draft }) => {
      const now = new Date(room.ports.clock.now()).toISOString()
      const createdAt = new Date(timeOfUlid(draft.id)).toISOString()
      const article: Article = { ...draft, schemaVersion, revision: 0, createdAt, updatedAt: now }
      const { bytes, warnings } = await write(room, requireFormat('html'), article, theme)
      return { path: room.ports.pages.put(bytes), warnings }
    },
    'article.export': async ({ id, format: formatId, theme }) => {
      const format = requireFormat(formatId)
      const { article } = await room.read(id)
      const { bytes, warnings } = await write(room, format, article, theme)
      return { name: fileName(article, format), mime: format.mime, base64: toBase64(bytes), warnings }
    },
  }
}

function requireFormat(id: string): ExportFormat {
  const format = formatOf(id)
  if (!format) throw new DeskError('unknown-format', `there is no format ${id}`, { format: id })
  return format
}

async function write(
  room: DeskRoom,
  format: ExportFormat,
  stored: Article,
  theme: string | undefined,
): Promise<ExportResult> {
  const input = await exportInput(room, stored, theme)
  const { bytes, warnings } = await format.write(input)
  return { bytes, warnings: [...warnings, ...unfinished(input.article, room.ports.settings.get().tkWords)] }
}

/** All that a format is drawn from, without a word of the article's notes. @throws DeskError 'unknown-theme' */
export async function exportInput(
  room: DeskRoom,
  stored: Article,
  theme: string | undefined,
): Promise<ExportInput> {
  const article = cleanArticle(stored)
  return {
    article,
    type: await typeOf(room, article.fields.storyType).catch(() => undefined),
    notesLeftOut: countNotes(stored.body),
    theme: themeFor(room, theme),
    now: room.ports.clock.now(),
    assets: assetsOf(room, article),
    house: houseStyle(room.ports.settings.get()),
  }
}

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
  const { darkroom, printer } = ports
  return {
    picture: async (media) => {
      const bytes = await ports.media.get(id, media)
      return bytes && { bytes, mime: mimeOf(media) }
    },
    font: (family, text) => ports.fonts.subset(family, text),
    scaled:
      darkroom &&
      (async (media, wish) => {
        const bytes = await ports.media.get(id, media)
        return bytes && darkroom.scaled(media, bytes, wish)
      }),
    outlines: darkroom && ((letterings) => darkroom.outlines(letterings)),
    raster: darkroom && ((svg) => darkroom.raster(svg)),
    print: printer && ((page) => printer.print(page)),
  }
}

function fileName({ id, language, fields }: Article, format: ExportFormat): string {
  const slug = fields.slug || suggestSlug(fields.headline, language)
  return `${safeFileName(slug, id)}.${format.extension}`
}
