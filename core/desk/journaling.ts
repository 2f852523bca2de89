import type { DeskApi } from '../api/contract.ts'
import { countChange } from '../compare/compare-texts.ts'
import type { Article, ArticleId } from '../model/article.ts'
import { patchOf } from '../model/draft-patch.ts'
import { afterEdit, type Edit } from '../model/journal.ts'
import { withoutNewUnrealDays } from '../model/unreal-days.ts'
import type { DeskRoom } from './room.ts'

type Journaling = Pick<DeskApi, 'article.journal' | 'recovery.list' | 'recovery.discard'>

/** What is written between two saves, and what is found of it after an end that was none of ours. */
export function journalCalls(room: DeskRoom): Journaling {
  const { journals, clock } = room.ports
  return {
    // Not in the article's line: a save that hangs must not hold up the words that came after it.
    'article.journal': async ({ id, on, window = '' }) => {
      room.requireWritable()
      await beforeJournal(room, id, window)
      const keptIn = await journals.append(id, on, window)
      room.unsaved.set(id, { window, at: clock.elapsed(), on })
      return { keptIn }
    },
    'recovery.list': async () => {
      if (room.ports.library.readOnly) return { recovered: [] }
      const recovered: Awaited<ReturnType<DeskApi['recovery.list']>>['recovered'] = []
      for (const id of await journals.ids()) {
        // A window here writes in it: nothing has ended.
        if (room.unsaved.has(id)) continue
        const beyond = await room.alone(id, () => beyondFile(room, id))
        if (!beyond) continue
        const { article, stored, at } = beyond
        const { headline } = article.fields
        recovered.push({ id, headline, language: article.language, at, ...countChange(stored, article) })
      }
      return { recovered }
    },
    'recovery.discard': ({ id }) =>
      room.alone(id, async () => {
        // A file that does not answer now is not one without words beyond it: its journal stays.
        const stored = await room.readToChange(id)
        const beyond = await replay(room, stored, room.unsaved.get(id)?.window ?? '')
        room.unsaved.delete(id)
        if (beyond) await room.ports.versions.keep(beyond.article, 'recovered')
        await journals.drop(id)
        return null
      }),
  }
}

async function beyondFile(
  room: DeskRoom,
  id: ArticleId,
): Promise<{ article: Article; stored: Article; at: string } | undefined> {
  const read = await room.ports.articles.get(id)
  // In the trash, or set aside: its journal waits for it.
  if (read?.kind !== 'article') return undefined
  const found = await replay(room, read.article, '')
  if (found) return { ...found, stored: read.article }
  await room.ports.journals.settle(read.article)
  return undefined
}

/** Words of a window that has only just written are its own: another window does not show them. */
const liveMs = 5000

/**
 * The article as its journal has it, where that is more than its file. Words that were written over a file which another
 * program has replaced since are kept among the conflicts.
 */
export async function replay(
  room: DeskRoom,
  article: Article,
  window: string,
): Promise<{ article: Article; at: string } | undefined> {
  const { id } = article
  const live = room.unsaved.get(id)
  if (live && live.window !== window && room.ports.clock.elapsed() - live.at < liveMs) return undefined
  const found = await room.ports.journals.found(article)
  if (found?.kind === 'stray') await keepStray(room, article, found.edits)
  if (found?.kind !== 'text') return undefined
  // A save would be refused for it, and its words with it.
  const fields = withoutNewUnrealDays(article.fields, found.article.fields)
  return { article: { ...found.article, fields }, at: found.at }
}

/** Words that were written over a file which is no more are laid among the conflicts; their journal has done its work. */
export async function keepStray(room: DeskRoom, article: Article, edits: readonly Edit[]): Promise<void> {
  await keepApart(room, article, edits)
  await room.ports.journals.drop(article.id)
}

async function keepApart(
  room: DeskRoom,
  article: Article,
  edits: readonly Pick<Edit, 'patch'>[],
): Promise<void> {
  // The first is said against the older text: it has what a save under way would have taken along, too.
  const patch = edits[0]?.patch ?? {}
  const fields = { ...article.fields, ...patch.fields }
  const body = { type: 'doc' as const, content: patch.story?.insert ?? [] }
  await keepAsConflict(room, { ...article, fields, body })
}

async function keepAsConflict(room: DeskRoom, text: Article): Promise<void> {
  const { id } = text
  const file = await room.ports.articles.keepConflict(text)
  room.ports.tell({ name: 'notice', data: { code: 'save-refused', details: { id, file } } })
}

/** A journal shows the last words of one window: those of another are kept before they are no longer the last. */
async function beforeJournal(room: DeskRoom, id: ArticleId, window: string): Promise<void> {
  const live = room.unsaved.get(id)
  // A window that has outlived its host: the journal has to name the file that its words are over.
  const isUnknown = !live && !room.opened.has(id)
  if (!isUnknown && (!live || live.window === window)) return
  // Where the library is away, the words go elsewhere all the same.
  const read = await room.ports.articles.get(id).catch(() => undefined)
  room.noteOpened(id)
  if (read?.kind === 'article') await keepUnsavedOfOthers(room, read.article, window)
}

/**
 * Another window's words that would be left without a file to stand on, or without a journal, are kept first: as a version, or
 * among the conflicts where their file is gone already or no version is taken. Never throws: this window's words go on.
 */
export async function keepUnsavedOfOthers(room: DeskRoom, current: Article, window: string): Promise<void> {
  const { id, revision } = current
  const live = room.unsaved.get(id)
  room.unsaved.delete(id)
  if (!live || live.window === window) return
  const edit = live.on.find((each) => each.revision === revision)
  const text = edit && afterEdit(current, edit.patch)
  const isMore = text && patchOf(current, text)
  if (!text) await keepApart(room, current, live.on).catch(() => undefined)
  if (!isMore) return
  const { versions } = room.ports
  await versions
    .keep(text, 'recovered')
    .catch(() => keepAsConflict(room, text))
    .catch(() => undefined)
}
