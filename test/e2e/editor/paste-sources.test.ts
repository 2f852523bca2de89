import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Block, Inline, ListItem, OrderedList, StoryBody } from '../../../core/model/body.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { PasteReport } from '../../../renderer/editor/paste/paste-report.ts'
import { tinyPng } from '../../support/drawn-picture.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import { bold, h, image, li, ol, p, pIn, quote, story, text, ul } from '../../support/story.ts'

const editor = editorPage()
const folder = join(import.meta.dirname, '../../fixtures/clipboard')
// Windows ends its lines as Git does not keep them.
const sample = (name: string): string => {
  const words = readFileSync(join(folder, name), 'utf8')
  return name === 'page-windows.html' ? words.replaceAll('\n', '\r\n') : words
}
const olFrom = (start: number, ...items: ListItem[]): OrderedList => ({ ...ol(...items), attrs: { start } })
const italic = (words: string): Inline => text(words, { type: 'italic' })

/** Pastes a sample, by the end of its name as markup or as plain text, into an empty story. */
async function pasted(name: string, language: LanguageCode = 'ar', into: Block = p()): Promise<StoryBody> {
  await editor.open(story(into), language)
  const type = name.endsWith('.html') ? 'text/html' : 'text/plain'
  await editor.page.evaluate(
    ([type, words]) => {
      window.page.select(1 + (window.page.editor.view.state.doc.firstChild?.content.size ?? 0))
      window.page.paste({ [type]: words })
    },
    [type, sample(name)] as const,
  )
  return editor.body()
}
const report = (): Promise<PasteReport | null> => editor.page.evaluate(() => window.page.pasted)
/** The counts that are told: those above 0. */
async function told(): Promise<Record<string, unknown>> {
  const { source = null, counts = {} } = (await report()) ?? {}
  return { source, ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) }
}

describe('from Word', () => {
  test('lists of three levels from right to left keep their numbers, over a paragraph between them too', async () => {
    expect(await pasted('word-lists-rtl.html')).toEqual(
      story(
        p('قررت اللجنة ما يأتي:'),
        olFrom(
          3,
          li(
            p('فتح المعبر صباحا'),
            ol(li(p('للمسافرين')), li(p('للبضائع'), olFrom(4, li(p('المبردة منها'))))),
          ),
          li(p('إعفاء الطلاب من الرسم')),
        ),
        p('وقال المدير إن القرار نافذ.'),
        olFrom(5, li(p('نشر الأسعار'))),
        ul(li(p('نقطة أولى'), ul(li(p('نقطة تحتها'))))),
      ),
    )
    expect(await told()).toEqual({ source: 'word', lists: 3 })
  })
  test('notes are plain and stand at the end, changes are resolved, comments go, cells stay merged', async () => {
    expect(await pasted('word-notes-changes.html')).toEqual(
      story(
        p('بلغ الإنتاج مئتي طن[1] هذا العام، وفق ', bold('FAO'), '[2].'),
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', attrs: { colspan: 2 }, content: [p('المحصول')] },
                { type: 'tableCell', attrs: { rowspan: 2 }, content: [p('ملاحظات')] },
              ],
            },
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', content: [p('قمح')] },
                { type: 'tableCell', content: [p('شعير')] },
              ],
            },
          ],
        },
        ol(li(p('تقرير الوزارة')), li(p('منظمة الأغذية، ص. 12'))),
      ),
    )
    expect(await told()).toEqual({ source: 'word', tables: 1, notes: 2, changes: 2, comments: 1 })
  })
  const item = (list: string, level: number, marker: string, words: string) =>
    `<p class=MsoListParagraph dir=RTL style='mso-list:${list.replace(' ', ` level${level} `)};direction:rtl'><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span>${words}</p>`
  const markup = async (html: string) => {
    await editor.open(story(p()))
    await editor.page.evaluate((html) => {
      window.page.select(1)
      window.page.paste({ 'text/html': html })
    }, html)
    return editor.body()
  }
  test('another kind, another number and a level that is left begin a list anew', async () => {
    const html = [
      item('l0 lfo1', 1, '١.', 'أ'),
      item('l0 lfo1', 1, '٢.', 'ب'),
      item('l0 lfo1', 1, '٩.', 'ج'),
      item('l1 lfo2', 1, '•', 'د'),
      item('l2 lfo3', 3, 'i.', 'ه'),
      item('l2 lfo3', 3, 'j.', 'و'),
      item('l2 lfo3', 1, '۱)', 'ز'),
    ]
    expect(await markup(html.join('\n'))).toEqual(
      story(
        ol(li(p('أ')), li(p('ب'))),
        olFrom(9, li(p('ج'))),
        ul(li(p('د'), olFrom(9, li(p('ه')), li(p('و'))))),
        ol(li(p('ز'))),
      ),
    )
  })
  test('notes at the end of the document count on after those of its pages', async () => {
    const reference = (kind: string, mark: string) =>
      `<a style='mso-${kind === 'ftn' ? 'foot' : 'end'}note-id:${kind}1' href="#_${kind}1" name="_${kind}ref1"><sup>${mark}</sup></a>`
    const note = (kind: string, mark: string, words: string) =>
      `<div id=${kind}1><p class=MsoNote><a href="#_${kind}ref1" name="_${kind}1">${mark}</a> ${words}</p></div>`
    const html = `<p class=MsoNormal>قال${reference('edn', 'i')} نعم${reference('ftn', '1')}</p><div style='mso-element:footnote-list'>${note('ftn', '1', 'حاشية')}</div><div style='mso-element:endnote-list'>${note('edn', 'i', 'خاتمة')}</div>`
    expect(await markup(html)).toEqual(story(p('قال[2] نعم[1]'), ol(li(p('حاشية')), li(p('خاتمة')))))
  })
  const pictureFile = 'file:///C:/Users/rawa/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png'
  test('a picture that is only named as a file is asked of the host, which may read it', async () => {
    const base64 = tinyPng(4, 3).toString('base64')
    await editor.page.evaluate(([file, base64]) => window.page.giveFile(file, 'image/png', base64), [
      pictureFile,
      base64,
    ] as const)
    await pasted('word-picture.html')
    await expect
      .poll(async () => (await editor.body()).content.map(({ type }) => type))
      .toEqual(['paragraph', 'image', 'paragraph'])
    const [, picture] = (await editor.body()).content
    expect(picture).toEqual(
      image((picture as { attrs: { media: string } }).attrs.media, { alt: 'جسر', width: 4, height: 3 }),
    )
    expect(await editor.page.evaluate(() => window.page.filesAsked)).toEqual([pictureFile])
    expect(await report()).toBeNull()
    await editor.page.evaluate((file) => window.page.takeFile(file), pictureFile)
  })
  test('where the host cannot, the words come and the picture is counted', async () => {
    await pasted('word-picture.html')
    await expect.poll(() => editor.body()).toEqual(story(p('قبل الصورة'), p('بعد الصورة')))
    expect(await told()).toEqual({ source: 'word', 'local-pictures': 1 })
  })
  test('for the web: a list for each item becomes one, with its levels, number and direction', async () => {
    expect(await pasted('word-web.html')).toEqual(
      story(
        p('خطوات العمل الجديد'),
        olFrom(2, li(p('جمع الوثائق'), ul(li(p('من المحكمة')))), li(p('سؤال الشهود'))),
      ),
    )
    expect(await told()).toEqual({ source: 'word-web', lists: 1, changes: 2 })
  })
})

describe('from other word processors', () => {
  test('Google Docs: lists beside their items stand in them, looks become marks', async () => {
    expect(await pasted('google-docs.html', 'ckb')).toEqual(
      story(
        h(2, 'نرخی نان'),
        p('وەزارەت گوتی ', bold('نرخەکە'), italic(' ناگۆڕێت'), text('2', { type: 'superscript' }), '.'),
        olFrom(2, li(p('یەکەم'), ul(li(p('ژێر یەکەم'), ol(li(p('قووڵترین')))))), li(p('دووەم'))),
      ),
    )
    expect(await told()).toEqual({ source: 'google-docs', lists: 1 })
  })
  test('LibreOffice: notes, lists and fonts', async () => {
    expect(await pasted('libreoffice.html')).toEqual(
      story(
        p('قال الخبير إن ', bold('النهر'), ' جف[1].'),
        olFrom(4, li(p('بند رابع'), ul(li(p('تفصيل')))), li(p('بند خامس'))),
        ol(li(p('مقابلة هاتفية'))),
      ),
    )
    expect(await told()).toEqual({ source: 'libreoffice', lists: 1, notes: 1 })
  })
  test('Pages: its second spaces are spaces', async () => {
    expect(await pasted('pages.html', 'en')).toEqual(
      story(
        p('The dam holds more water than last year.'),
        ul(li(p('North basin')), li(p(bold('South'), ' basin'))),
      ),
    )
    expect(await told()).toEqual({ source: 'pages', lists: 1 })
  })
})

describe('from chats', () => {
  test('WhatsApp on Android in Arabic: who says what, without what the app wrote', async () => {
    expect(await pasted('whatsapp-android-ar.txt')).toEqual(
      story(
        p(bold('سلمى كريم:'), ' وصل الوفد إلى أربيل'),
        p('والاجتماع يبدأ بعد ساعة'),
        p(bold('+964 750 000 1122:'), ' ', bold('عاجل:'), ' العدد 12 شخصا'),
      ),
    )
    expect(await told()).toEqual({ source: 'whatsapp', messages: 2, media: 1, service: 2 })
  })
  test('WhatsApp on an iPhone: the words of one person are the story itself', async () => {
    expect(await pasted('whatsapp-iphone-en.txt', 'en')).toEqual(
      story(
        p('The convoy left Erbil at dawn.'),
        p('Two trucks stayed behind.'),
        p('It is ', italic('not'), ' over.'),
      ),
    )
    expect(await told()).toEqual({ source: 'whatsapp', messages: 3, media: 1 })
  })
  test('WhatsApp Web, its day in the Persian calendar after the time', async () => {
    expect(await pasted('whatsapp-web-fa.txt', 'fa')).toEqual(
      story(p(bold('هیوا:'), ' نشست پایان یافت.'), p(bold('شیلان:'), ' چه گفتند؟')),
    )
  })
  test('Telegram as it is copied, and as its page is exported', async () => {
    expect(await pasted('telegram.txt', 'ckb')).toEqual(
      story(
        p(bold('Dilan:'), ' کۆبوونەوەکە دەستی پێکرد'),
        p(bold('Awat:'), ' وەزیر گوتی ڕێککەوتین'),
        p('دوو خاڵ ماون'),
      ),
    )
    expect(await told()).toEqual({ source: 'telegram', messages: 2, media: 1 })
    expect(await pasted('telegram-export.html')).toEqual(
      story(
        p(bold('Dilan:'), ' المجلس صوّت', { type: 'hardBreak' }, 'بالأغلبية'),
        p(bold('Dilan:'), ' والجلسة ', bold('مغلقة')),
        p(bold('Awat:'), ' كم صوتا؟'),
      ),
    )
    expect(await told()).toEqual({ source: 'telegram', messages: 3, media: 1, service: 1 })
  })
  test('a chat whose page came along as markup is read from its text', async () => {
    await editor.open(story(p()), 'en')
    await editor.page.evaluate((text) => {
      window.page.select(1)
      window.page.paste({ 'text/plain': text, 'text/html': `<div class="x">${text}</div>` })
    }, sample('whatsapp-iphone-en.txt'))
    expect((await editor.body()).content[0]).toEqual(p('The convoy left Erbil at dawn.'))
  })
})

describe('from mails', () => {
  test('plain text: quotes by their depth, the signature left out', async () => {
    expect(await pasted('mail.txt')).toEqual(
      story(
        p('نعم، الموعد كما اتفقنا.'),
        pIn('ltr', 'On 12 May 2024, Rawa wrote:'),
        quote(p('هل الموعد ثابت؟'), quote(p('كان الاقتراح يوم الأحد')), p('نرجو التأكيد')),
      ),
    )
    expect(await told()).toEqual({ source: 'mail', quotes: 1, signatures: 1 })
  })
  test('Gmail', async () => {
    expect(await pasted('mail-gmail.html')).toEqual(
      story(
        p('شكرا، وصل النص.'),
        pIn('ltr', 'On Sun, 12 May 2024, Rawa wrote:'),
        quote(p('أرسلت النص الآن.')),
      ),
    )
    expect(await told()).toEqual({ source: 'mail', quotes: 1, signatures: 1 })
  })
  test('Outlook: what follows the head of the answered message is a quote', async () => {
    const br = { type: 'hardBreak' } as const
    expect(await pasted('mail-outlook.html', 'en')).toEqual(
      story(
        p('The text is approved.'),
        quote(
          p(
            bold('From:'),
            ' Salma',
            br,
            bold('Sent:'),
            ' Sunday, 12 May 2024',
            br,
            bold('Subject:'),
            ' Text',
          ),
          p('Please read the second part.'),
        ),
      ),
    )
    expect(await told()).toEqual({ source: 'mail', quotes: 1, signatures: 1 })
  })
})

describe('from PDF files', () => {
  test('lines that stood as they look are read, with their numbers, Latin names and brackets', async () => {
    expect(await pasted('pdf-visual-ar.txt')).toEqual(
      story(
        p(
          'قالت الحكومة في بيان رسمي اليوم إن المشروع الجديد (المرحلة الأولى) سيكتمل في عام 2025 بتمويل من World Bank وبكلفة 12.5 مليون دولار وأضافت أن المدينة ستحصل على المياه النقية.',
        ),
      ),
    )
    expect(await told()).toEqual({ source: 'pdf', turned: 3, joined: 2 })
  })
  test('lines set to a width are paragraphs again, cut words whole, the heading apart', async () => {
    expect(await pasted('pdf-wrapped-en.txt', 'en')).toEqual(
      story(
        p('The long drought'),
        p(
          'The ministry said on Sunday that the water of the upper basin had fallen to its lowest level in forty years. Engineers from three of the neighbouring countries are looking for a way to keep the turbines running until the winter.',
        ),
        p(
          'Farmers along the river were told to plant less, and many of them have left their fields. The governor promised that nobody would be left without drinking water.',
        ),
      ),
    )
    expect(await told()).toEqual({ source: null, joined: 7 })
  })
})

describe('from pages of other houses', () => {
  test('navigation, share bars, invitations and questions for consent go, and the house is offered as the source', async () => {
    const link = (words: string, path: string): Inline =>
      text(words, { type: 'link', attrs: { href: `https://www.nahr.example/${path}` } })
    expect(await pasted('page-news.html')).toEqual(
      story(
        h(2, 'الماء يعود إلى المدينة'),
        p(
          'عاد الماء إلى أحياء المدينة القديمة بعد انقطاع دام ثلاثة أيام، وقال مدير الدائرة إن الفرق أصلحت الأنبوب الرئيسي ليلا.',
        ),
        p(
          'وطلب المدير من ',
          link('السكان', 'people'),
          ' ترشيد الاستهلاك خلال الأسبوع المقبل حتى تمتلئ الخزانات.',
        ),
      ),
    )
    expect(await report()).toMatchObject({
      source: 'page',
      counts: { furniture: 6 },
      origin: { name: 'صحيفة النهر', url: 'https://www.nahr.example/news/17?a=1&b=2' },
    })
  })
  test("the head of Windows' HTML Format names the address and never stands in the story", async () => {
    const body = await pasted('page-windows.html', 'en')
    expect(body.content).toHaveLength(1)
    expect(JSON.stringify(body)).not.toMatch(/Version|SourceURL|Read more/)
    expect(await report()).toMatchObject({
      counts: { furniture: 1 },
      origin: { name: 'river.example', url: 'https://www.river.example/world/dam' },
    })
  })
  test('what would be furniture comes where nothing else was copied', async () => {
    for (const [html, words] of [
      ['<p><a href="https://a.example/1">Read more</a></p>', 'Read more'],
      ['<a href="https://wa.me/964750">Write to us</a>', 'Write to us'],
      ['<nav>Menu</nav>', 'Menu'],
    ] as const) {
      await editor.open(story(p()), 'en')
      await editor.page.evaluate((html) => {
        window.page.select(1)
        window.page.paste({ 'text/html': html })
      }, html)
      expect(JSON.stringify(await editor.body())).toContain(words)
    }
  })
  test('a few words of a page are a quotation and offer no source', async () => {
    await editor.open(story(p()), 'en')
    await editor.page.evaluate(() => {
      window.page.select(1)
      window.page.paste({
        'text/html':
          '<article><a href="https://a.example/1">Two</a> <a href="https://a.example/2">words</a></article>',
      })
    })
    expect(await report()).toBeNull()
  })
})
