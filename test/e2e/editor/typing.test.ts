import type { CDPSession } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { defaultSettings, type Settings } from '../../../core/model/settings.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import { bold, h, li, ol, p, pIn, quote, rule, story, text, ul } from '../../support/story.ts'

const editor = editorPage()
let tools: CDPSession
beforeAll(async () => {
  tools = await editor.page.context().newCDPSession(editor.page)
})

/** Key events with the letters of any layout; Playwright's own are those of an English keyboard. */
async function keys(words: string): Promise<void> {
  for (const text of words) {
    const key = { key: text, text, unmodifiedText: text }
    await tools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
    await tools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text })
  }
}
const choose = (chosen: Partial<Settings>) =>
  editor.page.evaluate(
    (writing) => {
      window.page.writing = writing
    },
    { ...defaultSettings(), ...chosen },
  )
/** An empty story with the caret in it. */
async function blank(language: LanguageCode, chosen: Partial<Settings> = {}): Promise<void> {
  await choose(chosen)
  await editor.open(story(p()), language)
  await editor.page.evaluate(() => window.page.select(1))
}
const textNow = () => editor.page.evaluate(() => window.page.editor.view.state.doc.textContent)

describe('whole sentences, key by key', () => {
  test.each([
    [
      'ar',
      'قال الوزير: "الموازنة 1,234 مليون, وهي أعلى بنسبة ٢٥% من العام الماضي"... فهل تكفي? لا; نقلت ذلك (رويترز), وBBC News, عن موقع https://ex.com/a,b?c=1 --اليوم',
      'قال الوزير: «الموازنة 1,234 مليون، وهي أعلى بنسبة ٢٥٪ من العام الماضي»… فهل تكفي؟ لا؛ نقلت ذلك (رويترز)، وBBC News, عن موقع https://ex.com/a,b?c=1 —اليوم',
    ],
    [
      'ckb',
      `وەزیر وتی: "ئێمە گوتمان 'نا' بە ٢٥% کەمتر", بەڵام کێ دەزانێت? هیچ کەس; تەنیا BBC...`,
      'وەزیر وتی: «ئێمە گوتمان ‹نا› بە ٢٥٪ کەمتر»، بەڵام کێ دەزانێت؟ هیچ کەس؛ تەنیا BBC…',
    ],
    [
      'fa',
      'وزیر گفت: "کتاب ها, بزرگ تر از ۲۵% شدند"... آیا کار ها تمام شد? نه; هنوز--نه.',
      'وزیر گفت: «کتاب\u200cها، بزرگ\u200cتر از ۲۵٪ شدند»… آیا کارها تمام شد؟ نه؛ هنوز—نه.',
    ],
    [
      'he',
      `דובר צה"ל אמר: "ג'ורג' לא כאן, נכון?" -- והלך... אל ה"הארץ".`,
      `דובר צה״ל אמר: ”ג׳ורג׳ לא כאן, נכון?” — והלך… אל ה"הארץ".`,
    ],
    [
      'en',
      `"I don't know," she said, "but he said 'no'; 25% of 1,234?" It was the boys' idea -- in the '90s...`,
      '“I don’t know,” she said, “but he said ‘no’; 25% of 1,234?” It was the boys’ idea — in the ’90s…',
    ],
    ['kmr', `Wezîr got: "Em nizanin, wî got 'na'..."`, 'Wezîr got: “Em nizanin, wî got ‘na’…”'],
  ] as const)('in a story in %s', async (language, typed, written) => {
    await blank(language)
    await keys(typed)
    expect(await editor.body()).toEqual(story(p(written)))
  })
  test('a block turned the other way has the rules of its own language', async () => {
    await choose({ storyLanguage: 'fa' })
    await editor.open(story(pIn('ltr', 'x'), p('ع')), 'ar')
    await editor.caretIn('x', 1)
    await keys(` "yes", don't`)
    expect((await editor.body()).content[0]).toEqual(pIn('ltr', 'x “yes”, don’t'))
    await editor.open(story(pIn('rtl', 'ع')), 'en')
    await editor.caretIn('ع', 1)
    await keys(' "کتاب ها", ')
    expect(await editor.body()).toEqual(story(pIn('rtl', 'ع «کتاب\u200cها»، ')))
    // Of a list, a quotation mark asked for by its key too.
    await editor.open(story({ ...ul(li(p('x'))), attrs: { dir: 'ltr' as const } }), 'ar')
    await editor.caretIn('x', 1)
    await keys(' "a" ')
    await editor.press('Control+Shift+Quote')
    expect((await textNow()).slice(0, 8)).toBe('x “a” “”')
  })
  test('bold words stay bold, and typing over a selection is typing', async () => {
    await choose({})
    await editor.open(story(p('قال ', bold('نعم'), ' ثم')))
    await editor.caretIn('نعم', 3)
    await keys('...')
    expect(await editor.body()).toEqual(story(p('قال ', bold('نعم…'), ' ثم')))
    await editor.select(' ثم')
    await keys('"')
    expect(await editor.body()).toEqual(story(p('قال ', bold('نعم…'), '«')))
  })
})

/** What is typed after what already stands there, what the rule makes of it, and what one Backspace leaves. */
const undone = [
  ['quotes', 'ar', '', '"', '«', '"'],
  ['the end of a quotation', 'ar', '«نعم', '"', '«نعم»', '«نعم"'],
  ['an apostrophe', 'en', 'don', "'", 'don’', "don'"],
  ['a comma', 'ar', 'نعم', ',', 'نعم،', 'نعم,'],
  ['a semicolon', 'ckb', 'بەڵێ', ';', 'بەڵێ؛', 'بەڵێ;'],
  ['a question mark', 'fa', 'بله', '?', 'بله؟', 'بله?'],
  ['percent', 'ar', '٢٥', '%', '٢٥٪', '٢٥%'],
  ['dots', 'he', 'שלום', '...', 'שלום…', 'שלום...'],
  ['a dash', 'en', 'yes', '--', 'yes—', 'yes--'],
  ['a dash before someone’s words', 'ar', '', '--ن', '—ن', '--ن'],
  ['an ending', 'fa', 'کتاب', ' ها ', 'کتاب\u200cها ', 'کتاب ها '],
  ['a joiner that does nothing', 'fa', 'شد', '\u200c', 'شد', 'شد\u200c'],
  ['a joiner before a space', 'ckb', 'بە\u200cنب\u200c', ' ', 'بە\u200cنب ', 'بە\u200cنب\u200c '],
  ['gershayim', 'he', 'אמר ”צה”', 'ל', 'אמר ”צה״ל', 'אמר ”צה”ל'],
] as const
describe('each rule is taken back', () => {
  const start = async (language: LanguageCode, standing: string): Promise<void> => {
    await choose({})
    await editor.open(story(standing ? p(standing) : p()), language)
    await editor.page.evaluate((length) => window.page.select(1 + length), standing.length)
    await editor.pause()
  }
  test.each(undone)(
    '%s (%s): by one Backspace, and is not made again',
    async (_what, language, standing, typed, made, back) => {
      await start(language, standing)
      await keys(typed)
      expect(await textNow()).toBe(made)
      await editor.press('Backspace')
      expect(await textNow()).toBe(back)
      expect(await editor.head()).toBe(1 + back.length)
      await keys(language === 'en' ? 'x' : 'ک')
      expect((await textNow()).startsWith(back)).toBe(true)
      // The next Backspace is one.
      await editor.press('Backspace', 2)
      expect(await textNow()).toBe(back.slice(0, -1))
    },
  )
  test.each(undone)(
    '%s (%s): by Ctrl+Z, as a step of its own',
    async (_what, language, standing, typed, made, back) => {
      await start(language, standing)
      await keys(typed)
      await keys('xy')
      expect(await textNow()).toBe(`${made}xy`)
      await editor.press('Control+z')
      expect(await textNow()).toBe(made)
      await editor.press('Control+z')
      expect(await textNow()).toBe(back)
      await editor.press('Control+z')
      expect(await textNow()).toBe(standing)
      await editor.press('Control+y', 3)
      expect(await textNow()).toBe(`${made}xy`)
    },
  )
  test('after anything else, Backspace is Backspace', async () => {
    await start('ar', 'نعم')
    await keys('...')
    await editor.press('ArrowLeft')
    await editor.press('ArrowRight')
    await editor.press('End')
    await editor.press('Backspace')
    expect(await textNow()).toBe('نعم')
  })
  test('what was taken back stays when it is typed on, its last sign typed again', async () => {
    await start('ar', 'نعم')
    await keys('...')
    await editor.press('Backspace')
    await keys('. ...')
    expect(await textNow()).toBe('نعم.... …')
    await start('fa', 'کتاب')
    await keys(' ها ')
    await editor.press('Backspace', 2)
    await keys('. ')
    expect(await textNow()).toBe('کتاب ها. ')
  })
})

describe('the starts of lines', () => {
  const starts = [
    ['1. ', ol(li(p()))],
    ['٢) ', { ...ol(li(p())), attrs: { start: 2 } }],
    ['۳- ', { ...ol(li(p())), attrs: { start: 3 } }],
    ['- ', ul(li(p()))],
    ['* ', ul(li(p()))],
    ['• ', ul(li(p()))],
    ['> ', quote(p())],
    ['## ', h(2)],
    ['### ', h(3)],
    ['#### ', h(4)],
  ] as const
  for (const language of ['ckb', 'en'] as const) {
    test.each(starts)(
      `"%s" in ${language}: Backspace and Ctrl+Z give the signs back`,
      async (typed, block) => {
        await blank(language)
        await keys(typed)
        expect(await editor.body()).toEqual(story(block))
        await editor.press('Backspace')
        expect(await editor.body()).toEqual(story(p(typed)))
        await keys('x')
        expect(await editor.body()).toEqual(story(p(`${typed}x`)))
        await blank(language)
        await keys(typed)
        await keys('xy')
        await editor.press('Control+z', 2)
        expect(await editor.body()).toEqual(story(p(typed)))
        await editor.press('Control+z')
        expect(await editor.body()).toEqual(story(p()))
      },
    )
  }
  test('in a block turned the other way the list goes its way', async () => {
    await choose({})
    await editor.open(story(pIn('ltr', 'x')), 'ar')
    await editor.caretIn('x')
    await keys('1. ')
    const list = { ...ol(li(p('x'))), attrs: { dir: 'ltr' as const } }
    expect(await editor.body()).toEqual(story(list))
    await editor.press('Backspace')
    expect(await editor.body()).toEqual(story(pIn('ltr', '1. x')))
  })
  test('a number that goes on joins the list before it, another begins its own', async () => {
    await choose({})
    await editor.open(story(ol(li(p('أ'))), p('ب')))
    await editor.caretIn('ب')
    await keys('٢. ')
    expect(await editor.body()).toEqual(story(ol(li(p('أ')), li(p('ب')))))
    await editor.press('Backspace')
    expect(await editor.body()).toEqual(story(ol(li(p('أ'))), p('٢. ب')))
    await editor.open(story(ol(li(p('أ'))), p('ب')))
    await editor.caretIn('ب')
    await keys('٧. ')
    expect((await editor.body()).content).toHaveLength(2)
  })
  test('where no such block may stand, and in a heading, the signs are text', async () => {
    await choose({})
    await editor.open(story(ul(li(p('أ'))), h(2, 'ب')))
    for (const words of ['أ', 'ب']) {
      await editor.caretIn(words)
      await keys('1. ')
    }
    expect(await editor.body()).toEqual(story(ul(li(p('1. أ'))), h(2, '1. ب')))
  })
  test('"---" draws a rule; Backspace gives the three signs back, Ctrl+Z too', async () => {
    for (const key of ['Backspace', 'Control+z']) {
      await blank('ar')
      await keys('---')
      expect(await editor.body()).toEqual(story(rule, p()))
      await editor.press(key)
      expect(await editor.body()).toEqual(story(p('---')))
    }
  })
})

describe('Shift+Space', () => {
  test.each(['fa', 'ckb', 'ur'] as const)(
    'writes a ZWNJ in a story in %s, once; Backspace takes it away',
    async (language) => {
      await blank(language)
      await keys('می')
      await editor.press('Shift+Space', 2)
      expect(await textNow()).toBe('می\u200c')
      await editor.press('Backspace')
      expect(await textNow()).toBe('می')
      await editor.press('Shift+Space')
      await keys('شود')
      expect(await textNow()).toBe('می\u200cشود')
    },
  )
  test.each(['ar', 'he', 'en'] as const)('writes a space in a story in %s', async (language) => {
    await blank(language)
    await keys('ab')
    await editor.press('Shift+Space')
    expect(await textNow()).toBe('ab ')
  })
  test('takes the place of what is selected, and is a space where the switch is off', async () => {
    await choose({})
    await editor.open(story(p('می شود')), 'fa')
    await editor.select(' ')
    await editor.press('Shift+Space')
    expect(await editor.body()).toEqual(story(p('می\u200cشود')))
    await blank('fa', { typingJoiners: false })
    await keys('می')
    await editor.press('Shift+Space')
    expect(await textNow()).toBe('می ')
  })
})

describe('switched off, in the story that is open', () => {
  test.each([
    ['typingQuotes', 'ar', `قال "نعم" don't`, 'قال «نعم» don’t'],
    ['typingPunctuation', 'ckb', 'بەڵێ, ٢٥%', 'بەڵێ، ٢٥٪'],
    ['typingDashes', 'en', 'yes... no--', 'yes… no—'],
    ['typingJoiners', 'fa', 'کتاب ها را', 'کتاب\u200cها را'],
  ] as const)('%s', async (name, language, typed, written) => {
    await blank(language, { [name]: false })
    await keys(typed)
    expect(await textNow()).toBe(typed)
    await choose({})
    await editor.press('Enter')
    await keys(typed)
    expect(await textNow()).toBe(typed + written)
  })
  test('typingBlocks', async () => {
    await blank('ar', { typingBlocks: false })
    for (const typed of ['1. ', '- ', '> ', '## ']) {
      await keys(typed)
      await editor.press('Enter')
    }
    expect(await editor.body()).toEqual(story(p('1. '), p('- '), p('> '), p('## '), p()))
  })
  test('the house’s quotation marks are those of now', async () => {
    await blank('ar', { quotes: 'curly' })
    await keys('"نعم" ')
    await choose({ quotes: 'guillemets' })
    await keys('"لا"')
    expect(await textNow()).toBe('”نعم“ «لا»')
  })
})

describe('nothing happens', () => {
  test('to what an input method composes, nor to what it has composed', async () => {
    await blank('ar')
    await keys('نعم')
    for (const text of [',', ',,', '...'])
      await tools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    expect(await textNow()).toBe('نعم...')
    await tools.send('Input.insertText', { text: ',' })
    await editor.frame()
    expect(await textNow()).toBe('نعم,')
    await keys('ب,')
    expect(await textNow()).toBe('نعم,ب،')
  })
  test('on paste, and to what was pasted', async () => {
    await blank('ar')
    await editor.page.evaluate(() => window.page.paste({ 'text/plain': 'قال "نعم", ثم...' }))
    await editor.page.evaluate(() => window.page.paste({ 'text/plain': '"' }))
    expect(await textNow()).toBe('قال "نعم", ثم..."')
  })
  test('in an address that is being typed, nor in a link that is only spoken of', async () => {
    await choose({})
    await editor.open(story(p(text('موقع', { type: 'link', attrs: { href: 'https://example.org/' } }), ' ')))
    await editor.caretIn(' ', 1)
    await keys(`https://ex.com/عراق?a=1--2,b'c me@ex--x.com`)
    expect(await textNow()).toBe(`موقع https://ex.com/عراق?a=1--2,b'c me@ex--x.com`)
  })
  test('to a story that is read-only', async () => {
    await choose({})
    await editor.open(story(p('نعم')), 'ar', false)
    await editor.caretIn('نعم', 3)
    await keys(',')
    await editor.press('Shift+Space')
    expect(await editor.body()).toEqual(story(p('نعم')))
  })
})

test('a key costs the same at the end of a paragraph of any length', async () => {
  await choose({})
  await editor.open(story(p('كلمة '.repeat(20_000))))
  await editor.page.evaluate(() => window.page.select(1 + 100_000))
  const read = await editor.page.evaluate(() => {
    const { view } = window.page.editor
    const { parent } = view.state.selection.$from
    const lengths: number[] = []
    const own = parent.textBetween.bind(parent)
    parent.textBetween = (from: number, to: number, ...rest: []) => {
      lengths.push(to - from)
      return own(from, to, ...rest)
    }
    view.someProp('handleTextInput', (handle) => handle(view, 100_001, 100_001, '.', () => view.state.tr))
    return lengths
  })
  expect(read.length).toBeGreaterThan(0)
  expect(Math.max(...read)).toBeLessThanOrEqual(1000)
})
