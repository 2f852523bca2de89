import type { Block, StoryBody } from './body.ts'
import type { ArticleFields, Status } from './fields.ts'
import type { LanguageCode } from './language-code.ts'

/** The text of an article without its history: what an editor holds. */
export interface ArticleText {
  language: LanguageCode
  status: Status
  fields: ArticleFields
  body: StoryBody
}

/**
 * What changed from one text of an article to another. Of the story, `remove` top-level blocks from the `from`-th on
 * gave way to `insert`. It stands by itself: no other patch is needed to apply it to the text that it was made from.
 */
export interface DraftPatch {
  language?: LanguageCode | undefined
  status?: Status | undefined
  /** Only the fields that changed, whole. */
  fields?: Partial<ArticleFields> | undefined
  story?: { from: number; remove: number; insert: Block[] } | undefined
}

/** What leads from `before` to `after`; null where nothing does. Blocks that are the same object cost a comparison each. */
export function patchOf(before: ArticleText, after: ArticleText): DraftPatch | null {
  const patch: DraftPatch = {}
  if (after.language !== before.language) patch.language = after.language
  if (after.status !== before.status) patch.status = after.status
  const fields = changedFields(before.fields, after.fields)
  if (fields) patch.fields = fields
  const story = changedBlocks(before.body.content, after.body.content)
  if (story) patch.story = story
  return Object.keys(patch).length > 0 ? patch : null
}

/** The text that the patch leads to. @throws RangeError where it was made from another story */
export function patched<T extends ArticleText>(text: T, patch: DraftPatch): T {
  const { story } = patch
  const { content } = text.body
  if (story && story.from + story.remove > content.length)
    throw new RangeError(
      `the story has ${content.length} blocks, the patch wants ${story.from + story.remove}`,
    )
  return {
    ...text,
    language: patch.language ?? text.language,
    status: patch.status ?? text.status,
    fields: { ...text.fields, ...patch.fields },
    body: story
      ? { type: 'doc', content: content.toSpliced(story.from, story.remove, ...story.insert) }
      : text.body,
  }
}

/** Whether two texts say the same. */
export const isSameText = (one: ArticleText, other: ArticleText): boolean => patchOf(one, other) === null

/** Whether all that the patch would write stands in this text already, wherever. */
export function holds({ language, status, fields, body }: ArticleText, patch: DraftPatch): boolean {
  const isThere = (block: Block): boolean => body.content.some((each) => isSame(each, block))
  return (
    (patch.language ?? language) === language &&
    (patch.status ?? status) === status &&
    !changedFields(fields, { ...fields, ...patch.fields }) &&
    (patch.story?.insert ?? []).every(isThere)
  )
}

function changedFields(before: ArticleFields, after: ArticleFields): Partial<ArticleFields> | undefined {
  if (before === after) return undefined
  const changed = Object.entries(after).filter(
    ([name, value]) => !isSame((before as Record<string, unknown>)[name], value),
  )
  return changed.length > 0 ? (Object.fromEntries(changed) as Partial<ArticleFields>) : undefined
}

function changedBlocks(before: readonly Block[], after: readonly Block[]): DraftPatch['story'] {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && isSame(before[from], after[from])) from += 1
  let same = 0
  while (same < shorter - from && isSame(before[before.length - 1 - same], after[after.length - 1 - same]))
    same += 1
  const remove = before.length - from - same
  const insert = after.slice(from, after.length - same)
  return remove === 0 && insert.length === 0 ? undefined : { from, remove, insert }
}

/** The same value as JSON, in whatever order its keys stand. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
    return one.every((value, index) => isSame(value, other[index]))
  }
  const [mine, theirs] = [keysOf(one), keysOf(other)]
  return (
    mine.length === theirs.length &&
    mine.every((key) =>
      isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  )
}

const keysOf = (value: object): string[] =>
  Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined)
