import { articleFile } from './article-file.ts'
import type { ExportFormat } from './format.ts'
import { html } from './html.ts'
import { packed } from './zip.ts'

/** Every way out of one file, in the order people see it. A new format: its file, and its name here. */
const single: readonly ExportFormat[] = [html, articleFile]

/** Every way out. The packed file holds the others. */
export const formats: readonly ExportFormat[] = [
  ...single,
  packed({
    // A packed file in a packed file is nobody's wish.
    formats: single.filter(({ extension }) => extension !== 'zip'),
    whole: articleFile,
    usual: ['html', articleFile.id, 'text'],
  }),
]

/** The format with this id, if there is one. */
export const formatOf = (id: string): ExportFormat | undefined => formats.find((format) => format.id === id)
