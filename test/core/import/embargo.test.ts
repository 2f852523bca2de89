import { describe, expect, test } from 'vitest'
import { embargoIn } from '../../../core/import/embargo.ts'
import { isoDate } from '../../../core/import/page-meta.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import { basicDate, wireDate } from '../../../core/import/wire-fields.ts'
import { readAllBeside } from '../../support/read-alone.ts'

const held = (until: string, ...codes: string[]) => ({
  until,
  warnings: codes.map((code) => expect.objectContaining({ code }) as unknown),
})

describe('the end of an embargo that a file says', () => {
  test('is taken as it is where it is a moment or a day', () => {
    for (const said of ['2026-05-08T14:30+03:00', '2026-05-08T14:30:00Z', '2026-05-08'])
      expect(embargoIn(said, isoDate)).toEqual(held(said))
    expect(embargoIn('2026-05-08T14:30:00+03:00', wireDate)).toEqual(held('2026-05-08T14:30+03:00'))
    expect(embargoIn('2026-05-08T00:00:00Z', wireDate)).toEqual(held('2026-05-08'))
  })
  test('is none where nothing is said', () => {
    for (const said of [undefined, '', ' \n'])
      expect(embargoIn(said, isoDate)).toEqual({ until: null, warnings: [] })
  })
  test('stays a day that there is not', () => {
    expect(embargoIn('2026-02-31T10:00+03:00', isoDate)).toEqual(held('2026-02-31T10:00+03:00'))
    expect(embargoIn('2026-02-31T10:00', isoDate)).toEqual(held('2026-02-31T10:00-12:00'))
    expect(embargoIn('2026-02-31', wireDate)).toEqual(held('2026-02-31'))
  })
  test('is the latest that a time without a zone may be, never the beginning of its day', () => {
    const last = held('2026-05-08T14:30-12:00', 'embargo-latest')
    expect(embargoIn('2026-05-08T14:30', isoDate)).toEqual(last)
    expect(embargoIn('2026-05-08 14:30', isoDate)).toEqual(last)
    expect(embargoIn(basicDate('20260508T143000'), wireDate)).toEqual(last)
  })
  test('is the end of its day where its time cannot be read', () => {
    for (const said of ['2026-05-08T14:30 EST', '2026-05-08 in the evening', '2026-05-08T99:00Z'])
      expect([said, embargoIn(said, isoDate)]).toEqual([
        said,
        held('2026-05-08T23:59-12:00', 'embargo-latest'),
      ])
  })
  test('is not known where it cannot be read, and then holds until further notice', () => {
    for (const said of ['2026-13-01', 'after the speech', '08.05.2026', '1779000000'])
      expect([said, embargoIn(said, wireDate)]).toEqual([said, held('9999-12-31', 'embargo-not-read')])
  })
})

async function read(name: string, text: string) {
  const file = { name, bytes: new TextEncoder().encode(text) }
  const source = sourceFor(file)
  if (!source) throw new Error(`nobody reads ${name}`)
  const [article] = (await readAllBeside(source, file)).articles
  return {
    until: article?.fields.embargoUntil ?? null,
    codes: article?.warnings.flatMap(({ code }) => (code.startsWith('embargo') ? [code] : [])),
  }
}
const g2 = (meta: string, content = '') =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x" version="1"><itemMeta>${meta}</itemMeta><contentSet>${content}</contentSet></newsItem>`
const nitfOf = (attributes: string, inside: string) =>
  `<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata ${attributes}>${inside}</docdata></head><body><body.content><p>Words</p></body.content></body></nitf>`
const ninjsOf = (fields: object) => JSON.stringify({ uri: 'urn:x', headline: 'Words', ...fields })

describe('an embargo', () => {
  test.each([
    ['a.json', ninjsOf({ embargoedUntil: 'noon' })],
    ['a.json', ninjsOf({ embargoed: '2026-99-01T10:00:00Z' })],
    ['a.json', ninjsOf({ embargoedUntil: 1779000000 })],
    ['a.xml', g2('<embargoed>noon</embargoed>')],
    ['a.xml', g2('', `<inlineXML>${nitfOf('', '<date.release norm="noon"/>')}</inlineXML>`)],
    ['a.xml', nitfOf('', '<date.release norm="20269901T100000Z"/>')],
    ['a.md', '---\nembargo: noon\n---\n\nWords'],
    [
      'a.html',
      '<meta name="generator" content="Midad"><meta name="midad:embargo" content="noon"><div class="story"><p>Words</p></div>',
    ],
  ])(
    'that %s (%s) says in words that nobody reads holds until further notice, and that is said',
    async (name, text) => {
      expect(await read(name, text)).toEqual({ until: '9999-12-31', codes: ['embargo-not-read'] })
    },
  )
  test.each([
    ['a.json', ninjsOf({ embargoedUntil: '2026-02-31T10:00:00+03:00' })],
    ['a.xml', g2('<embargoed>2026-02-31T10:00:00+03:00</embargoed>')],
    ['a.xml', nitfOf('', '<date.release norm="20260231T100000+0300"/>')],
    ['a.md', '---\nembargo: 2026-02-31T10:00+03:00\n---\n\nWords'],
  ])('that %s (%s) ends on a day that there is not keeps that day', async (name, text) => {
    expect(await read(name, text)).toEqual({ until: '2026-02-31T10:00+03:00', codes: [] })
  })
  test.each([
    ['NewsML-G2', 'a.xml', g2('<embargoed/>')],
    ['NewsML-G2', 'a.xml', g2('<embargoed>\n</embargoed>')],
    ['NITF', 'a.xml', nitfOf('management-status="embargoed"', '')],
    ['ninjs', 'a.json', ninjsOf({ embargoedUntil: '9999-12-31T00:00:00Z' })],
  ])('without an end in %s (%s, %s) holds until further notice', async (_format, name, text) => {
    expect(await read(name, text)).toEqual({ until: '9999-12-31', codes: [] })
  })
  test.each([
    ['a.json', ninjsOf({ embargoedUntil: null })],
    ['a.json', ninjsOf({})],
    ['a.xml', g2('')],
    ['a.xml', nitfOf('management-status="usable"', '<date.release/>')],
    ['a.md', '---\nembargo: none\n---\n\nWords'],
    ['a.md', '---\nembargo:\n---\n\nWords'],
  ])('is none where %s (%s) has none', async (name, text) => {
    expect(await read(name, text)).toEqual({ until: null, codes: [] })
  })
})
