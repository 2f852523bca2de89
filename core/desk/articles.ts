import type { DeskApi, Draft, OpenArticle, Parsed, Saved } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { Article, ArticleRow } from '../model/article.ts'
import { cleanBody } from '../model/clean-body.ts'
import { isSameText, patched } from '../model/draft-patch.ts'
import { mediaNames } from '../model/map-story.ts'
import { measureBody } from '../model/measure.ts'
import { schemaVersion } from '../model/migrate.ts'
import { keepUnsavedOfOthers, replay } from './journaling.ts'
import { rowOf } from './rows.ts'
import type { DeskRoom } from './room.ts'
import { requireRealDays } from './real-days.ts'
import { requireStorySize } from './sizes.ts'
import { timeOfUlid } from './ulid.ts'

type Saving = Draft & { revision: number; window?: string | undefined }
type Articles = Pick<DeskApi, 'article.open' | 'article.save' | 'article.saveChanges' | 'article.list'>

/** Opening, saving and listing articles. */
export function articleCalls(room: DeskRoom): Articles {
  return {
    'article.open': ({ id, window }) => room.alone(id, () => open(room, id, window)),
    'article.save': (draft) => room.alone(draft.id, () => save(room, draft)),
    'article.saveChanges': (changes) => room.alone(changes.id, () => saveChanges(room, changes)),
    'article.list': async ({ status, limit }) => {
      const filter = status === undefined ? {} : { status: [status] }
      const list = room.lists.list({ order: 'newest', filter, language: 'en' })
      const total = list.placed.length
      return { articles: list.rows(0, limit ?? total), total }
    },
  }
}

async function open(room: DeskRoom, id: string, window = ''): Promise<OpenArticle> {
  const read = await room.read(id)
  if (read.kind === 'foreign') {
    return { article: read.article, readOnly: { reason: read.reason, unknown: read.unknown } }
  }
  const { readOnly } = room.ports.library
  if (readOnly) return { article: read.article, readOnly: { reason: 'library-locked', unknown: [] } }
  const replayed = await replay(room, read.article, window)
  room.noteOpened(id)
  room.noteStood(read.article)
  room.keeping.opened(id, replayed !== undefined)
  if (!replayed) return { article: read.article, readOnly: null }
  const { language, status, fields, body } = read.article
  const stored = { language, status, fields, body }
  return { article: replayed.article, readOnly: null, recovered: replayed.at, stored }
}

/** Changes a stored article as if somebody had saved it; `change` answers null where it says so already. */
export async function changeStored(
  room: DeskRoom,
  id: string,
  change: (current: Article) => Pick<Draft, 'status' | 'fields'> | null,
): Promise<ArticleRow> {
  const current = await room.readToChange(id)
  const changed = change(current)
  if (!changed) return rowOf(current)
  const { language, body } = current
  const article = nextArticle(room, current, { id, language, body, ...changed })
  return (await write(room, { current, article, revision: current.revision, window: '' })).row
}

async function save(room: DeskRoom, { revision, window = '', ...draft }: Saving): Promise<Saved> {
  const current = await room.readToChange(draft.id).catch(async (error: unknown) => {
    throw await keptFromLoss(room, error, { ...draft, revision })
  })
  const article = nextArticle(room, current, draft)
  if (revision !== current.revision && !room.saysTheSame(current, revision)) {
    // The answer to this very save was lost on its way: it is given again.
    if (revision + 1 === current.revision && isSameText(current, article))
      return saved(current, rowOf(current))
    throw await keptApart(room, current, { ...article, revision })
  }
  return write(room, { current, article, revision, window })
}

async function saveChanges(
  room: DeskRoom,
  { id, revision, blocks, patch, window = '' }: Parsed<'article.saveChanges'>,
): Promise<Saved> {
  const current = await room.readToChange(id)
  const isTold = revision === current.revision || room.saysTheSame(current, revision)
  const isOfIt = isTold && blocks === current.body.content.length
  if (!isOfIt || !room.standsAsNoted(current))
    throw new DeskError('stale-revision', `these are not the changes to what article ${id} says now`, {
      current: current.revision,
    })
  const { language, status, fields, body } = patched(current, patch)
  const article = nextArticle(room, current, { id, language, status, fields, body })
  return write(room, { current, article, revision, window })
}

interface Writing {
  current: Article
  article: Article
  /** The one that the window has, for what is kept apart. */
  revision: number
  window: string
}

async function write(room: DeskRoom, { current, article, revision, window }: Writing): Promise<Saved> {
  requireRealDays(current, article)
  room.noteOpened(article.id)
  const measure = measureBody(article.body)
  requireStorySize(measure)
  await bringMedia(room, current, article)
  await keepUnsavedOfOthers(room, current, window)
  // Beside the write, so that a slow disk is waited for once.
  const kept = room.keeping.beforeSave(current, measure)
  room.ports.journals.saves(article.id, { revision: article.revision, window })
  try {
    await room.ports.articles.put(article, kept)
  } catch (error) {
    // Changed by another program since it was read, a moment ago.
    const isStale = error instanceof DeskError && error.code === 'stale-revision'
    throw isStale ? await keptApart(room, current, { ...article, revision }) : error
  }
  room.noteStood(article)
  await room.keeping.afterSave(current, article)
  return saved(article, room.announce(article, measure))
}

const saved = ({ revision, updatedAt }: Article, row: ArticleRow): Saved => ({ revision, updatedAt, row })

function nextArticle(room: DeskRoom, current: Article, draft: Draft): Article {
  // A clock that was set back must not make the newest text look older than the one before.
  const now = Math.max(room.ports.clock.now(), Date.parse(current.updatedAt) || 0)
  return {
    ...current,
    language: draft.language,
    status: draft.status,
    fields: { ...current.fields, ...draft.fields },
    body: cleanBody(draft.body),
    revision: current.revision + 1,
    updatedAt: new Date(now).toISOString(),
  }
}

async function keptApart(room: DeskRoom, current: Article, mine: Article): Promise<DeskError> {
  // Without a time of its own: the same text tried again is kept once.
  const keptAs = await room.ports.articles.keepConflict({ ...mine, updatedAt: current.updatedAt })
  room.ports.tell({ name: 'notice', data: { code: 'save-refused', details: { id: mine.id, file: keptAs } } })
  return new DeskError('stale-revision', `article ${mine.id} has been saved by somebody else meanwhile`, {
    current: current.revision,
    keptAs,
  })
}

/** Where the file went away or broke under an open editor, its text is kept beside what is left; answers the error. */
async function keptFromLoss(
  room: DeskRoom,
  error: unknown,
  draft: Draft & { revision: number },
): Promise<unknown> {
  if (!(error instanceof DeskError) || !['not-found', 'unreadable'].includes(error.code)) return error
  const createdAt = new Date(timeOfUlid(draft.id)).toISOString()
  const article: Article = { ...draft, schemaVersion, createdAt, updatedAt: createdAt }
  const keptAs = await room.ports.articles.keepConflict(article).catch(() => null)
  return new DeskError(error.code, error.message, { ...error.details, keptAs })
}

/**
 * Brings over the pictures of a paste from another article. One that is nowhere stays named in the text: its caption
 * is work too, and no editor's save is refused for a picture. @throws DeskError 'bad-request' for an import's own names
 */
async function bringMedia(room: DeskRoom, current: Article, article: Article): Promise<void> {
  const before = new Set(mediaNames(current))
  for (const media of mediaNames(article)) {
    if (before.has(media) || (await room.ports.media.get(article.id, media))) continue
    if (media.startsWith('import:'))
      throw new DeskError('bad-request', `${media} was never stored`, { media })
    const bytes = await room.ports.media.find(media)
    if (bytes) await room.ports.media.put(article.id, bytes, media.split('.').at(-1) ?? '')
  }
}
