import type { Page } from 'playwright-core'
import type { MeasuredEditor } from './measure/typing-page.ts'
import { benchArticleId } from './midad/write-library.ts'

/** A line of the table. */
export interface Row {
  id: RowId
  label: string
  /** Only from so many words on: below, it is the same as another row. */
  leastWords?: number
  editor(place: MeasurePlace): MeasuredEditor
}
export const rowIds = [
  'contenteditable',
  'contenteditable-cv',
  'tiptap',
  'midad',
  'midad-unspelled',
  'midad-preview',
] as const
export type RowId = (typeof rowIds)[number]

/** Where one measurement finds its page. */
export interface MeasurePlace {
  words: number
  peerOrigin: string
  /** Every measurement of Midad has an article of its own, so that each starts from the same text. */
  article: number
  midadUrl: (id: string) => string
  /** The same articles in a library whose spelling is switched off. */
  unspelledUrl: (id: string) => string
}

async function openPreview(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Preview', exact: true })
  const tab = page.getByRole('tab', { name: 'Preview', exact: true })
  await button.or(tab).first().click()
  const frame = page.frameLocator('iframe[title="Page preview"]')
  await frame.locator('h1').first().waitFor()
  // Midad keeps two frames and swaps them: give the second time to be there.
  await page.waitForTimeout(1000)
}

/** THE rows, in the order in which they are measured and shown. */
export const rows: readonly Row[] = [
  {
    id: 'contenteditable',
    label: 'contenteditable',
    editor: ({ peerOrigin, words }) => ({
      url: `${peerOrigin}/contenteditable/?words=${words}`,
      selector: '.editable',
    }),
  },
  {
    id: 'contenteditable-cv',
    label: 'contenteditable + content-visibility (the limit)',
    leastWords: 5001,
    editor: ({ peerOrigin, words }) => ({
      url: `${peerOrigin}/contenteditable/?words=${words}&skips-hidden`,
      selector: '.editable',
    }),
  },
  {
    id: 'tiptap',
    label: 'TipTap StarterKit, bare',
    editor: ({ peerOrigin, words }) => ({
      url: `${peerOrigin}/tiptap/?words=${words}`,
      selector: '.ProseMirror',
    }),
  },
  {
    id: 'midad',
    label: 'Midad, Details shown',
    editor: ({ midadUrl, article }) => ({
      url: midadUrl(benchArticleId(article)),
      selector: '.ProseMirror',
    }),
  },
  {
    id: 'midad-unspelled',
    label: 'Midad, spelling off',
    editor: ({ unspelledUrl, article }) => ({
      url: unspelledUrl(benchArticleId(article)),
      selector: '.ProseMirror',
    }),
  },
  {
    id: 'midad-preview',
    label: 'Midad, Preview open',
    editor: ({ midadUrl, article }) => ({
      url: midadUrl(benchArticleId(article)),
      selector: '.ProseMirror',
      prepare: openPreview,
    }),
  },
]
