import { beforeEach, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import type { Article } from '../../../core/model/article.ts'
import { emptyFields, type ArticleFields } from '../../../core/model/fields.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

let ports: MemoryPorts
let desk: DeskApi
let made = 0
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
  made = 0
})

/** Lays an article as if it had been in the library since before the desk was opened. */
function lay(fields: Partial<ArticleFields>, changes: Partial<Article> = {}): Article {
  const laid = article(idOf((made += 1)), { ...changes, fields: { ...emptyFields(), ...fields } })
  ports.articles.files.set(laid.id, { kind: 'article', article: laid })
  ports.rows.put({
    id: laid.id,
    headline: '',
    language: laid.language,
    status: laid.status,
    date: null,
    place: '',
    updatedAt: laid.updatedAt,
    embargoUntil: null,
    words: 0,
    section: '',
    byline: [],
    subjects: [],
    picture: null,
  })
  return laid
}
const suggest = (language: Article['language'] = 'ar', except?: string) =>
  desk['article.suggestions']({ language, except })
const save = ({ id, language, status, revision, body, fields }: Article, part: Partial<ArticleFields>) =>
  desk['article.save']({ id, language, status, revision, body, fields: { ...fields, ...part } })

test('the most used comes first, then the latest', async () => {
  lay({ place: 'دهوك' }, { updatedAt: '2026-11-20T09:00:00Z' })
  lay({ place: 'كركوك' }, { updatedAt: '2026-11-22T09:00:00Z' })
  lay({ place: 'أربيل' }, { updatedAt: '2026-11-18T09:00:00Z' })
  lay({ place: 'أربيل' }, { updatedAt: '2026-11-19T09:00:00Z' })
  expect((await suggest()).place).toEqual(['أربيل', 'كركوك', 'دهوك'])
})
test('what articles of this language have comes before what others have more often', async () => {
  lay({ place: 'أربيل' })
  lay({ place: 'أربيل' })
  lay({ place: 'هەولێر' }, { language: 'ckb' })
  expect((await suggest('ckb')).place).toEqual(['هەولێر', 'أربيل'])
  expect((await suggest('ar')).place).toEqual(['أربيل', 'هەولێر'])
})
test('every remembered field is there, the credits of pictures in the story too, each name once', async () => {
  const body = story('نص')
  const credit = { media: `${'b'.repeat(64)}.png`, alt: '', caption: '', width: null, height: null }
  body.content.push({ type: 'image', attrs: { ...credit, credit: 'آرام حمه' } })
  lay(
    {
      section: 'اقتصاد',
      byline: ['سارة الجاف', ' سارة الجاف ', ''],
      source: 'ضفاف برس',
      creditLine: 'خاص',
      keywords: ['قمح', 'ري'],
      leadImage: { ...credit, credit: 'هيمن', source: 'أرشيف' },
    },
    { body },
  )
  expect(await suggest()).toEqual({
    section: ['اقتصاد'],
    byline: ['سارة الجاف'],
    source: ['ضفاف برس'],
    creditLine: ['خاص'],
    place: [],
    keywords: ['قمح', 'ري'],
    pictureCredit: ['هيمن', 'آرام حمه'],
    pictureSource: ['أرشيف'],
  })
})
test('the open article does not suggest to itself what is half written', async () => {
  const open = lay({ place: 'السليم' })
  lay({ place: 'السليمانية' })
  expect((await suggest('ar', open.id)).place).toEqual(['السليمانية'])
})
test('a save, a trashing and a restoring are known at once', async () => {
  const one = lay({ source: 'رويترز' })
  expect((await suggest()).source).toEqual(['رويترز'])
  await save(one, { source: 'أ ف ب' })
  expect((await suggest()).source).toEqual(['أ ف ب'])
  await desk['article.trash']({ id: one.id })
  expect((await suggest()).source).toEqual([])
  await desk['trash.restore']({ id: one.id })
  expect((await suggest()).source).toEqual(['أ ف ب'])
})
test('a damaged file has nothing to suggest and breaks nothing', async () => {
  const damaged = lay({ place: 'الموصل' })
  lay({ place: 'أربيل' })
  ports.articles.files.set(damaged.id, { kind: 'unreadable', reason: 'not JSON' })
  expect((await suggest()).place).toEqual(['أربيل'])
})
test('the library is read once: later suggestions ask no file', async () => {
  lay({ place: 'أربيل' })
  await suggest()
  ports.articles.get = () => Promise.reject(new Error('read again'))
  expect((await suggest()).place).toEqual(['أربيل'])
})
test('a library of many places answers with the 200 most used of a field', async () => {
  for (let n = 0; n < 300; n += 1) lay({ place: `مكان ${n}` })
  lay({ place: 'مكان 299' })
  const { place } = await suggest()
  expect(place).toHaveLength(200)
  expect(place[0]).toBe('مكان 299')
})
