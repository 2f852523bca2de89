import { markdown } from './markdown/markdown.ts'
import { docx } from './docx.ts'
import type { ExportFormat } from './format.ts'
import { atom } from './feed/atom.ts'
import { jsonFeed } from './feed/json-feed.ts'
import { rss } from './feed/rss.ts'
import { html } from './html.ts'
import { htmlZip } from './html-zip.ts'
import { json } from './json.ts'
import { newsmlG2 } from './newsml-g2.ts'
import { ninjs } from './ninjs.ts'
import { nitf } from './nitf.ts'
import { pdf } from './pdf.ts'
import { social } from './social/social.ts'
import { text } from './text/text.ts'
import { packageable } from './wire-package.ts'
import { packed } from './zip.ts'

/** Every way out of one file, in the order people see it. A new format: its file, and its name here. */
const single: readonly ExportFormat[] = [
  html,
  htmlZip,
  packageable(ninjs),
  packageable(newsmlG2),
  packageable(nitf),
  docx,
  pdf,
  markdown,
  text,
  json,
  rss,
  atom,
  jsonFeed,
  social,
]

/** Every way out. The packed file holds the others. */
export const formats: readonly ExportFormat[] = [
  ...single,
  packed({
    // A packed file in a packed file is nobody's wish.
    formats: single.filter(({ extension }) => extension !== 'zip'),
    whole: json,
    usual: [html.id, json.id, text.id],
  }),
]

/** The format with this id, if there is one. */
export const formatOf = (id: string): ExportFormat | undefined => formats.find((format) => format.id === id)
