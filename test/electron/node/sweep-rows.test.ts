import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HostInfo } from '../../../core/api/contract.ts'
import { article, idOf, lay, tempDesk, type TestDesk } from '../../support/temp-library.ts'

const window: HostInfo = { kind: 'web', choosesLibrary: 'fixed', revealsLibrary: false, savesFiles: false }
const shown = { host: window, watchEveryMs: 0, sweptAtOnce: 0 }
const headlines = async ({ desk }: TestDesk) => {
  const { rows, total } = await desk['article.rows']({
    order: 'headline',
    filter: {},
    language: 'ar',
    from: 0,
    count: 100,
  })
  expect(total).toBe(rows.length)
  return rows.map(({ headline }) => headline)
}

/** A library of أ, ب and ج, of which another program has since deleted one, changed one, and to which it has added د. */
async function changedOutside(): Promise<string> {
  const first = await tempDesk()
  for (const headline of ['أ', 'ب', 'ج']) await first.desk['article.create']({ headline })
  await first.close()
  const articles = join(first.folder, 'articles')
  const [a = '', b = ''] = (await readdir(articles)).toSorted()
  await rm(join(articles, a), { recursive: true })
  const path = join(articles, b, 'article.json')
  await writeFile(path, (await readFile(path, 'utf8')).replace('ب', 'باء'))
  await utimes(path, new Date(), new Date(Date.now() + 5000))
  await lay(join(articles, idOf(1), 'article.json'), JSON.stringify(article(idOf(1), { headline: 'د' })))
  return first.folder
}

test('a large library is listed as it was last, and what other programs did is told when it is open', async () => {
  const desk = await tempDesk({ folder: await changedOutside(), ...shown })
  await expect.poll(() => headlines(desk)).toEqual(['باء', 'ج', 'د'])
  const told = desk.told.flatMap((event) => {
    if (event.name === 'article.changed') return [event.data.row.headline]
    return event.name === 'article.removed' ? ['gone'] : []
  })
  expect(told.toSorted()).toEqual(['gone', 'باء', 'د'].toSorted())
})

test('whoever lists it from a terminal waits for that', async () => {
  const desk = await tempDesk({ folder: await changedOutside(), sweptAtOnce: 0 })
  expect(await headlines(desk)).toEqual(['باء', 'ج', 'د'])
})

test('a small library is swept before it is shown', async () => {
  const desk = await tempDesk({ folder: await changedOutside(), ...shown, sweptAtOnce: 3 })
  expect(await headlines(desk)).toEqual(['باء', 'ج', 'د'])
  expect(desk.told.map(({ name }) => name)).not.toContain('article.changed')
})

test('closing in the middle of it loses nothing: the next opening finds the rest', async () => {
  const folder = await changedOutside()
  const desk = await tempDesk({ folder, ...shown })
  await desk.close()
  expect(await headlines(await tempDesk({ folder }))).toEqual(['باء', 'ج', 'د'])
})

test('an article that is opened and saved before it was reached is the one that was saved', async () => {
  const folder = await changedOutside()
  const desk = await tempDesk({ folder, ...shown })
  const { article: opened } = await desk.desk['article.open']({ id: idOf(1) })
  const { id, language, status, revision, fields, body } = opened
  await desk.desk['article.save']({
    id,
    language,
    status,
    revision,
    body,
    fields: { ...fields, headline: 'دال' },
  })
  await expect.poll(() => headlines(desk)).toEqual(['باء', 'ج', 'دال'])
  await desk.close()
  expect(await headlines(await tempDesk({ folder }))).toEqual(['باء', 'ج', 'دال'])
})

test('what a killed process left of a large library is cleared away behind the list, also where it is closed at once', async () => {
  for (const isClosedAtOnce of [false, true]) {
    const first = await tempDesk()
    const { article: made } = await first.desk['article.create']({ headline: 'أ' })
    await first.close()
    const articles = join(first.folder, 'articles')
    const temp = '.article.json.99999.0123456789ab.tmp'
    await writeFile(join(first.folder, 'lock.json'), '{}')
    await lay(join(articles, made.id, temp), '{"cut')
    // Never acknowledged, and whole: the only text of an article.
    await lay(join(articles, idOf(2), temp), JSON.stringify(article(idOf(2), { headline: 'ب' })))
    await mkdir(join(articles, idOf(3)))
    const desk = await tempDesk({ folder: first.folder, ...shown })
    expect(await headlines(desk)).toEqual(['أ'])
    if (isClosedAtOnce) await desk.close()
    else await expect.poll(() => headlines(desk)).toEqual(['أ', 'ب'])
    expect((await readdir(articles)).toSorted()).toEqual([made.id, idOf(2)].toSorted())
    expect(await readdir(join(articles, made.id))).toEqual(['article.json'])
    const again = isClosedAtOnce ? await tempDesk({ folder: first.folder }) : desk
    expect(await headlines(again)).toEqual(['أ', 'ب'])
  }
})
