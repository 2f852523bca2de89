import type { DeskApi, Draft } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import { presentText, recoveredText, type VersionInfo } from '../api/versions.ts'
import { compareTexts, countChange } from '../compare/compare-texts.ts'
import type { Article, ArticleId } from '../model/article.ts'
import { cleanBody } from '../model/clean-body.ts'
import { isSameText } from '../model/draft-patch.ts'
import { measureBody } from '../model/measure.ts'
import { keepStray } from './journaling.ts'
import type { KeptVersion } from './ports.ts'
import { requireRealDays } from './real-days.ts'
import type { DeskRoom } from './room.ts'

type Versions = Pick<DeskApi, 'versions.list' | 'versions.keep' | 'versions.compare' | 'versions.restore'>
const usualCount = 100

/** The older texts of an article: keeping, listing, comparing, taking one back. */
export function versionCalls(room: DeskRoom): Versions {
  return {
    'versions.list': async ({ id, limit = usualCount, after }) => {
      const kept = await room.ports.versions.list(id)
      const from = after === undefined ? 0 : kept.findIndex(({ name }) => name === after) + 1
      // One more: the size of the last one's change is told against it.
      const texts = await textsOf(room, id, kept.slice(from, from + limit + 1))
      const versions = texts
        .slice(0, limit)
        .map((version, index) => infoOf(version, texts[index + 1]?.article))
      return { versions, total: kept.length }
    },
    'versions.keep': ({ reason, label, ...draft }) =>
      room.alone(draft.id, () => keep(room, draft, reason, label)),
    'versions.compare': async ({ id, older, newer }) => {
      const [before, after] = await Promise.all([textOf(room, id, older), textOf(room, id, newer)])
      return { ...compareTexts(before.article, after.article), olderAt: before.at, newerAt: after.at }
    },
    'versions.restore': ({ id, version, revision }) =>
      room.alone(id, async () => {
        const current = await room.readToChange(id)
        if (current.revision !== revision) {
          throw new DeskError('stale-revision', `article ${id} has been saved by somebody else meanwhile`, {
            current: current.revision,
          })
        }
        const { article: text, isForeign } = await textOf(room, id, version)
        if (isForeign) throw new DeskError('read-only', `version ${version} was written by a newer version`)
        await keepBeyondFile(room, current)
        const kept = await room.ports.versions.keepFile(id, 'before-restore')
        const before = kept ?? (await versionOf(room, current)) ?? ''
        const { language, status, fields, body } = text
        const now = Math.max(room.ports.clock.now(), Date.parse(current.updatedAt) || 0)
        const updatedAt = new Date(now).toISOString()
        const article = { ...current, language, status, fields, body, updatedAt, revision: revision + 1 }
        await room.ports.articles.put(article)
        room.announce(article)
        return { opened: { article, readOnly: null }, before }
      }),
  }
}

/** The newest version that says what the article says; others' texts may have been laid among them since. */
async function versionOf(room: DeskRoom, article: Article): Promise<string | undefined> {
  for (const { name } of await room.ports.versions.list(article.id)) {
    const read = await room.ports.versions.read(article.id, name)
    if (read?.kind === 'article' && isSameText(read.article, article)) return name
  }
  return undefined
}

/** What a journal has beyond the file, a window's own words too: after the restore nothing would lead to it. */
async function keepBeyondFile(room: DeskRoom, current: Article): Promise<void> {
  const { journals, versions } = room.ports
  const beyond = await journals.found(current)
  room.unsaved.delete(current.id)
  if (beyond?.kind === 'text') await versions.keep(beyond.article, 'recovered')
  if (beyond?.kind === 'stray') await keepStray(room, current, beyond.edits)
}

async function keep(
  room: DeskRoom,
  { id, language, status, fields, body }: Draft,
  reason: 'named' | 'before-paste' | 'before-import',
  label: string | undefined,
): Promise<VersionInfo | null> {
  const current = await room.readToChange(id)
  const text = { language, status, fields: { ...current.fields, ...fields }, body: cleanBody(body) }
  const article: Article = { ...current, ...text }
  requireRealDays(current, article)
  const name = await room.ports.versions.keep(article, reason, label)
  if (name === undefined) return null
  const keptAt = new Date(room.ports.clock.now()).toISOString()
  return infoOf({ name, reason, label: label ?? '', keptAt, article }, undefined)
}

interface VersionText extends KeptVersion {
  article: Article
}

async function textsOf(room: DeskRoom, id: ArticleId, kept: readonly KeptVersion[]): Promise<VersionText[]> {
  const texts: VersionText[] = []
  for (const version of kept) {
    const read = await room.ports.versions.read(id, version.name)
    // A damaged one cannot be shown; `verify` names it.
    if (read && read.kind !== 'unreadable') texts.push({ ...version, article: read.article })
  }
  return texts
}

function infoOf({ article, ...kept }: VersionText, older: Article | undefined): VersionInfo {
  const { revision, status, fields, body } = article
  const { words } = measureBody(body)
  const change = older ? countChange(older, article) : { inserted: 0, deleted: 0 }
  return { ...kept, revision, status, headline: fields.headline, words, ...change }
}

/** A text by its name: a version's, the file as it is, what the journal has. @throws DeskError 'not-found' | 'unreadable' */
async function textOf(
  room: DeskRoom,
  id: ArticleId,
  name: string,
): Promise<{ article: Article; at: string; isForeign?: boolean }> {
  if (name === presentText || name === recoveredText) {
    const { article } = await room.read(id)
    const found = name === recoveredText ? await room.ports.journals.found(article) : undefined
    return found?.kind === 'text' ? found : { article, at: article.updatedAt }
  }
  const kept = (await room.ports.versions.list(id)).find((version) => version.name === name)
  const read = kept && (await room.ports.versions.read(id, name))
  if (!kept || !read) throw new DeskError('not-found', `article ${id} has no version ${name}`)
  if (read.kind === 'unreadable') {
    throw new DeskError('unreadable', `version ${name} cannot be read: ${read.reason}`, {
      reason: read.reason,
    })
  }
  return { article: read.article, at: kept.keptAt, isForeign: read.kind === 'foreign' }
}
