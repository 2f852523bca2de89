import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { html } from '../../../core/export/html.ts'
import { pageHtml } from '../../../core/import/page-html.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import type { ImportedArticle } from '../../../core/import/source.ts'
import type { Article } from '../../../core/model/article.ts'
import { storyBody } from '../../../core/model/body.ts'
import { articleFields } from '../../../core/model/fields.ts'
import { languageCodes } from '../../../core/model/language-code.ts'
import { blockText } from '../../../core/model/measure.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { article, b, bdi, br, fullArticle, media, nothing, onePixel, p, png } from '../export/story.ts'
import { readAlone } from '../../support/read-alone.ts'

const read = (text: string): ImportedArticle =>
  readAlone(pageHtml, { name: 'page.html', bytes: new TextEncoder().encode(text) })
const page = async (of: Article, theme = shippedThemes[0]!, assets = onePixel) =>
  new TextDecoder().decode((await html.write({ article: of, theme, now: 0, assets })).bytes)
const words = ({ body }: ImportedArticle) => body.content.map(blockText)
const stored = (text: string) => text.replaceAll(/"import:\d+"/g, JSON.stringify(media))

describe('our own page', () => {
  // A fragment and an e-mail have no head that keeps what is not seen.
  const pages = shippedThemes.filter(({ layout }) => layout !== 'fragment' && layout !== 'email')
  const cases = pages.flatMap((theme) => languageCodes.map((language) => ({ theme, language, id: theme.id })))
  test.each(cases)(
    '$id in $language comes back with every field, node and mark, and goes out the same',
    async ({ theme, language }) => {
      const full = fullArticle(language)
      const first = await page(full, theme)
      const back = read(first)
      expect(back.language).toBe(language)
      expect(back.warnings).toEqual([])
      const { deskNote: _, ...fields } = full.fields
      expect(JSON.parse(stored(JSON.stringify(back.fields)))).toEqual(fields)
      const again = article(language, back.fields, ...back.body.content)
      expect(await page(again, theme)).toBe(first)
      expect(back.pictures).toEqual([{ bytes: png, mime: 'image/png' }])
      expect(articleFields.safeParse(again.fields).success).toBe(true)
      expect(storyBody.parse(back.body)).toEqual(back.body)
    },
  )
  test('the story is the very story, double spaces and empty paragraphs too', async () => {
    const content = [
      p('one  two', br, b(' three ')),
      p(),
      p('\u00a0'),
      p('قال ', bdi('NATO'), ' و ', bdi('x', 'rtl')),
    ]
    expect(read(await page(article('ar', {}, ...content))).body.content).toEqual(content)
  })
  test('isolation that the export added is dropped', async () => {
    const of = article('ar', { headline: 'الرقم +964 770 123 4567' }, p('اتصل على +964 770 123 4567 اليوم'))
    const back = read(await page(of))
    expect(back.body).toEqual(of.body)
    expect(back.fields.headline).toBe('الرقم +964 770 123 4567')
  })
  test('a headline that someone mended in the file counts', async () => {
    const markup = (await page(article('en', { headline: 'Rain' }, p('x')))).replace(
      '<h1>Rain</h1>',
      '<h1>Heavy rain</h1>',
    )
    expect(read(markup).fields.headline).toBe('Heavy rain')
  })
  test('a picture that was missing leaves its words', async () => {
    const leadImage = { media, alt: 'a', caption: 'b', credit: 'c', source: 'd', width: 3, height: 2 }
    expect(read(await page(article('en', { leadImage }), undefined, nothing)).fields.leadImage).toEqual({
      ...leadImage,
      media: null,
    })
  })
})

const foreign = `<!doctype html><html lang="en"><head><title>Site | Rain</title>
<meta property="og:site_name" content="ضفاف برس"><meta name="author" content="سارة الجاف">
<meta name="description" content="ملخص"><link rel="canonical" href="https://example.org/a">
<meta property="article:published_time" content="2024-05-08T14:30:00+0300"><script>alert(1)</script></head><body>
<nav><a href="/">الرئيسية</a><p>قائمة طويلة لا علاقة لها بالخبر ولا يجب أن تدخل فيه أبداً مهما طالت</p></nav>
<article dir="rtl"><h1>أمطار  الخريف
 ترفع البحيرة</h1><p>أمطار الخريف ترفع البحيرة</p><figure><img src="https://cdn.example.org/x.jpg"><figcaption>صورة</figcaption></figure>
<div><p>ارتفع <b>منسوب</b> المياه، <a href="https://example.org/b" onclick="x()">بحسب</a> إدارة السد.&nbsp;</p>
<p>&nbsp;</p><p><br></p>قال مصدر<br>ثم أضاف<br><br>فقرة أخرى<script>alert(2)</script></div>
<div dir="ltr"><p>An English paragraph.</p></div><ul><li>أول<ul><li>داخل</li></ul></li></ul>
<form><p>اشترك</p><input></form><blockquote>كلام</blockquote><h5>عنوان صغير</h5>
<img src="data:image/png;base64,iVBORw0KGgo=" alt="نهر"><table><tr><td colspan=2>أ</td></tr><tr><td>ب</td><td>ج</td></tr></table>
<a href="javascript:alert(3)">رابط</a></article><footer><p>حقوق النشر</p></footer></body></html>`

describe('a page of another house', () => {
  test('gives its headline, names, date and address', () => {
    expect(read(foreign)).toMatchObject({
      language: 'ar',
      fields: {
        headline: 'أمطار الخريف ترفع البحيرة',
        source: 'ضفاف برس',
        byline: ['سارة الجاف'],
        summary: 'ملخص',
        canonicalUrl: 'https://example.org/a',
        date: '2024-05-08T14:30:00+03:00',
      },
    })
  })
  test('gives its story without menus, code, gaps and the headline again', () => {
    const story = read(foreign)
    expect(words(story)).toEqual([
      'ارتفع منسوب المياه، بحسب إدارة السد.',
      'قال مصدر\nثم أضاف',
      'فقرة أخرى',
      'An English paragraph.',
      'أول\nداخل',
      'كلام',
      'عنوان صغير',
      '',
      'أ\nب\tج',
      'رابط',
    ])
    expect(story.body.content[3]).toEqual({
      type: 'paragraph',
      attrs: { dir: 'ltr' },
      content: [{ type: 'text', text: 'An English paragraph.' }],
    })
    expect(story.body.content[7]).toMatchObject({ type: 'image', attrs: { media: 'import:0', alt: 'نهر' } })
    expect(JSON.stringify(story.body)).not.toContain('javascript')
    expect(story.warnings.map(({ code }) => code)).toEqual(['picture-elsewhere'])
    expect(storyBody.safeParse(story.body).success).toBe(true)
  })
  test('its bdi is kept as set by a person', () => {
    const { body } = read('<article><p>قال <bdi dir=ltr lang=en-GB>C++</bdi> اليوم</p></article>')
    expect(body.content[0]).toMatchObject({
      content: [{}, { text: 'C++', marks: [{ type: 'bdi', attrs: { dir: 'ltr', lang: 'en' } }] }, {}],
    })
  })
  test('a page without an article gives the fullest part', () => {
    const markup = `<body><div><p>short</p></div><div id=x><p>${'long text '.repeat(9)}</p><p>${'more text '.repeat(9)}</p></div></body>`
    expect(read(markup).body.content).toHaveLength(2)
  })
  test('windows-1256 bytes are read, with a warning', () => {
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode('<html><article><p>'),
      0xd3,
      0xe1,
      0xc7,
      0xe3,
      ...new TextEncoder().encode('</p>'),
    ])
    expect(readAlone(pageHtml, { name: 'a.htm', bytes })).toMatchObject({
      language: 'ar',
      body: { content: [{ content: [{ text: 'سلام' }] }] },
      warnings: [{ code: 'encoding-guessed' }],
    })
  })
  test('a page is known by its name or its first letters', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    expect(sourceFor({ name: 'a.HTML', bytes: bytes('x') })).toBe(pageHtml)
    expect(sourceFor({ name: 'page', bytes: bytes('\ufeff\n<!DOCTYPE html>') })).toBe(pageHtml)
    expect(sourceFor({ name: 'a.txt', bytes: bytes('plain <b>') })).not.toBe(pageHtml)
  })
})

describe('a page made to break a reader', () => {
  const codeOf = (text: string): string => {
    try {
      read(text)
      return 'read'
    } catch (error) {
      return error instanceof DeskError ? error.code : String(error)
    }
  }
  test.each([
    ['nested elements', '<div>'.repeat(50_000), 'unsupported-file'],
    ['nested formatting', '<b>'.repeat(50_000), 'unsupported-file'],
    [
      'formatting that multiplies',
      `<p>${Array.from({ length: 400 }, (_, at) => `<b id=${at}>`).join('')}${'<p>x'.repeat(20_000)}`,
      'unsupported-file',
    ],
    [
      'attributes',
      `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>x`,
      'unsupported-file',
    ],
    [
      'attributes in quotes',
      `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}="<>"`).join(' ')}>x`,
      'unsupported-file',
    ],
    ['deep quotes', `${'<blockquote>'.repeat(300)}<p>x</p>`, 'read'],
    [
      'a broken JSON-LD',
      `<article><p>x</p></article><script type="application/ld+json">{"@type":"NewsArticle",</script>`,
      'read',
    ],
    [
      'nested JSON-LD',
      `<article><p>x</p></article><script type="application/ld+json">${'['.repeat(100_000)}</script>`,
      'read',
    ],
  ])('%s: refused or read, and soon', (_, text, outcome) => {
    const from = performance.now()
    expect(codeOf(text)).toBe(outcome)
    expect(performance.now() - from).toBeLessThan(5_000)
  })
  test('what is read is never nested deeper than an article may be', () => {
    const { body } = read(`<article>${'<blockquote><ul><li>'.repeat(100)}<p>x</p></article>`)
    expect(JSON.stringify(body).split('"content"').length).toBeLessThan(60)
    expect(words(read(`<article>${'<blockquote>'.repeat(300)}<p>x</p></article>`))).toEqual(['x'])
  })
  test('data cannot reach the prototype of anything', () => {
    read(
      '<article><p>x</p></article><script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"polluted":1}}</script>',
    )
    expect('polluted' in {}).toBe(false)
  })
  test('hostile pages of the public suites leave no address but those of the allow-list', async () => {
    const folder = join(import.meta.dirname, '../../../../shared/suites/security')
    for (const name of [
      'xss-dompurify.json',
      'xss-html5sec.json',
      'xss-owasp-evasion.json',
      'xss-sanitize-html.json',
    ]) {
      const path = join(folder, name)
      if (!existsSync(path)) continue
      for (const text of stringsIn(JSON.parse(readFileSync(path, 'utf8')))) {
        if (!text.trim() || controls.test(text)) continue
        const { body } = read(`<article><p>x</p>${text}</article>`)
        const markup = await page(article('en', {}, ...body.content))
        for (const [, href] of markup.matchAll(/<a href="([^"]*)"/g))
          expect(href).toMatch(/^(?:https?:\/\/|mailto:|tel:|#)/i)
        expect(markup).not.toMatch(
          /<(?:script(?! type="application\/ld)|iframe|object|svg|form)|<[^>]* on\w+=/i,
        )
      }
    }
  })
})

// oxlint-disable-next-line no-control-regex -- what a text file never holds
const controls = /[\u0000-\u0008\u000e-\u001a]/

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
