import { articleFile } from './article-file.ts'
import type { ExportFormat } from './format.ts'
import { html } from './html.ts'
import { pdf } from './pdf.ts'
import { social } from './social/social.ts'

/** Every way out, in the order people see it. A new format: its file, and its name here. */
export const formats: readonly ExportFormat[] = [html, pdf, social, articleFile]

/** The format with this id, if there is one. */
export const formatOf = (id: string): ExportFormat | undefined => formats.find((format) => format.id === id)
