import type { Page } from 'playwright-core'
import type { MeasuredEditor } from './measure/typing-page.ts'
import { benchArticleId } from './corpus/article.ts'
import type { PeerPage } from './pages/serve.ts'

/** A line of the table. */
export interface Row {
  id: RowId
  label: string
  /** Only from so many words on: below, it is the same as another row. */
  leastWords?: number
  /** Beyond so many words only where it is asked for by name: it would take minutes and no goal is about it. */
  usuallyAtMost?: number
  /** Its page among those that the bench serves itself; Midad has its own host. */
  page?: PeerPage
  editor(place: MeasurePlace): MeasuredEditor
}
export const rowIds = [
  'contenteditable',
  'contenteditable-cv',
  'contenteditable-marks',
  'tiptap',
  'prosemirror',
  'lexical',
  'ckeditor',
  'quill',
  'slate',
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

const selectors: Record<PeerPage, string> = {
  contenteditable: '.editable',
  tiptap: '.ProseMirror',
  'tiptap-react': '.ProseMirror',
  prosemirror: '.ProseMirror',
  lexical: '.editable',
  ckeditor: '.ck-editor__editable',
  quill: '.ql-editor',
  slate: '.editable',
}
/** The editor of a page that the bench serves at this origin, with a story of so many words. */
export const peerEditor = (page: PeerPage, origin: string, words: number, flag = ''): MeasuredEditor => ({
  url: `${origin}/${page}/?words=${words}${flag}`,
  selector: selectors[page],
})

type Peer = Pick<Row, 'id' | 'label' | 'leastWords' | 'usuallyAtMost'> & { page: PeerPage }
const peer = (row: Peer, flag = ''): Row => ({
  ...row,
  editor: ({ peerOrigin, words }) => peerEditor(row.page, peerOrigin, words, flag),
})
/** Goal 2 of performance.md §9 sets these three beside Midad at 600 and 5,000 words. */
const usuallyAtMost = 5000

/** THE rows, in the order in which they are measured and shown. */
export const rows: readonly Row[] = [
  peer({ id: 'contenteditable', label: 'contenteditable', page: 'contenteditable' }),
  peer(
    {
      id: 'contenteditable-cv',
      label: 'contenteditable + content-visibility (the limit)',
      page: 'contenteditable',
      leastWords: 5001,
    },
    '&skips-hidden',
  ),
  peer(
    {
      id: 'contenteditable-marks',
      label: 'the same with words marked by CSS highlights',
      page: 'contenteditable',
      leastWords: 5001,
    },
    '&skips-hidden&marks',
  ),
  peer({ id: 'tiptap', label: 'TipTap StarterKit, bare', page: 'tiptap' }),
  peer({ id: 'prosemirror', label: 'ProseMirror, example setup', page: 'prosemirror' }),
  peer({ id: 'lexical', label: 'Lexical rich text + React', page: 'lexical' }),
  peer({ id: 'ckeditor', label: 'CKEditor 5 classic', page: 'ckeditor', usuallyAtMost }),
  peer({ id: 'quill', label: 'Quill 2', page: 'quill', usuallyAtMost }),
  peer({ id: 'slate', label: 'Slate', page: 'slate', usuallyAtMost }),
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
