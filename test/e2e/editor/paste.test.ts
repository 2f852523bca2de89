import { describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { bdi, bold, h, li, ol, p, pIn, row, story, table, text, ul } from '../../support/story.ts'
import type { Block, StoryBody } from '../../../core/model/body.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'

const editor = editorPage()

/** What an empty story becomes by pasting markup, or plain text, into it. */
async function pasted(
  data: { html?: string; plain?: string },
  language: LanguageCode = 'ar',
  into: Block = p(),
): Promise<StoryBody> {
  await editor.open(story(into), language)
  await editor.page.evaluate((data) => {
    window.page.select(1 + (window.page.editor.view.state.doc.firstChild?.content.size ?? 0))
    window.page.paste({
      ...(data.html === undefined ? {} : { 'text/html': data.html }),
      ...(data.plain === undefined ? {} : { 'text/plain': data.plain }),
    })
  }, data)
  return editor.body()
}
const notices = () => editor.page.evaluate(() => window.page.notices)
const report = () => editor.page.evaluate(() => window.page.pasted)

describe('from Word', () => {
  test('right-to-left paragraphs become the article, without styles and empty lines', async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=AR-SA>
      <!--StartFragment--><p class=MsoNormal dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=AR-SA style='font-size:14.0pt;font-family:"Simplified Arabic",serif'>قال </span><b><span lang=AR-SA dir=RTL>الوزير</span></b><span dir=LTR></span><o:p></o:p></p>
      <p class=MsoNormal dir=RTL><o:p>&nbsp;</o:p></p>
      <p class=MsoNormal style='direction:ltr'><span style='font-weight:bold'>English</span> line</p><!--EndFragment--></body></html>`
    expect(await pasted({ html })).toEqual(
      story(p('قال ', bold('الوزير')), pIn('ltr', bold('English'), ' line')),
    )
  })
  test('its lists, which are paragraphs with printed bullets, become lists', async () => {
    const item = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph dir=RTL style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span><![endif]><span lang=AR-SA>${words}</span></p>`
    const html = item(1, '·', 'واحد') + item(2, '1.', 'تحته') + item(1, '·', 'اثنان') + '<p dir=RTL>بعد</p>'
    expect(await pasted({ html })).toEqual(
      story(ul(li(p('واحد'), ol(li(p('تحته')))), li(p('اثنان'))), p('بعد')),
    )
  })
})

describe('from Google Docs and web pages', () => {
  test('the wrapper that only looks bold is nothing, spans that look bold are bold', async () => {
    const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:700">Title</span></h1><p dir="ltr" style="line-height:1.38"><span style="font-weight:400">Plain </span><span style="font-weight:700;text-decoration:none">strong</span><span style="font-style:italic"> leaning</span></p><br></b>`
    expect(await pasted({ html }, 'en')).toEqual(
      story(h(2, 'Title'), p('Plain ', bold('strong'), text(' leaning', { type: 'italic' }))),
    )
  })
  test("the wrappers' direction and the majority of letters decide, stored only where they differ", async () => {
    const html = '<div dir="ltr"><p>BBC: قال الوزير كلاما</p><p>Reuters reported قال</p><p>2024</p></div>'
    expect(await pasted({ html })).toEqual(
      story(p('BBC: قال الوزير كلاما'), pIn('ltr', 'Reuters reported قال'), pIn('ltr', '2024')),
    )
  })
  test('headings move into 2 to 4, links are cleaned, line breaks in pairs make paragraphs', async () => {
    const html =
      '<h1>أول</h1><h3>ثالث</h3><h6>سادس</h6><div>سطر<br><br>سطر <a href="https://example.org/a" onclick="x()"><u>رابط</u></a> و<a href="javascript:alert(1)">لا رابط</a><br></div>'
    expect(await pasted({ html })).toEqual(
      story(
        h(2, 'أول'),
        h(3, 'ثالث'),
        h(4, 'سادس'),
        p('سطر'),
        p(
          'سطر ',
          text('رابط', { type: 'link', attrs: { href: 'https://example.org/a' } }, { type: 'underline' }),
          ' ولا رابط',
        ),
      ),
    )
  })
  test('a table in a cell becomes text, a layout of one cell its content', async () => {
    const html = '<table><tr><td>أ<table><tr><td>ب</td><td>ج</td></tr></table></td><td>د</td></tr></table>'
    expect(await pasted({ html })).toEqual(
      story(
        table({
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [p('أ'), p('ب'), p('ج')] },
            { type: 'tableCell', content: [p('د')] },
          ],
        }),
      ),
    )
    expect(await pasted({ html: '<table><tr><td><p>واحد</p><p>اثنان</p></td></tr></table>' })).toEqual(
      story(p('واحد'), p('اثنان')),
    )
    expect(await pasted({ html: '<table><tr><td>واحد</td><td>اثنان</td></tr></table>' })).toEqual(
      story(table(row('واحد', 'اثنان'))),
    )
  })
  test('into the middle of a line only the words come', async () => {
    expect(await pasted({ html: '<p dir="ltr">BBC</p>' }, 'ar', p('قالت '))).toEqual(story(p('قالت BBC')))
  })
})

describe('hidden characters', () => {
  test('overrides and presentation forms of plain text are cleaned, and it is said', async () => {
    expect(await pasted({ plain: '\u202eﻻ ﺑﺄﺱ\u202c' })).toEqual(story(p('لا بأس')))
    expect(await report()).toMatchObject({ source: 'pdf', counts: { hidden: 2 } })
  })
  test('balanced isolates become bdi, in text and in markup', async () => {
    expect(await pasted({ plain: 'قالت \u2066BBC News\u2069 اليوم' })).toEqual(
      story(p('قالت ', bdi('BBC News', 'ltr'), ' اليوم')),
    )
    expect(await pasted({ html: '<p>قالت \u2068BBC\u2069 اليوم</p>' })).toEqual(
      story(p('قالت ', bdi('BBC'), ' اليوم')),
    )
  })
  test('a bdi that would cut a word in two is left out', async () => {
    expect(await pasted({ html: '<p>ال<bdi>حكو</bdi>مة</p>' })).toEqual(story(p('الحكومة')))
  })
  test('plain text is a paragraph a line, blank lines dropped', async () => {
    expect(await pasted({ plain: 'واحد\r\n\r\n  \nاثنان\nEnglish line' })).toEqual(
      story(p('واحد'), p('اثنان'), pIn('ltr', 'English line')),
    )
  })
})

describe('what is refused', () => {
  test('markup over the limit comes as its plain text, with a notice', async () => {
    const html = `<p>${'<b>a</b>'.repeat(60_000)}</p>`
    expect(await pasted({ html })).toEqual(story(p()))
    expect(await notices()).toEqual([{ code: 'paste-too-large' }])
    expect(await pasted({ html, plain: 'كلام' })).toEqual(story(p('كلام')))
    expect(await notices()).toEqual([])
    expect(await report()).toMatchObject({ manner: 'words' })
    expect(await pasted({ plain: 'a'.repeat(6 * 1024 * 1024) })).toEqual(story(p()))
  })
  test('a page asks for no picture of another host', async () => {
    const asked: string[] = []
    editor.page.on('request', (request) => asked.push(request.url()))
    await pasted({
      html: '<p>قبل<img src="https://example.org/spy.png">بعد</p><img src="https://example.org/dot.gif" width="1" height="1">',
    })
    await editor.frame()
    expect(asked.filter((url) => url.includes('example.org'))).toEqual([])
    expect(await report()).toMatchObject({ counts: { 'remote-pictures': 1 } })
  })
})

describe('from the story itself', () => {
  test('what is cut and pasted again is the same, lists, quotes and directions included', async () => {
    const body = story(
      p('قبل'),
      pIn('ltr', 'English'),
      ul(li(p('واحد')), li(p('اثنان'))),
      { type: 'pullQuote', attrs: { cite: 'الوزير' }, content: [p('قول')] },
      table(row('أ', 'ب')),
      p('بعد'),
    )
    await editor.open(body)
    await editor.caretIn('قبل')
    await editor.press('Control+a')
    await editor.page.evaluate(() => {
      const { view } = window.page.editor
      const data = new DataTransfer()
      view.dom.dispatchEvent(
        new ClipboardEvent('cut', { clipboardData: data, bubbles: true, cancelable: true }),
      )
      view.dom.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    expect(await editor.body()).toEqual(body)
  })
  test('a paragraph copied from an English article is ltr in an Arabic one', async () => {
    await editor.open(story(p('One'), p('Two')), 'en')
    await editor.caretIn('One')
    await editor.press('Control+a')
    const html = await editor.page.evaluate(() => {
      const data = new DataTransfer()
      window.page.editor.view.dom.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      )
      return data.getData('text/html')
    })
    const body = await pasted({ html })
    expect(body.content.at(-1)).toEqual(pIn('ltr', 'Two'))
  })
})
