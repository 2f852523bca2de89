import { articleFile } from './article-file.ts'
import { newsmlG2 } from './newsml-g2.ts'
import { ninjs } from './ninjs.ts'
import { nitf } from './nitf.ts'
import { pageHtml } from './page-html.ts'
import { plainText } from './plain-text.ts'
import type { ImportInput, ImportSource } from './source.ts'

/** Every way in; the first that accepts a file reads it. A new source: its file, and its name here. */
export const sources: readonly ImportSource[] = [articleFile, ninjs, newsmlG2, nitf, pageHtml, plainText]

/** The source that reads this file; undefined for a kind of file that Midad does not read. */
export const sourceFor = (file: ImportInput): ImportSource | undefined =>
  sources.find((source) => source.accepts(file))
