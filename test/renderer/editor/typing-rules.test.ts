import { history } from '@tiptap/pm/history'
import { EditorState, TextSelection, type Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../../core/language/registry.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { documentOf } from '../../../renderer/editor/story-body.ts'
import { typingRules } from '../../../renderer/editor/typing/typing-rules.ts'
import { p, story } from '../../support/story.ts'
import { typingIn } from '../../support/type-out.ts'
import { schema } from './story-schema.ts'

/** As much of an editor as the rules ask of one: a state, and keys that are typed into it. */
function editorIn(language: LanguageCode, standing: string) {
  const { addProseMirrorPlugins } = typingRules({
    base: () => languageOf(language).direction,
    typing: () => typingIn(language, { typingMaqaf: true }),
  }).config
  const plugins = addProseMirrorPlugins?.call({} as never) as Plugin[]
  const doc = documentOf(schema, story(standing ? p(standing) : p()))
  const selection = TextSelection.create(doc, 1 + standing.length)
  const view = {
    state: EditorState.create({ doc, selection, plugins: [history(), ...plugins] }),
    composing: false,
    editable: true,
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr)
    },
  }
  const props = plugins[0]?.props
  const press = (key: string, shiftKey = false) =>
    props?.handleKeyDown?.call(
      plugins[0] as never,
      view as unknown as EditorView,
      { key, shiftKey } as KeyboardEvent,
    )
  return {
    type(characters: string) {
      for (const character of characters) {
        const { from, to } = view.state.selection
        const write = () => view.state.tr.insertText(character, from, to)
        const handle = props?.handleTextInput
        if (!handle?.call(plugins[0] as never, view as unknown as EditorView, from, to, character, write))
          view.dispatch(write())
      }
    },
    backspace() {
      if (press('Backspace')) return
      view.dispatch(view.state.tr.delete(view.state.selection.from - 1, view.state.selection.from))
    },
    joiner: () => press(' ', true),
    text: () => view.state.doc.textContent,
    caret: () => view.state.selection.from - 1,
  }
}

/** What stands, what is typed behind it, what the rule makes of it, and what one Backspace leaves. */
const undone: readonly [LanguageCode, string, string, string, string][] = [
  ['fa', 'او', ' می ر', 'او می\u200cر', 'او می ر'],
  ['fa', 'او', ' نمی آ', 'او نمی\u200cآ', 'او نمی آ'],
  ['fa', 'جام می\u200cرا', ' ', 'جام می را ', 'جام می\u200cرا '],
  ['fa', 'بزرگ', ' تر ', 'بزرگ\u200cتر ', 'بزرگ تر '],
  ['fa', '۲۵', '%', '۲۵٪', '۲۵%'],
  ['ckb', 'کورد', 'ه\u200c', 'کوردە', 'کورده\u200c'],
  ['ckb', 'بەڵێ', '?', 'بەڵێ؟', 'بەڵێ?'],
  ['ur', 'جی', '.', 'جی۔', 'جی.'],
  ['ur', 'جی', '...', 'جی…', 'جی۔..'],
  ['ar', 'نعم', ';', 'نعم؛', 'نعم;'],
  ['he', 'דובר צה', '"ל', 'דובר צה״ל', 'דובר צה"ל'],
  ['he', 'אמר ”צה', '"ל', 'אמר ”צה״ל', 'אמר ”צה”ל'],
  ['he', 'ראש שב', '"כ ', 'ראש שב״כ ', 'ראש שב"כ '],
  ['he', 'רח', "'", 'רח׳', "רח'"],
  ['he', 'כיתה ב', "' ", 'כיתה ב׳ ', "כיתה ב' "],
  ['he', 'תל', '-א', 'תל־א', 'תל-א'],
  ['en', 'the צה', '"ל', 'the צה״ל', 'the צה"ל'],
  ['kmr', 'erê', '...', 'erê…', 'erê...'],
]

describe('what a rule has made is taken back by one Backspace, the caret behind it, and not made again', () => {
  test.each(undone)('%s: %s, %s', (language, standing, typed, made, back) => {
    const editor = editorIn(language, standing)
    editor.type(typed)
    expect(editor.text()).toBe(made)
    expect(editor.caret()).toBe(made.length)
    editor.backspace()
    expect(editor.text()).toBe(back)
    expect(editor.caret()).toBe(back.length)
    const last = back.slice(-1)
    editor.type(language === 'he' ? 'א' : 'د')
    expect(editor.text().startsWith(back)).toBe(true)
    // The next is one: the letter, and then its neighbour, which may be typed again.
    editor.backspace()
    editor.backspace()
    expect(editor.text()).toBe(back.slice(0, -1))
    if (typed.length > 1 && /\p{L}/u.test(last)) {
      editor.type(last)
      expect(editor.text()).toBe(back)
    }
  })
})

describe('Shift+Space', () => {
  test.each<[LanguageCode, string, string, string]>([
    ['ckb', 'کورده', 'کوردە', 'کورده\u200c'],
    ['fa', 'خانه', 'خانه\u200c', 'خانه'],
    ['ckb', 'گوناه', 'گوناه\u200c', 'گوناه'],
  ])('in %s behind %s, and one Backspace', (language, standing, made, back) => {
    const editor = editorIn(language, standing)
    expect(editor.joiner()).toBe(true)
    expect(editor.text()).toBe(made)
    editor.backspace()
    expect(editor.text()).toBe(back)
  })
  test('writes nothing where one would do nothing, and a second one nothing', () => {
    const editor = editorIn('ckb', 'کورده')
    editor.joiner()
    editor.joiner()
    expect(editor.text()).toBe('کوردە')
  })
  test('writes what was wanted where a rule was taken back', () => {
    const editor = editorIn('ckb', 'کورده')
    editor.joiner()
    editor.backspace()
    editor.type('ک')
    expect(editor.text()).toBe('کورده\u200cک')
  })
  test.each(['he', 'kmr', 'en', 'ar'] as const)('is a space in %s', (language) => {
    expect(editorIn(language, 'x').joiner()).toBe(false)
  })
})
