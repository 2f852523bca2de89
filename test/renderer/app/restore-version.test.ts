import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenArticle } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { isBeingRestored, restoreVersion } from '../../../renderer/app/restore-version.ts'
import type { DeskClient } from '../../../renderer/desk/client.ts'
import { keepBefore } from '../../../renderer/features/article/keep-before.ts'
import { ArticleSession } from '../../../renderer/features/article/session.ts'
import { openedArticle } from '../../support/opened-article.ts'

const opened = (revision: number, readOnly: OpenArticle['readOnly'] = null): OpenArticle =>
  openedArticle(readOnly, { revision })

/** A desk that keeps one article by its revision, and does `meanwhile` while it restores. */
function deskAt(first: number, meanwhile: () => void = () => undefined) {
  let revision = first
  const asked: [string, Record<string, unknown>][] = []
  const call = async (method: string, input: Record<string, unknown>) => {
    asked.push([method, input])
    if (method === 'versions.keep') throw new DeskError('disk-full', 'no space')
    if (input.revision !== revision) throw new DeskError('stale-revision', 'changed elsewhere')
    revision += 1
    if (method === 'article.save') return { revision, updatedAt: '2026-11-23T11:00:00Z', row: {} }
    meanwhile()
    return { opened: opened(revision), before: 'before' }
  }
  return { asked, desk: { call, listen: () => () => undefined } as unknown as DeskClient }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the last words are saved first, and the revision that makes is the one that is restored from', async () => {
  const { desk, asked } = deskAt(7)
  const session = new ArticleSession(desk, opened(7))
  session.setField('source', 'وكالة')
  const restored = await restoreVersion(desk, session, 'v1')
  expect(restored.before).toBe('before')
  expect(asked.map(([method, { revision }]) => [method, revision])).toEqual([
    ['article.save', 7],
    ['versions.restore', 8],
  ])
})

test('while it restores, the next revision is nobody else’s', async () => {
  const seen: boolean[] = []
  const { desk } = deskAt(7, () => seen.push(isBeingRestored(session)))
  const session: ArticleSession = new ArticleSession(desk, opened(7))
  await restoreVersion(desk, session, 'v1')
  expect([...seen, isBeingRestored(session)]).toEqual([true, false])
})

test('letters typed meanwhile are sent all the same: the desk keeps what comes too late', async () => {
  const { desk, asked } = deskAt(7, () => session.setField('source', 'متأخر'))
  const session: ArticleSession = new ArticleSession(desk, opened(7))
  await restoreVersion(desk, session, 'v1')
  expect(asked.at(-1)).toMatchObject(['article.save', { revision: 7, fields: { source: 'متأخر' } }])
})

test('a text that cannot be saved is not restored over', async () => {
  const { desk, asked } = deskAt(9)
  const session = new ArticleSession(desk, opened(7))
  session.setField('source', 'وكالة')
  await expect(restoreVersion(desk, session, 'v1')).rejects.toMatchObject({ code: 'stale-revision' })
  expect(asked.map(([method]) => method)).not.toContain('versions.restore')
  expect(isBeingRestored(session)).toBe(false)
})

test('a version kept before something large never stands in its way', async () => {
  const { desk, asked } = deskAt(7)
  await keepBefore(desk, new ArticleSession(desk, opened(7)), 'before-paste')
  expect(asked).toMatchObject([['versions.keep', { reason: 'before-paste', language: 'ar' }]])
  const locked = { reason: 'library-locked', unknown: [] } as const
  await keepBefore(desk, new ArticleSession(desk, opened(7, { ...locked, unknown: [] })), 'before-import')
  expect(asked).toHaveLength(1)
})

test('letters typed while what came too late is being refused are sent as well', async () => {
  const { desk, asked } = deskAt(7, () => session.setField('source', 'متأخر'))
  const late = ['متأخر جدا']
  const slow: DeskClient = {
    ...desk,
    call: (method, input) => {
      const next = method === 'article.save' ? late.shift() : undefined
      if (next) session.setField('source', next)
      return desk.call(method, input)
    },
  }
  const session: ArticleSession = new ArticleSession(slow, opened(7))
  await restoreVersion(slow, session, 'v1')
  expect(asked.at(-1)).toMatchObject(['article.save', { fields: { source: 'متأخر جدا' } }])
})

test('where they cannot be kept either, the sheet that has them stays', async () => {
  const { desk } = deskAt(7, () => session.setField('source', 'متأخر'))
  const full: DeskClient = {
    ...desk,
    call: (method, input) =>
      method === 'article.save'
        ? Promise.reject(new DeskError('disk-full', 'no space'))
        : desk.call(method, input),
  }
  const session: ArticleSession = new ArticleSession(full, opened(7))
  await expect(restoreVersion(full, session, 'v1')).rejects.toMatchObject({ code: 'disk-full' })
})
