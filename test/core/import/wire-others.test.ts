import { describe, expect, test } from 'vitest'
import { sourceFor } from '../../../core/import/registry.ts'
import type { ImportedArticle, ImportedFile } from '../../../core/import/source.ts'
import { blockText } from '../../../core/model/measure.ts'
import { hasStandards, standardFile, standardFiles } from '../../support/official.ts'
import { readAllBeside } from '../../support/read-alone.ts'
import { png } from '../export/story.ts'

async function readAll(
  name: string,
  text: string,
  lying?: (address: string) => Uint8Array | undefined,
): Promise<ImportedFile> {
  const file = { name, bytes: new TextEncoder().encode(text) }
  const source = sourceFor(file)
  if (!source) throw new Error(`nobody reads ${name}`)
  return readAllBeside(source, file, lying)
}
async function read(
  name: string,
  text: string,
  lying?: (address: string) => Uint8Array | undefined,
): Promise<ImportedArticle> {
  const [article] = (await readAll(name, text, lying)).articles
  if (!article) throw new Error('no article')
  return article
}
const lines = ({ body }: ImportedArticle) => body.content.map(blockText)
const codes = ({ warnings }: ImportedArticle) => warnings.map(({ code }) => code)

describe.skipIf(!hasStandards)("IPTC's own examples (skipped where ../shared is absent)", () => {
  test('every ninjs example and every item that passes comes in', async () => {
    const folders = ['examples-3.1', 'test_suite/3.0/should_pass', 'test_suite/3.1/should_pass']
    for (const { name, text } of folders.flatMap((folder) => standardFiles(`ninjs/${folder}`))) {
      const { articles, failed = [] } = await readAll(name, text)
      expect([name, articles.length, failed]).toEqual([name, 1, []])
    }
  })
  test('an article with places and organisations says what it could not keep', async () => {
    const article = await read('005.json', standardFile('ninjs/examples-3.1/005_complex_text_article.json'))
    expect(article.fields).toMatchObject({
      headline: 'Captain of wrecked cruise ship on trial in Italy',
      byline: ["Paulo Santalucia and Frances d'Emilio"],
      place: 'Grossetto, Italy',
      date: '2013-07-09T10:37Z',
    })
    expect(article.language).toBe('en')
    expect(lines(article)).toHaveLength(4)
    expect(article.warnings).toEqual([
      { code: 'parts-left-out', message: 'no place for: copyrightNotice, organisations, places, people' },
    ])
  })
  test('pictures on the web are named and not fetched', async () => {
    const article = await read('007.json', standardFile('ninjs/examples-3.1/007_multimedia.json'))
    expect(article.fields.leadImage).toMatchObject({ media: null })
    expect(article.fields.leadImage?.caption).not.toBe('')
    expect(article.warnings.find(({ code }) => code === 'picture-elsewhere')?.message).toMatch(/https?:\/\//)
  })
  test('a news item with NITF inside gives both their words', async () => {
    const article = await read(
      '2.xml',
      standardFile('newsml-g2/examples/LISTING_2_NewsML-G2_Text_Document.xml'),
    )
    expect(article.fields).toMatchObject({
      headline: 'Fed to halt QE to avert "bubble"',
      byline: ['Meredith Jameson'],
      place: 'New York, NY',
      slug: 'US-Finance-Fed',
      source: 'Associated Press',
      subjects: ['04000000', '20000350', '20000379'],
      date: '2016-11-21T15:21:06-05:00',
    })
    expect(lines(article)).toHaveLength(2)
    expect(lines(article)[0]).toMatch(/^\(New York, NY - October 21\) Et, sent luptat luptat/)
  })
  test('the words for editors stay with the desk, the embargo stays an embargo', async () => {
    const article = await read(
      '1.xml',
      standardFile('newsml-g2/examples/LISTING_1_A_NewsML-G2_News_Item.xml'),
    )
    expect(article.fields.embargoUntil).toBe('2018-10-23T12:00Z')
    expect(article.fields.deskNote).toMatch(/^Note to editors: STRICTLY EMBARGOED/)
    expect(article.fields.section).toBe('UK News Service')
    expect(article.fields.storyType).toBe('interview')
  })
  test('a picture alone comes in with its caption, from the largest of its sizes', async () => {
    const article = await read(
      '3.xml',
      standardFile('newsml-g2/examples/LISTING_3_Photo_in_NewsML-G2.xml'),
      (address) => (address === './GYI0062134533.jpg' ? png : undefined),
    )
    expect(article.fields.leadImage).toMatchObject({ media: 'import:0', width: 1500, height: 1001 })
    expect(article.fields.leadImage?.caption).toMatch(/^A general view of part of downtown, including/)
  })
  test('a package alone is refused in words', async () => {
    const text = standardFile('newsml-g2/examples/LISTING_6_Simple_NewsML-G2_Package.xml')
    await expect(read('6.xml', text)).rejects.toMatchObject({ code: 'unsupported-file' })
  })
  test.each(['ninjs-3.1-ar.json', 'newsml-g2-2.35-power-ar-xhtml.xml', 'nitf-3.6-ar.xml'])(
    'the minimal valid %s comes in as Arabic, with all that it says',
    async (name) => {
      const article = await read(name, standardFile(`minimal-validated/${name}`))
      expect(article.language).toBe('ar')
      expect(lines(article)).toEqual(['نص الفقرة الأولى من الخبر'])
      expect(article.fields).toMatchObject({
        headline: 'العنوان الرئيسي للخبر',
        summary: 'ملخص الخبر',
        byline: ['اسم الصحفي'],
        place: 'أربيل',
        slug: 'iraq-oil-budget',
        subjects: ['11000000'],
        urgency: 5,
      })
    },
  )
})

describe('older ninjs', () => {
  test('1.x: flat names, renditions and associations by name', async () => {
    const item = {
      uri: 'http://agency.example/1',
      type: 'text',
      versioncreated: '2015-03-04T10:00:00Z',
      pubstatus: 'canceled',
      urgency: 3,
      language: 'ckb',
      headline: 'بارانی پاییز',
      byline: 'سارا جاف',
      located: 'هەولێر',
      slugline: 'rain',
      description_text: 'کورتە',
      body_xhtml: '<p>یەکەم</p><script>alert(1)</script><p onclick="x()">دووەم</p>',
      subject: [
        { name: 'weather', scheme: 'http://cv.iptc.org/newscodes/mediatopic/', code: '17000000' },
        { name: 'golek' },
      ],
      associations: {
        featured: {
          uri: 'http://agency.example/2',
          type: 'picture',
          description_text: 'دەریاچە',
          renditions: { original: { href: 'pictures/lake.png', width: 400, height: 300 } },
        },
      },
    }
    const article = await read('old.json', JSON.stringify(item), (address) =>
      address === 'pictures/lake.png' ? png : undefined,
    )
    expect(article.language).toBe('ckb')
    expect(lines(article)).toEqual(['یەکەم', 'دووەم'])
    expect(article.fields).toMatchObject({
      headline: 'بارانی پاییز',
      byline: ['سارا جاف'],
      place: 'هەولێر',
      summary: 'کورتە',
      subjects: ['17000000'],
      keywords: ['golek'],
      date: '2015-03-04T10:00Z',
      leadImage: { media: 'import:0', caption: 'دەریاچە', width: 400, height: 300 },
    })
    expect(codes(article)).toEqual(['item-withdrawn'])
  })
  test('2.x: lists with names in small letters, a body of plain text', async () => {
    const item = {
      uri: 'urn:a:1',
      versioncreated: '2021-03-04T10:00:00Z',
      headlines: [{ role: 'main', value: 'عنوان' }],
      bodies: [{ contenttype: 'text/plain', value: 'الأولى.\n\nالثانية\nفي سطرين.' }],
      infosources: [{ name: 'رويترز' }],
    }
    const article = await read('two.json', JSON.stringify(item))
    expect(article.fields).toMatchObject({ headline: 'عنوان', source: 'رويترز' })
    expect(lines(article)).toEqual(['الأولى.', 'الثانية في سطرين.'])
    expect(article.language).toBe('ar')
  })
  test('a JSON that is no item is left to others, and one with a hostile key is refused', async () => {
    expect(sourceFor({ name: 'a.json', bytes: new TextEncoder().encode('{"name":"x"}') })?.id).not.toBe(
      'ninjs',
    )
    await expect(
      read('a.json', '{"uri":"urn:a:1","headline":"x","__proto__":{"a":1}}'),
    ).rejects.toMatchObject({
      code: 'unreadable',
    })
  })
})

const item = (guid: string, kind: string, inside: string, set: string) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" standard="NewsML-G2" standardversion="2.30">
  <itemMeta><itemClass qcode="ninat:${kind}"/><provider literal="AFP"/><versionCreated>2024-05-08T10:00:00+03:00</versionCreated></itemMeta>
  <contentMeta>${inside}</contentMeta><contentSet>${set}</contentSet></newsItem>`
const text = (guid: string, headline: string) =>
  item(
    guid,
    'text',
    `<headline>${headline}</headline>`,
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml" dir="rtl" lang="ar"><body><p>قال <b>وزير</b></p><p dir="ltr">He said</p></body></html></inlineXML>',
  )
const picture = (guid: string, href: string) =>
  item(
    guid,
    'picture',
    '<description role="drol:caption">البحيرة</description>',
    `<remoteContent href="${href}" contenttype="image/jpeg" width="10" height="10"/>`,
  )
const message = (...items: string[]) =>
  `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-05-08T10:00:00Z</sent></header><itemSet>${items.join('')}</itemSet></newsMessage>`

describe('a message of several items', () => {
  test('gives an article for each text; the picture goes with the text that its package names', async () => {
    const pack = `<packageItem guid="p"><groupSet root="g"><group id="g"><itemRef residref="t2"/><itemRef residref="i1"/></group></groupSet></packageItem>`
    const { articles, failed } = await readAll(
      'm.xml',
      message(text('t1', 'واحد'), text('t2', 'اثنان'), picture('i1', 'lake.jpg'), pack),
      (address) => (address === 'lake.jpg' ? png : undefined),
    )
    expect(failed).toEqual([])
    expect(articles.map(({ name, fields }) => [name, fields.headline, fields.leadImage?.media])).toEqual([
      ['1', 'واحد', undefined],
      ['2', 'اثنان', 'import:0'],
    ])
    expect(articles[0]?.body.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'قال ' },
          { type: 'text', text: 'وزير', marks: [{ type: 'bold' }] },
        ],
      },
      { type: 'paragraph', attrs: { dir: 'ltr' }, content: [{ type: 'text', text: 'He said' }] },
    ])
  })
  test('one item that cannot be read leaves the others alone', async () => {
    const broken = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"/>'
    const { articles, failed } = await readAll('m.xml', message(broken, text('t1', 'واحد')))
    expect(articles).toHaveLength(1)
    expect(failed).toMatchObject([{ name: '1', error: { code: 'unreadable' } }])
  })
  test('entities of its own are refused', async () => {
    const bomb = `<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/passwd">]>${text('t', '&a;')}`
    await expect(read('m.xml', bomb)).rejects.toMatchObject({ code: 'unreadable' })
  })
})

describe('NITF of others', () => {
  const nitf = (content: string, head = '') =>
    `<nitf><head><title>Rain</title>${head}</head><body><body.head><hedline><hl1>Rain</hl1><hl2>Lake rises</hl2></hedline><byline>By Ann, <byttl>AFP</byttl></byline></body.head><body.content>${content}</body.content></body></nitf>`
  test('keeps headings, lists, tables, quotes and links; what is enriched is its words', async () => {
    const article = await read(
      'a.nitf',
      nitf(
        '<media media-type="image"><media-reference source="http://a.example/1.jpg" width="9"/><media-caption>Lake</media-caption></media>' +
          '<p><person>Ann</person> said <q>rain</q> <em>again</em> <a href="javascript:x()">bad</a> <a href="https://a.example/">good</a></p>' +
          '<hl2>More</hl2><ul><li>one</li><li><p>two</p></li></ul><bq><block><p>Quoted</p></block><credit>Ann</credit></bq>' +
          '<table><caption>T</caption><tr><th>a</th><td>1</td></tr></table><block><p>last</p></block>',
      ),
    )
    expect(article.fields).toMatchObject({
      headline: 'Rain',
      subheadline: 'Lake rises',
      byline: ['By Ann, AFP'],
    })
    expect(article.fields.leadImage).toMatchObject({ media: null, caption: 'Lake' })
    expect(article.body.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'heading',
      'bulletList',
      'blockquote',
      'paragraph',
      'table',
      'paragraph',
    ])
    expect(lines(article)[0]).toBe('Ann said “rain” again bad good')
    expect(JSON.stringify(article.body)).not.toContain('javascript')
    expect(codes(article)).toEqual(['picture-elsewhere'])
  })
  test('what is nested beyond any story is refused', async () => {
    const deep = `${'<bq><block>'.repeat(600)}<p>x</p>${'</block></bq>'.repeat(600)}`
    await expect(read('a.nitf', nitf(deep))).rejects.toMatchObject({ code: 'unreadable' })
  })
})
