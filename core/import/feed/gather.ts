import { DeskError, toErrorData } from '../../api/errors.ts'
import type { ImportedFile, ImportInput, ImportTools } from '../source.ts'
import { articleOf, type FeedItem } from './item.ts'

/** More items than this are an archive of a site; they come in several files. */
const mostItems = 20_000

/** The articles of the items of a file, in its order; one that cannot be read leaves the others alone. */
export async function gathered(
  items: readonly FeedItem[],
  { language }: ImportInput,
  { beside }: ImportTools,
): Promise<ImportedFile> {
  if (items.length === 0) throw new DeskError('unreadable', 'the feed has no items')
  if (items.length > mostItems)
    throw new DeskError('too-large', `more than ${mostItems} items`, { most: mostItems })
  const file: ImportedFile = { articles: [], failed: [] }
  for (const [at, item] of items.entries()) {
    const name = items.length > 1 ? String(at + 1) : undefined
    try {
      file.articles.push(await articleOf(item, { chosen: language, beside, name }))
    } catch (error) {
      file.failed?.push({ name: name ?? '', error: toErrorData(error) })
    }
  }
  return file
}
