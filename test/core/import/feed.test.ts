import { describe, expect, test } from 'vitest'
import { atomFile } from '../../../core/import/feed/atom.ts'
import { dateOf } from '../../../core/import/feed/item.ts'
import { jsonFeedFile } from '../../../core/import/feed/json-feed.ts'
import { newsmlG2 } from '../../../core/import/newsml-g2.ts'
import { ninjs } from '../../../core/import/ninjs.ts'
import { rssFile } from '../../../core/import/feed/rss.ts'
import { storyHtml } from '../../../core/import/feed/word-press.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import type { ImportSource, ImportTools } from '../../../core/import/source.ts'
import { blockText } from '../../../core/model/measure.ts'
import { h, p } from '../../support/story.ts'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const read = async (source: ImportSource, name: string, text: string) =>
  source.read(file(name, text), {} as ImportTools)
const rss = (items: string, channel = '') =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>باسنيوز</title><language>ar</language>${channel}${items}</channel></rss>`

test.each([
  ['feed.rss', rss(''), rssFile],
  ['feed.xml', rss(''), rssFile],
  ['feed.xml', '<feed xmlns="http://www.w3.org/2005/Atom"/>', atomFile],
  ['feed.json', '{"version":"https://jsonfeed.org/version/1","items":[]}', jsonFeedFile],
])('%s is read by what it begins with', (name, text, source) => {
  expect(sourceFor(file(name, text))).toBe(source)
})
test('other XML and JSON is not taken for a feed', () => {
  expect(sourceFor(file('a.xml', '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>'))).toBe(newsmlG2)
  expect(sourceFor(file('a.json', '{"uri":"x","type":"text","headlines":[{"value":"x"}]}'))).toBe(ninjs)
  expect(sourceFor(file('a.xml', '<other xmlns="urn:none"/>'))).toBeUndefined()
  expect(sourceFor(file('a.json', '{"type":"text"}'))).toBeUndefined()
})

describe('RSS of others', () => {
  test('gives an article an item, its names, date, address and tags', async () => {
    const { articles, failed } = await read(
      rssFile,
      'feed.xml',
      rss(
        `<item><title>ارتفاع &amp;quot;المياه&amp;quot;</title><link>https://example.org/1</link><pubDate>Wed, 8 May 2024 14:30:00 +0300</pubDate><dc:creator>سارة</dc:creator>
        <category>بغداد</category><category>ماء</category><description>ملخص &lt;b&gt;قصير&lt;/b&gt;</description>
        <content:encoded><![CDATA[<h2>أول</h2><p onclick="x()">قال <a href="javascript:x()">الوزير</a></p><script>alert(1)</script>]]></content:encoded></item>
        <item><title>ثان</title><description>&lt;p&gt;نص كامل&lt;/p&gt;</description><author>a@example.org (علي)</author></item>`,
      ),
    )
    expect(failed).toEqual([])
    expect(articles).toHaveLength(2)
    expect(articles[0]).toMatchObject({
      name: '1',
      language: 'ar',
      fields: {
        headline: 'ارتفاع "المياه"',
        canonicalUrl: 'https://example.org/1',
        date: '2024-05-08T14:30:00+03:00',
        byline: ['سارة'],
        keywords: ['بغداد', 'ماء'],
        summary: 'ملخص قصير',
        source: 'باسنيوز',
      },
      body: { content: [h(2, 'أول'), p('قال الوزير')] },
    })
    expect(articles[1]).toMatchObject({
      fields: { summary: '', byline: ['علي'] },
      body: { content: [p('نص كامل')] },
    })
  })
  test('names its picture, which lies elsewhere and is not fetched', async () => {
    const { articles } = await read(
      rssFile,
      'a.rss',
      rss(
        '<item><title>x</title><media:content url="https://example.org/a.jpg" type="image/jpeg"><media:description>وصف</media:description></media:content></item>',
      ),
    )
    expect(articles[0]?.fields.leadImage).toMatchObject({ media: null, caption: 'وصف' })
    expect(articles[0]?.warnings.map(({ code }) => code)).toEqual(['picture-elsewhere'])
  })
  test.each([
    ['no items', rss(''), 'unreadable'],
    ['half of it', rss('<item>').slice(0, -20), 'unreadable'],
    [
      'an entity of its own',
      '<!DOCTYPE rss [<!ENTITY x "y">]><rss><channel><item><title>&x;</title></item></channel></rss>',
      'unreadable',
    ],
    ['ten thousand elements deep', `<rss>${'<a>'.repeat(10_000)}`, 'unreadable'],
  ])('with %s is refused', async (_what, text, code) => {
    await expect(read(rssFile, 'a.xml', text)).rejects.toMatchObject({ code })
  })
  test('of which one item cannot be read leaves the others alone', async () => {
    const deep = `<item><content:encoded><![CDATA[${'<div>'.repeat(1000)}]]></content:encoded></item>`
    const { articles, failed } = await read(rssFile, 'a.xml', rss(`${deep}<item><title>x</title></item>`))
    expect(articles.map(({ fields }) => fields.headline)).toEqual(['x'])
    expect(failed).toMatchObject([{ name: '1', error: { code: 'unsupported-file' } }])
  })
  test('in a code page that it declares is read in it', async () => {
    const bytes = Uint8Array.from(
      '<?xml version="1.0" encoding="windows-1256"?><rss><channel><item><title>\xc8\xdb\xcf\xc7\xcf</title></item></channel></rss>',
      (letter) => letter.charCodeAt(0),
    )
    const { articles } = await rssFile.read({ name: 'a.rss', bytes }, {} as ImportTools)
    expect(articles[0]).toMatchObject({ fields: { headline: 'بغداد' }, warnings: [] })
  })
})

test('Atom with XHTML inside gives its words, direction and language', async () => {
  const { articles } = await read(
    atomFile,
    'a.atom',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Site</title><author><name>Desk</name></author>
    <entry xml:lang="ar"><title type="html">&lt;b&gt;عنوان&lt;/b&gt;</title><updated>2024-05-08T14:30:00Z</updated><category term="ماء"/>
    <link href="https://example.org/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>قال<br/>الوزير هنا</p><p dir="ltr">He said &lt;so></p></div></content></entry></feed>`,
  )
  expect(articles[0]).toMatchObject({
    language: 'ar',
    fields: {
      headline: 'عنوان',
      byline: ['Desk'],
      source: 'Site',
      date: '2024-05-08T14:30:00Z',
      keywords: ['ماء'],
      canonicalUrl: 'https://example.org/1',
    },
  })
  expect(articles[0]?.body.content.map(blockText)).toEqual(['قال\nالوزير هنا', 'He said <so>'])
  expect(articles[0]?.body.content[1]).toMatchObject({ attrs: { dir: 'ltr' } })
})

test('JSON Feed 1.0 with text alone gives paragraphs; fields under _midad are looked at before they are believed', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1',
    title: 'Site',
    items: [
      { id: '1', title: 'One', content_text: 'a < b\n\nc', author: { name: 'Ann' }, tags: ['x'] },
      {
        id: '2',
        content_html: '<p>x</p>',
        _midad: {
          urgency: 4,
          slug: 7,
          subjects: ['no'],
          kicker: 'K\u202eicker',
          leadImage: { alt: 'A', media: '../x' },
        },
      },
    ],
  }
  const { articles } = await read(jsonFeedFile, 'a.json', JSON.stringify(feed))
  expect(articles[0]).toMatchObject({
    fields: { headline: 'One', byline: ['Ann'], keywords: ['x'] },
    body: { content: [p('a < b'), p('c')] },
  })
  expect(articles[1]?.fields).toMatchObject({
    urgency: 4,
    slug: '',
    subjects: [],
    kicker: 'Kicker',
    leadImage: { media: null, alt: 'A' },
  })
})

describe('a WordPress export', () => {
  const wxr = (items: string) =>
    `<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>موقع</title><language>ar</language><wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>sara</wp:author_login><wp:author_display_name>سارة الجاف</wp:author_display_name></wp:author>${items}</channel></rss>`
  const post = (more: string, content = 'قال الوزير') =>
    `<item><title>عنوان</title><link>https://example.org/?p=1</link><dc:creator>sara</dc:creator><content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[ملخص]]></excerpt:encoded><wp:post_id>1</wp:post_id>${more}</item>`

  test('gives posts and pages with their names, dates, categories and tags, and names what was attached', async () => {
    const { articles } = await read(
      rssFile,
      'site.xml',
      wxr(
        post(
          '<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2024-05-08 11:30:00</wp:post_date_gmt><wp:post_name>%d8%a8%d8%ba</wp:post_name><category domain="category">أخبار</category><category domain="category">محلي</category><category domain="post_tag">ماء</category>',
        ) +
          post(
            '<wp:post_type>page</wp:post_type><wp:status>draft</wp:status><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>',
          ) +
          post('<wp:post_type>nav_menu_item</wp:post_type>') +
          '<item><title>a</title><wp:post_type>attachment</wp:post_type><wp:post_parent>1</wp:post_parent><wp:attachment_url>https://example.org/uploads/a.jpg</wp:attachment_url></item>',
      ),
    )
    expect(articles).toHaveLength(2)
    expect(articles[0]).toMatchObject({
      fields: {
        headline: 'عنوان',
        byline: ['سارة الجاف'],
        date: '2024-05-08T11:30:00Z',
        section: 'أخبار',
        keywords: ['محلي', 'ماء'],
        summary: 'ملخص',
        slug: 'بغ',
        canonicalUrl: 'https://example.org/?p=1',
      },
      body: { content: [p('قال الوزير')] },
      warnings: [{ code: 'attachments-left-out', message: expect.stringContaining('a.jpg') as string }],
    })
    expect(articles[1]?.fields).toMatchObject({ date: null, canonicalUrl: '' })
  })
  test.each([
    ['comments of blocks', '<!-- wp:paragraph {"a":1} -->\n<p>قال</p>\n<!-- /wp:paragraph -->', '<p>قال</p>'],
    [
      'shortcodes around words',
      '[caption id="a" width=3]<img src="x"> وصف[/caption]',
      '<p><img src="x"> وصف</p>',
    ],
    ['shortcodes alone', 'قال [gallery ids="1,2"] وأضاف', '<p>قال  وأضاف</p>'],
    [
      'lines without paragraphs',
      'سطر\nثان\n\nفقرة\n\n<ul><li>x</li></ul>',
      '<p>سطر<br>ثان</p>\n<p>فقرة</p>\n<ul><li>x</li></ul>',
    ],
    ['brackets of the writer', 'قال [كذا] و[1] و[[gallery]]', '<p>قال [كذا] و[1] و&#91;gallery]</p>'],
  ])('is cleaned of %s', (_what, content, html) => {
    expect(storyHtml(content).trim()).toBe(html)
  })
  test('with marks that never end is read in one pass', () => {
    for (const hostile of ['<!--', '[a b="', '[a ', '[/', '[a b='])
      expect(storyHtml(hostile.repeat(200_000)).length).toBeGreaterThan(0)
  })
})

test.each([
  ['Wed, 08 May 2024 14:30:00 GMT', '2024-05-08T14:30:00Z'],
  ['8 May 2024 9:05 EST', '2024-05-08T09:05-05:00'],
  ['Wed, 08 May 2024 14:30:00 XYZ', '2024-05-08'],
  ['2024-05-08T14:30:00.5+03:00', '2024-05-08T14:30:00.5+03:00'],
  ['08 Foo 2024', null],
  ['45 Feb 2024 99:99', null],
  ['', null],
])('the date %s of a feed is %s', (text, date) => {
  expect(dateOf(text)).toBe(date)
})
