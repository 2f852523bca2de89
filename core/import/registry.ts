import { bundle } from './bundle.ts'
import { savedPage } from './mhtml.ts'
import { atomFile } from './feed/atom.ts'
import { jsonFeedFile } from './feed/json-feed.ts'
import { rssFile } from './feed/rss.ts'
import { markdownFile } from './markdown/markdown.ts'
import { midadJson } from './midad-json.ts'
import { docx } from './docx.ts'
import { office } from './office.ts'
import { packedArticle } from './packed-article.ts'
import { newsmlG2 } from './newsml-g2.ts'
import { ninjs } from './ninjs.ts'
import { nitf } from './nitf.ts'
import { pageHtml } from './page-html.ts'
import { plainText } from './plain-text.ts'
import type { ImportInput, ImportSource } from './source.ts'

/** Every way in; the first that accepts a file reads it. A new source: its file, and its name here. */
export const sources: readonly ImportSource[] = [
  packedArticle,
  midadJson,
  docx,
  office,
  ninjs,
  newsmlG2,
  nitf,
  jsonFeedFile,
  rssFile,
  atomFile,
  markdownFile,
  savedPage,
  pageHtml,
  bundle,
  plainText,
]

/** The source that reads this file; undefined for a kind of file that Midad does not read. */
export const sourceFor = (file: ImportInput): ImportSource | undefined =>
  sources.find((source) => source.accepts(file))
