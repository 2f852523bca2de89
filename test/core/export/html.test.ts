import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { html } from '../../../core/export/html.ts'
import { formatOf, formats } from '../../../core/export/registry.ts'
import type { Article } from '../../../core/model/article.ts'
import { languageCodes } from '../../../core/model/language-code.ts'
import { shippedTypes } from '../../../core/model/shipped-types.ts'
import { houseTheme } from '../../../core/model/theme.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import {
  asked,
  at,
  factBox,
  fn,
  li,
  pIn,
  questions,
  quote,
  source,
  sources,
  table,
  timeline,
  ul,
} from '../../support/story.ts'
import { a, article, b, bdi, fullArticle, h, i, media, nothing, ol, onePixel, p, png, t } from './story.ts'

const [classic, modern] = shippedThemes as [(typeof shippedThemes)[number], (typeof shippedThemes)[number]]
/** A fragment is no document, and what mail programs ask for is no rule of good pages: Nu alone reads those (nu-checker.test.ts). */
const wholePages = shippedThemes.filter(({ layout }) => layout !== 'fragment' && layout !== 'email')
const now = Date.parse('2026-01-01')
const page = async (of: Article, theme = classic, assets = onePixel): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true }).decode(
    (await html.write({ article: of, theme, now, assets })).bytes,
  )
const story = async (of: Article): Promise<string> =>
  /<div class="story">\n(.*)\n<\/div>/s.exec(await page(of))?.[1] ?? ''
const parts = (markup: string, name: string) =>
  [...markup.matchAll(new RegExp(`<${name}[ >][^>]*`, 'g'))].map(([tag]) => tag)
const linked = (markup: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup)?.[1] ?? '') as Record<
    string,
    unknown
  >

test('html is in the list of formats under its id', () => {
  expect(formatOf('html')).toBe(html)
  expect(formatOf('nothing')).toBeUndefined()
  expect(formats[0]).toBe(html)
})

describe('the page as a document', () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
  })
  test.each(
    wholePages.flatMap((theme) => languageCodes.map((language) => ({ theme, language, id: theme.id }))),
  )('$id in $language with every node and mark is valid HTML', async ({ theme, language }) => {
    const report = await validator.validateString(await page(fullArticle(language), theme))
    expect(
      report.results.flatMap(({ messages }) => messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`)),
    ).toEqual([])
  })
  test('a planted fault is seen by the validator', async () => {
    const markup = (await page(fullArticle('ar'))).replace('<h1>', '<h1 dir="sideways">')
    expect((await validator.validateString(markup)).valid).toBe(false)
  })
  test.each([
    ['ar', 'ar', 'rtl'],
    ['ckb', 'ckb', 'rtl'],
    ['kmr', 'ku', 'ltr'],
    ['he', 'he', 'rtl'],
    ['en', 'en', 'ltr'],
  ] as const)('an article in %s says lang %s and dir %s', async (language, lang, dir) => {
    expect(await page(article(language, {}))).toContain(`<html lang="${lang}" dir="${dir}">`)
  })
  test('the same article gives the same bytes', async () => {
    expect(await page(fullArticle('ckb'))).toBe(await page(fullArticle('ckb')))
  })
  test('no property of the style names left or right, and no letter is spaced or slanted in Arabic', async () => {
    const style = /<style>(.*?)<\/style>/s.exec(await page(fullArticle('ar')))?.[1] ?? ''
    expect(style.replaceAll(/url\([^)]*\)/g, '')).not.toMatch(
      /(?:-|:|\b)(?:left|right)\b|letter-spacing|italic|(?<!-)\b(?:width|height):/,
    )
  })
})

describe('the parts of the page', () => {
  test('nothing is drawn for what the article does not have', async () => {
    const markup = await page(article('ar', {}))
    for (const name of ['date-line', 'kicker', 'subheadline', 'byline', 'lead', 'source']) {
      expect(markup).not.toContain(`class="${name}"`)
    }
    expect(markup).not.toContain('<h1')
  })
  test('the classic theme repeats the headline, the modern one does not', async () => {
    const of = article('ar', { headline: 'عنوان' })
    expect((await page(of, classic)).split('>عنوان<')).toHaveLength(4)
    expect((await page(of, modern)).split('>عنوان<')).toHaveLength(3)
  })
  test('the date stays ISO in the machine parts, whatever its words', async () => {
    const markup = await page(article('ckb', { date: '2024-05-08T14:30+03:00' }), modern)
    expect(markup).toContain('<time datetime="2024-05-08T14:30+03:00">٨ی ئایاری ٢٠٢٤</time>')
    expect(markup).toContain('<meta property="article:published_time" content="2024-05-08T14:30+03:00">')
    expect(linked(markup).datePublished).toBe('2024-05-08T14:30+03:00')
  })
  test('an English date line stands in an Arabic page as English', async () => {
    expect(await page(article('ar', { date: '2024-05-08' }))).toContain(
      '<p class="date-line">• <time datetime="2024-05-08" lang="en" dir="ltr">Wednesday, 08 May 2024</time></p>',
    )
  })
  test('the order of a theme is the order of the page', async () => {
    const order = ['story', 'headline', 'dateLine'] as const
    const theme = houseTheme.parse({ ...classic, order })
    const markup = await page(article('en', { headline: 'Rain', date: '2024-05-08' }, p('It rained.')), theme)
    expect(markup.indexOf('It rained')).toBeLessThan(markup.indexOf('<h1>'))
    expect(markup.indexOf('<h1>')).toBeLessThan(markup.indexOf('class="date-line"'))
  })
  test('a missing picture leaves its words and a warning', async () => {
    const picture = { media, alt: 'نهر', caption: 'النهر', credit: 'آرام', width: null, height: null }
    const of = article('ar', { leadImage: { ...picture, source: '' } }, { type: 'image', attrs: picture })
    const result = await html.write({ article: of, theme: classic, now, assets: nothing })
    const markup = new TextDecoder().decode(result.bytes)
    expect(result.warnings.map(({ code }) => code)).toEqual(['picture-missing'])
    expect(markup.match(/<span class="caption">النهر<\/span>/g)).toHaveLength(2)
    expect(parts(markup, 'img')).toHaveLength(1)
  })
  test('pictures are inside the file', async () => {
    const markup = await page(fullArticle('en'))
    const sources = [...markup.matchAll(/ src="([^"]*)"/g)].map(([, source]) => source)
    expect(sources.every((source) => source?.startsWith('data:image/'))).toBe(true)
    expect(sources).toContain(`data:image/png;base64,${Buffer.from(png).toString('base64')}`)
  })
})

describe('what the head carries', () => {
  test('every field but the note to the desk reaches the page', async () => {
    const full = fullArticle('en')
    const markup = await page(full)
    expect(markup).not.toContain('SECRET-DESK-NOTE')
    expect(linked(markup)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Autumn rain lifts the lake',
      inLanguage: 'en',
      author: [
        { '@type': 'Person', name: 'Sara Jaf' },
        { '@type': 'Person', name: 'Ann "O" <Reilly>' },
      ],
      about: [{ termCode: 'medtop:11000000' }, { termCode: 'medtop:04000000' }],
      dateModified: full.updatedAt,
    })
  })
  test('an embargo that has not passed is warned of, a passed one is not', async () => {
    const of = article('en', { embargoUntil: '2024-05-08T12:00Z' })
    const at = async (time: string) =>
      (
        await html.write({ article: of, theme: classic, now: Date.parse(time), assets: nothing })
      ).warnings.map(({ code }) => code)
    expect(await at('2024-05-08T11:59Z')).toEqual(['embargo'])
    expect(await at('2024-05-08T12:00Z')).toEqual([])
  })
  test('a killed article asks not to be indexed', async () => {
    expect(await page({ ...article('en', {}), status: 'killed' })).toContain(
      '<meta name="robots" content="noindex">',
    )
    expect(await page(article('en', {}))).not.toContain('noindex')
  })
  test('words cannot end the data or the style', async () => {
    const hostile = '</script><script>alert(1)</script><!--'
    const markup = await page(
      article('en', { headline: hostile, source: hostile, canonicalUrl: 'javascript:alert(1)' }),
    )
    expect(markup.match(/<script/g)).toHaveLength(1)
    expect(markup).not.toContain('javascript:')
    expect(linked(markup).headline).toBe(hostile)
  })
})

describe('the story', () => {
  test('each block of the top level is one element', async () => {
    const full = fullArticle('ar')
    const { parseFragment } = await import('parse5')
    const children = parseFragment(await story(full)).childNodes.filter((node) => 'tagName' in node)
    expect(children).toHaveLength(full.body.content.length)
  })
  test('a box, a quote and a list say a direction of their own, and so does what runs otherwise in them', async () => {
    const of = article(
      'ar',
      {},
      { ...factBox('Head', p('One'), pIn('rtl', 'اثنان')), attrs: { dir: 'ltr' } },
      quote(pIn('ltr', 'Said')),
      table({ type: 'tableRow', content: [{ type: 'tableCell', content: [pIn('ltr', 'Cell')] }] }),
      ul(li(p('بند'), { ...ul(li(p('Item'))), attrs: { dir: 'ltr' } })),
      questions(asked('ما؟', pIn('ltr', 'Answer'))),
    )
    const said = (await story(of)).matchAll(/<(\w+)[^>]* dir="(\w+)"[^>]*>([^<]*)/g)
    expect([...said].map(([, tag, dir, words]) => [tag, dir, words])).toEqual([
      ['aside', 'ltr', ''],
      ['p', 'rtl', 'اثنان'],
      ['p', 'ltr', 'Said'],
      ['p', 'ltr', 'Cell'],
      ['ul', 'ltr', ''],
      ['p', 'ltr', 'Answer'],
    ])
  })
  test('a direction is written only where it differs', async () => {
    const of = article(
      'ar',
      {},
      { ...p('سلام'), attrs: { dir: 'rtl' } },
      { ...p('Hello.'), attrs: { dir: 'ltr' } },
    )
    expect(await story(of)).toBe('<p>سلام</p>\n<p dir="ltr">Hello.</p>')
  })
  test('a phone and a Latin name in an Arabic line are isolated, the article’s own words are not', async () => {
    expect(await story(article('ar', {}, p('اتصل على +964 770 123 4567 اليوم')))).toBe(
      '<p>اتصل على <span class="run"><bdi dir="ltr">+964 770 123 4567</bdi></span> اليوم</p>',
    )
    expect(await story(article('ar', {}, p('في 10:30 من 08/05/2024')))).not.toContain('<bdi')
  })
  test('an isolate is never cut by a mark that ends inside it', async () => {
    const markup = await story(article('ar', {}, p(b('الرقم +964 770'), ' 123 4567 مفتوح')))
    expect(markup).toBe(
      '<p><strong>الرقم </strong><span class="run"><bdi dir="ltr"><strong>+964 770</strong> 123 4567</bdi></span> مفتوح</p>',
    )
  })
  test('a link around an isolate stays one link', async () => {
    expect(await story(article('ar', {}, p(a('الرقم +964 770 123 4567 هنا', 'https://example.org'))))).toBe(
      '<p><a href="https://example.org">الرقم <span class="run"><bdi dir="ltr">+964 770 123 4567</bdi></span> هنا</a></p>',
    )
  })
  test('nothing is isolated inside what a person has isolated', async () => {
    expect(await story(article('ar', {}, p('قال ', bdi('+964 770 123 4567', 'rtl'), ' اليوم')))).toBe(
      '<p>قال <bdi class="set" dir="rtl">+964 770 123 4567</bdi> اليوم</p>',
    )
  })
  test('no isolate stands inside a word of joined letters', async () => {
    for (const text of ['والـBBC قالت', 'بـCNN', 'ولـ2024-05-08']) {
      const markup = await story(article('ar', {}, p(text)))
      for (const [, before, after] of markup.matchAll(/(.)<\/?bdi[^>]*>(.)/g)) {
        expect(/[\p{Script=Arabic}ـ]/u.test(before ?? '') && /[\p{Script=Arabic}ـ]/u.test(after ?? '')).toBe(
          false,
        )
      }
    }
  })
  test('marks nest by their reach', async () => {
    expect(
      await story(article('en', {}, p(b('a'), t('b', { type: 'bold' }, { type: 'italic' }), i('c')))),
    ).toBe('<p><strong>a<em>b</em></strong><em>c</em></p>')
  })
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' \u0001java\nscript:alert(1)',
    '//evil.example',
    'file:///etc',
  ])('a link to %j becomes plain text', async (href) => {
    expect(await story(article('en', {}, p(a('here', href))))).toBe('<p>here</p>')
  })
  test('letters that HTML may not hold and bidi overrides are left out', async () => {
    expect(await story(article('en', {}, p('a\u0000\u0007\u202eb\u202c<&>"')))).toBe(
      '<p>ab&lt;&amp;&gt;&quot;</p>',
    )
  })
  test('a list goes on where the article says', async () => {
    expect(await story(article('en', {}, ol(7, [p('x')]), ol(1, [p('y')])))).toBe(
      '<ol start="7"><li><p>x</p></li></ol>\n<ol><li><p>y</p></li></ol>',
    )
  })
  test('list numbers follow the digits of the house, else of the language', async () => {
    const of = article('ckb', {}, ol(undefined, [p('x')]))
    expect(await page(of)).toContain('--numbers:arabic-indic')
    expect(await page(of, houseTheme.parse({ ...classic, digits: 'latn' }))).toContain('--numbers:decimal')
  })
  test('a node of a later version stops the export', async () => {
    const of = article('en', {}, h(2, 'x'), { type: 'hologram' } as never)
    await expect(page(of)).rejects.toThrow('unknown story node')
  })
})

describe('footnotes, boxes, questions and timelines', () => {
  const cited = (language: 'ar' | 'ckb' | 'en') =>
    article(
      language,
      {},
      p('x', fn('k1'), ' y', fn('b'), fn('k1')),
      sources(source('k1', 'A'), source('b', 'B'), source('c', 'C')),
    )
  test('a footnote links to its source and the source back to every place, by addresses of their own', async () => {
    expect(await story(cited('en'))).toBe(
      '<p>x<sup class="footnote"><a id="fnrefk1" href="#fnk1" role="doc-noteref">1</a></sup> y' +
        '<sup class="footnote"><a id="fnrefb" href="#fnb" role="doc-noteref">2</a></sup>' +
        '<sup class="footnote"><a id="fnrefk1-2" href="#fnk1" role="doc-noteref">1</a></sup></p>\n' +
        '<section class="sources" role="doc-endnotes"><ol><li id="fnk1">A' +
        '\u00a0<a class="back" href="#fnrefk1" role="doc-backlink">↑</a>' +
        '\u00a0<a class="back" href="#fnrefk1-2" role="doc-backlink">↑</a></li>' +
        '<li id="fnb">B\u00a0<a class="back" href="#fnrefb" role="doc-backlink">↑</a></li>' +
        '<li id="fnc" class="unnamed">C</li></ol></section>',
    )
  })
  test('its number is in the digits of the language, or of the house', async () => {
    expect(await story(cited('ckb'))).toContain('>٢</a></sup>')
    expect(await story(cited('ar'))).toContain('>2</a></sup>')
    expect(await page(cited('ar'), houseTheme.parse({ ...classic, digits: 'arab' }))).toContain(
      '>٢</a></sup>',
    )
  })
  test('one whose source is gone is not drawn', async () => {
    expect(await story(article('en', {}, p('x', fn('a'))))).toBe('<p>x</p>')
  })
  test('a box is named by its title; without one it is no landmark', async () => {
    expect(await story(article('en', {}, p('x'), factBox('In short', p('y'))))).toBe(
      '<p>x</p>\n<aside class="fact-box" aria-labelledby="box-2"><h2 id="box-2">In short</h2><p>y</p></aside>',
    )
    expect(await story(article('en', {}, factBox('', p('y'))))).toBe('<div class="fact-box"><p>y</p></div>')
  })
  test.each([
    ['ar', 'س', 'ج'],
    ['ckb', 'پ', 'و'],
    ['kmr', 'P', 'B'],
    ['fa', 'س', 'ج'],
    ['he', 'ש', 'ת'],
    ['ur', 'س', 'ج'],
    ['en', 'Q', 'A'],
  ] as const)('in %s a question says %s and its answer %s, in the text itself', async (language, q, a) => {
    expect(await story(article(language, {}, questions(asked('x', p('y')))))).toBe(
      `<dl class="questions"><div><dt><span class="label">${q}: </span>x</dt>` +
        `<dd><span class="label">${a}: </span><p>y</p></dd></div></dl>`,
    )
  })
  test.each([
    ['2024', '2024'],
    ['2024-05', '2024-05'],
    ['2024-05-08', '2024-05-08'],
    ['٢٠٢٤-٠٥-٠٨', '2024-05-08'],
    [' 2024-05-08 14:30', '2024-05-08 14:30'],
    ['2024-02-30', undefined],
    ['8 أيار', undefined],
    ['2024-05-08 مساءً', undefined],
  ])('a line of time that says %j has the machine’s date %j', async (said, datetime) => {
    const markup = await story(article('ar', {}, timeline(at(said, p('x')))))
    expect(/<time datetime="([^"]*)">/.exec(markup)?.[1]).toBe(datetime)
    expect(markup).toMatch(/^<ol class="timeline"><li><p class="when">.*<\/p><p>x<\/p><\/li><\/ol>$/)
  })
  test('an ISO date keeps its order in an Arabic line of time', async () => {
    expect(await story(article('ar', {}, timeline(at('2024-05-08', p('x')))))).toContain(
      '<time datetime="2024-05-08"><span class="run"><bdi dir="ltr">2024-05-08</bdi></span></time>',
    )
  })
})

describe('fonts', () => {
  test('only faces that the page needs are asked for, with the letters it shows', async () => {
    const asked = new Map<string, string>()
    const assets = {
      ...onePixel,
      font: async (family: string, text: string) => (asked.set(family, text), []),
    }
    await page(article('ar', { headline: 'عنوان' }, p('نص')), classic, assets)
    expect([...asked.keys()].sort()).toEqual(['kufi', 'naskh', 'vazirmatn'])
    expect(Array.from('عنوان').filter((letter) => !asked.get('kufi')?.includes(letter))).toEqual([])
    asked.clear()
    await page(article('en', { headline: 'Rain' }, p('A name: שלום')), classic, assets)
    expect([...asked.keys()].sort()).toEqual(['hebrew', 'inter', 'serif'])
  })
  test('a theme that leaves fonts to the system carries none', async () => {
    const theme = houseTheme.parse({ ...classic, fonts: { ...classic.fonts, delivery: 'system' } })
    expect(await page(fullArticle('ar'), theme)).not.toContain('@font-face')
  })
})

describe('the type of a story', () => {
  const typed = async (id: string, of: Article) => {
    const type = shippedTypes.find((each) => each.id === id)
    const { bytes } = await html.write({ article: of, type, theme: classic, now, assets: onePixel })
    return linked(new TextDecoder().decode(bytes))
  }
  test('says which kind of page it is, and its IPTC genre', async () => {
    const of = article('ar', { headline: 'رأي', storyType: 'opinion' }, p('نص'))
    expect(await typed('opinion', of)).toMatchObject({
      '@type': 'OpinionNewsArticle',
      genre: 'http://cv.iptc.org/newscodes/genre/Opinion',
    })
    expect(await page(of)).toContain('<meta name="midad:type" content="opinion">')
  })
  test('that nobody knows leaves a page as it is without one', async () => {
    const of = article('ar', { headline: 'خبر', storyType: 'gone' }, p('نص'))
    expect(await typed('gone', of)).toMatchObject({ '@type': 'NewsArticle' })
    expect(await typed('gone', of)).not.toHaveProperty('genre')
  })
  test('of a live log names its entries, those without words left out', async () => {
    const of = article(
      'en',
      { headline: 'Live' },
      timeline(at('10:00', p('The gates open.')), at('10:30', p())),
    )
    expect(await typed('live-log', of)).toMatchObject({
      '@type': 'LiveBlogPosting',
      liveBlogUpdate: [{ '@type': 'BlogPosting', headline: '10:00', articleBody: 'The gates open.' }],
    })
  })
})
