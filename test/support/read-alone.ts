import type {
  ImportedArticle,
  ImportedFile,
  ImportInput,
  ImportSource,
  ImportTools,
} from '../../core/import/source.ts'
import { readingTools } from '../../electron/node/reading-tools.ts'

const tools: ImportTools = {
  ...readingTools,
  inside: () => Promise.reject(new Error('nothing lies inside this file')),
}

/** The one article of a file that is read at once. */
export function readAlone(source: ImportSource, file: ImportInput): ImportedArticle {
  const read = source.read(file, tools)
  if (read instanceof Promise) throw new Error(`${source.id} reads later`)
  return onlyOf(read.articles)
}

function onlyOf(articles: readonly ImportedArticle[]): ImportedArticle {
  const [article, ...others] = articles
  if (!article || others.length > 0) throw new Error(`${articles.length} articles, not one`)
  return article
}

/** The one article of a file that lies in a folder with others, which it calls by `address`. */
export const readBeside = async (...asked: Parameters<typeof readAllBeside>): Promise<ImportedArticle> =>
  onlyOf((await readAllBeside(...asked)).articles)

/** All that is read from such a file. */
export async function readAllBeside(
  source: ImportSource,
  file: ImportInput,
  lying: (address: string) => Uint8Array | undefined = () => undefined,
): Promise<ImportedFile> {
  const beside = (address: string) => Promise.resolve(lying(address))
  return source.read(file, { ...tools, beside })
}
