import { articleFile } from './article-file.ts'
import type { ExportFormat } from './format.ts'
import { html } from './html.ts'
import { htmlZip } from './html-zip.ts'

/** Every way out, in the order people see it. A new format: its file, and its name here. */
export const formats: readonly ExportFormat[] = [html, htmlZip, articleFile]

/** The format with this id, if there is one. */
export const formatOf = (id: string): ExportFormat | undefined => formats.find((format) => format.id === id)
