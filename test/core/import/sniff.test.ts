import { expect, test } from 'vitest'
import { toUtf8 } from '../../../core/export/utf8.ts'
import { jsonKeys, xmlRoot } from '../../../core/import/sniff.ts'

const keys = (text: string) => Object.fromEntries(jsonKeys(toUtf8(text)) ?? [])
const root = (text: string) => xmlRoot(toUtf8(text))
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...text.split('').flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  ])

test('the keys of the outer object are seen, those inside are not', () => {
  expect(
    keys(
      '\ufeff {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "url": "x"}], "a": {"b": 2}, "n": 3}',
    ),
  ).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    items: '',
    a: '',
    n: '3',
  })
})

test('brackets and quotation marks inside words of a file open and close nothing', () => {
  expect(keys('{"a": "}{[\\"", "b]": "word", "c": true}')).toEqual({ a: '}{[\\"', 'b]': 'word', c: 'true' })
})

test('a file that is cut gives the keys before the cut', () => {
  expect(keys('{"schemaVersion": 5, "id": "01", "body": {"type": "do')).toEqual({
    schemaVersion: '5',
    id: '01',
    body: '',
  })
})

test('what is no object has no keys', () => {
  expect(jsonKeys(toUtf8('[{"a":1}]'))).toBeUndefined()
  expect(jsonKeys(toUtf8('قال'))).toBeUndefined()
})

test('the root of an XML file is seen behind everything that may stand before it', () => {
  expect(
    root(
      '\ufeff<?xml version="1.0"?>\n<!-- <rss> -->\n<!DOCTYPE feed [ <!ELEMENT feed ANY> ]>\n<a:feed xml:lang="ar" xmlns:a="http://www.w3.org/2005/Atom" >',
    ),
  ).toEqual({ name: 'feed', namespace: 'http://www.w3.org/2005/Atom' })
  expect(root('<rss version="2.0">')).toEqual({ name: 'rss', namespace: '' })
})

test('UTF-16 hides neither keys nor roots', () => {
  expect(
    xmlRoot(utf16('<?xml version="1.0"?><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">'))?.name,
  ).toBe('nitf')
  expect([...(jsonKeys(utf16('{"uri": 1}')) ?? [])]).toEqual([['uri', '1']])
})

test('a file that is no XML has no root', () => {
  expect(root('قال <b>')).toBeUndefined()
  expect(root('<!DOCTYPE html')).toBeUndefined()
})

test.each(['<!--', '<a '.repeat(3), '<?', '<!DOCTYPE [', '<a a="', '{"', '{"\\', '{[', '\\"'])(
  'a head full of %s is looked through once',
  (hostile) => {
    for (const start of ['', '{"']) {
      const bytes = toUtf8(`${start}${hostile.repeat(40_000)}`)
      expect([xmlRoot(bytes)?.name, jsonKeys(bytes)?.size ?? 0]).toBeDefined()
    }
  },
)
