import { describe, expect, test } from 'vitest'
import { newsmlG2 } from '../../../core/export/newsml-g2.ts'
import { ninjs } from '../../../core/export/ninjs.ts'
import { nitf } from '../../../core/export/nitf.ts'
import { nitfDate, wireDay, wireInstant } from '../../../core/export/wire-dates.ts'
import { wireSignal } from '../../../core/export/wire-signal.ts'
import { articleIn } from '../../../core/import/wire-fields.ts'
import type { Article } from '../../../core/model/article.ts'
import { timeOfUlid } from '../../../core/desk/ulid.ts'
import { formats } from '../../../core/export/registry.ts'
import { article, fullArticle, p } from './story.ts'
import { wireInput, wireText } from './wire-text.ts'

const wire = [ninjs, newsmlG2, nitf]
const item = async (of: Article, more?: Parameters<typeof wireText>[2]) =>
  JSON.parse(await wireText(ninjs, of, more)) as Record<string, unknown>
const warned = async (of: Article, more?: Parameters<typeof wireInput>[1]) =>
  (await ninjs.write(wireInput(of, more))).warnings.map(({ code }) => code)

test('the three formats have the ids that were promised', () => {
  expect(formats.map(({ id }) => id)).toEqual(expect.arrayContaining(['ninjs', 'newsml-g2', 'nitf']))
})

test.each(wire)('$label never has the note to the desk', async (format) => {
  expect(await wireText(format, fullArticle('ar'))).not.toContain('SECRET-DESK-NOTE')
})

describe('the address of an item', () => {
  const id = '01HXAMP0E00000000000000000'
  test('is made of the domain, the day of its id and the id, and stays the same', async () => {
    const of = { ...article('ar', {}), id }
    const day = new Date(timeOfUlid(id)).toISOString().slice(0, 10).replaceAll('-', '')
    expect((await item(of)).uri).toBe(`urn:newsml:agency.example:${day}:${id}`)
    expect((await item({ ...of, revision: 9, createdAt: '2020-01-01T00:00:00Z' })).uri).toBe(
      (await item(of)).uri,
    )
  })
  test('is a UUID of the same bits where no domain is known, and either gives the id back', async () => {
    const agency = { name: 'A', domain: '' }
    const { uri } = await item({ ...article('ar', {}), id }, { agency })
    expect(uri).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
    expect(articleIn(String(uri))).toBe(id)
    expect(await warned(article('ar', {}), { agency })).toEqual(['agency-without-domain'])
  })
  test('of the article that it was translated from is the one that this article went out with', async () => {
    const source = await item({ ...article('ar', {}), id })
    const translated = { ...article('ckb', {}), translatedFrom: { id, revision: 3, version: '' } }
    expect((await item(translated)).associations).toEqual([
      { name: 'translatedFrom', rel: 'translatedFrom', uri: source.uri, version: '3', type: 'text' },
    ])
    expect(await wireText(newsmlG2, translated)).toContain(
      `<link rel="irel:translatedFrom" residref="${String(source.uri)}" version="3"/>`,
    )
  })
})

test('a house that has not said who it is goes by its theme, and is told so once', async () => {
  const of = article('ar', { source: 'باسنيوز' })
  expect(await warned(of, { agency: { name: ' ', domain: '' } })).toEqual(['agency-unnamed'])
  expect(await warned(of)).toEqual([])
})

describe('what a published story says of its past', () => {
  const out = (fields: Partial<Article['fields']>, more: Partial<Article> = {}): Article => ({
    ...article('ar', fields),
    ...more,
  })
  test('a correction is one that its kicker calls so', () => {
    for (const kicker of ['تصحيح', 'Correction', 'ڕاستکردنەوە', 'Rastkirin', 'اصلاحیه', 'תיקון'])
      expect(wireSignal(out({ kicker }))).toBe('correction')
    expect(wireSignal(out({ kicker: 'تصحيح' }, { status: 'ready' }))).toBeUndefined()
  })
  test('an update is one that was saved after it was out', async () => {
    const date = '2024-05-08T12:00+03:00'
    expect(wireSignal(out({ date }))).toBe('update')
    expect(wireSignal(out({ date }, { updatedAt: '2024-05-08T09:00:30Z' }))).toBeUndefined()
    expect(wireSignal(out({ date: '2024-05-08' }))).toBeUndefined()
    expect(await wireText(newsmlG2, out({ date }))).toContain('<signal qcode="sig:update"/>')
    expect(await wireText(nitf, out({ kicker: 'تصحيح' }))).toContain('<correction info="correction"')
  })
})

test.each([
  ['draft', 'withheld'],
  ['ready', 'usable'],
  ['published', 'usable'],
  ['killed', 'canceled'],
] as const)('a story that is %s is %s on the wire', async (status, pubStatus) => {
  expect((await item({ ...article('ar', {}), status })).pubStatus).toBe(pubStatus)
})

test('an embargo that has not passed is said in the file and in words', async () => {
  const of = article('ar', { embargoUntil: '2024-06-01T12:00+03:00' })
  expect((await item(of)).embargoedUntil).toBe('2024-06-01T12:00:00+03:00')
  expect(await warned(of)).toEqual(['embargo'])
})

test.each(['9999-12-31', '2024-02-31', '2024-02-30T12:00+03:00'])(
  'an embargo until %s has no end in any of the three, and each of them is held by its rules',
  async (embargoUntil) => {
    const of = article('ar', { embargoUntil })
    expect((await item(of)).embargoedUntil).toBe('9999-12-31T00:00:00Z')
    expect(await wireText(nitf, of)).toContain('<date.release norm="99991231"/>')
    const xml = await wireText(newsmlG2, of)
    expect(xml).toContain('<embargoed/>')
    expect(await warned(of)).toEqual(['embargo'])
  },
)

test('NITF says that a block runs against the language, and only then', async () => {
  const codes = async (of: Article) => (await nitf.write(wireInput(of))).warnings.map(({ code }) => code)
  expect(await codes(article('ar', {}, p('قال')))).toEqual([])
  expect(await codes(article('ar', {}, { ...p('He said'), attrs: { dir: 'ltr' } }))).toEqual([
    'direction-beside',
  ])
})

describe('dates', () => {
  test('of a day alone stay a day alone in NITF', async () => {
    const xml = await wireText(nitf, article('ar', { date: '2024-05-08', embargoUntil: '2024-06-01' }))
    for (const said of [
      'date.issue norm="20240508"',
      'date.release norm="20240601"',
      'date.publication="20240508"',
    ])
      expect(xml).toContain(said)
  })
  test.each([
    ['2024-05-08', '2024-05-08T00:00:00Z', '20240508'],
    ['2024-05-08T14:30+03:00', '2024-05-08T14:30:00+03:00', '20240508T143000+0300'],
    ['2024-05-08T00:00Z', '2024-05-08T00:00:00+00:00', '20240508T000000+0000'],
    ['2024-05-08T10:00:30.5-04:30', '2024-05-08T10:00:30-04:30', '20240508T100030-0430'],
    ['2024-05-08T24:00Z', '2024-05-09T00:00:00+00:00', '20240509T000000+0000'],
  ])('%s is %s', (date, instant, basic) => {
    expect(wireInstant(date)).toBe(instant)
    expect(nitfDate(date)).toBe(basic)
  })
  test('one on no calendar is none; a day alone stays a day', () => {
    expect(wireInstant('0000-01-01')).toBeUndefined()
    expect(wireInstant('never')).toBeUndefined()
    expect([wireInstant('2026-02-31'), nitfDate('2026-04-31T10:00+03:00')]).toEqual([undefined, undefined])
    expect(wireDay('2024-05-08T00:00:00Z')).toBe('2024-05-08')
  })
})
