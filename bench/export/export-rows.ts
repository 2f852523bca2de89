import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Article } from '../../core/model/article.ts'
import type { StoryBody } from '../../core/model/body.ts'
import { midadFile, midadPage, midadStory } from '../midad/exporting.ts'
import { handRendered } from './hand-renderer.ts'

export const exportRowIds = [
  'hand',
  'midad-story',
  'midad-page',
  'midad-file',
  'markdown-it',
  'linkedom',
  'jsdom',
  'happy-dom',
  'static-renderer',
  'generate-html',
] as const
export type ExportRowId = (typeof exportRowIds)[number]

/** One article in the forms that the rows read. */
export interface ExportSource {
  article: Article
  markdown: string
}
/** The same as it lies in the library, and as text for pandoc. */
export interface StoredSource {
  stored: string
  markdown: string
}
type Rendering = string | Uint8Array
export interface ExportRow {
  id: ExportRowId
  label: string
  render(source: ExportSource): Rendering | Promise<Rendering>
}

const ownRows: readonly ExportRow[] = [
  { id: 'hand', label: 'hand renderer (the limit)', render: ({ article }) => handRendered(article.body) },
  { id: 'midad-story', label: 'Midad, the story', render: ({ article }) => midadStory(article) },
  { id: 'midad-page', label: 'Midad, the whole page', render: ({ article }) => midadPage(article) },
  { id: 'midad-file', label: 'Midad, the page with its fonts', render: ({ article }) => midadFile(article) },
]
const peerLabels: Partial<Record<ExportRowId, string>> = {
  'markdown-it': 'markdown-it, from Markdown',
  linkedom: 'DOMSerializer + linkedom',
  jsdom: 'DOMSerializer + jsdom',
  'happy-dom': 'DOMSerializer + happy-dom',
  'static-renderer': '@tiptap/static-renderer',
  'generate-html': '@tiptap/html generateHTML',
}

/** The rows that need nothing of bench/peers. */
export const isOwnRow = (id: ExportRowId): boolean => ownRows.some((row) => row.id === id)
/** What a row is called in tables. */
export const exportLabel = (id: ExportRowId): string =>
  ownRows.find((row) => row.id === id)?.label ?? peerLabels[id] ?? id

/** What bench/peers/renderers.js exports. */
interface PeerRenderers {
  renderers: Record<string, (story: StoryBody | string) => string>
}

/** These rows, in the order of the table; the peers' packages are read only where one of theirs is asked for. */
export async function exportRows(ids: readonly ExportRowId[]): Promise<ExportRow[]> {
  if (ids.every(isOwnRow)) return ownRows.filter(({ id }) => ids.includes(id))
  // Not as a static import: without the peers' packages there is nothing that could be read.
  const file = pathToFileURL(join(import.meta.dirname, '../peers/renderers.js')).href
  const { renderers } = (await import(file)) as PeerRenderers
  const peerRows = Object.entries(renderers).map(([id, render]): ExportRow => ({
    id: id as ExportRowId,
    label: exportLabel(id as ExportRowId),
    render: ({ article, markdown }) => render(id === 'markdown-it' ? markdown : article.body),
  }))
  const all = [...ownRows, ...peerRows]
  return exportRowIds.flatMap((id) => (ids.includes(id) ? all.filter((row) => row.id === id) : []))
}
