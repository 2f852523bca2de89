import { history, undo } from '@tiptap/pm/history'
import { AllSelection, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import type { StoryBody } from '../../../core/model/body.ts'
import { changeStoryTexts, storyTexts } from '../../../renderer/editor/story-texts.ts'
import { documentOf, storyOf } from '../../../renderer/editor/story-body.ts'
import {
  bold,
  embed,
  factBox,
  gallery,
  h,
  image,
  li,
  p,
  pullQuote,
  row,
  source,
  sources,
  story,
  table,
  text,
  ul,
} from '../../support/story.ts'
import { schema } from './story-schema.ts'

/** An editor without a page. */
function viewOf(body: StoryBody, select?: { from: number; to: number } | 'all') {
  const doc = documentOf(schema, body)
  const selection =
    select === 'all'
      ? new AllSelection(doc)
      : TextSelection.create(doc, select?.from ?? 1, select?.to ?? select?.from ?? 1)
  return {
    composing: false,
    editable: true,
    dispatched: 0,
    state: EditorState.create({ doc, selection, plugins: [history()] }),
    dispatch(tr: Transaction) {
      this.state = this.state.apply(tr)
      this.dispatched += 1
    },
    body(): StoryBody {
      return storyOf(this.state.doc, 'rtl')
    },
  }
}
const textsOf = (view: ReturnType<typeof viewOf>) => storyTexts(view, 'ar').texts
const media = `${'a'.repeat(64)}.png`

describe('the texts of a story', () => {
  test('are whole blocks across their marks, a line break as one letter, with the words beside pictures and quotes', () => {
    const view = viewOf(
      story(
        h(2, 'ا'),
        p('ب ', bold('ج'), { type: 'hardBreak' }, 'د'),
        p(),
        ul(li(p('ه'))),
        table(row('و', '')),
        pullQuote('ز', p('ح')),
        image(media, { alt: 'ط', caption: 'ي' }),
        gallery('ك', image(media, { credit: 'ل' }), image(media)),
        embed('https://youtu.be/x', { title: 'م', site: 'YouTube', alt: 'ن' }),
        factBox('س', p('ع')),
        sources(source('a1', 'ف')),
      ),
    )
    expect(storyTexts(view, 'ar').isWhole).toBe(true)
    expect(textsOf(view).map((each) => each.text)).toEqual([
      'ا',
      'ب ج\nد',
      'ه',
      'و',
      'ز',
      'ح',
      'ي',
      'ط',
      'ك',
      'ل',
      'م',
      'ن',
      'س',
      'ع',
      'ف',
    ])
    expect(
      textsOf(view)
        .map((each) => each.place.attribute)
        .filter(Boolean),
    ).toEqual(['cite', 'caption', 'alt', 'caption', 'credit', 'title', 'alt'])
  })
  test('of a selection are those in it, whole words of them; of all of it the whole story', () => {
    const body = story(p('one two three'), p('four'), p('five'))
    const view = viewOf(body, { from: 6, to: 17 })
    expect(storyTexts(view, 'en').isWhole).toBe(false)
    expect(textsOf(view).map((each) => each.text.slice(each.scope.from, each.scope.to))).toEqual([
      'two three',
      'four',
    ])
    expect(storyTexts(viewOf(body, 'all'), 'en').isWhole).toBe(true)
  })
  test('say which words are marked as another language', () => {
    const english = text('Times', { type: 'bdi', attrs: { lang: 'en' } })
    const own = text('قال', { type: 'bdi', attrs: { lang: 'ar' } })
    expect(textsOf(viewOf(story(p('ا ', english, ' ', own))))[0]?.kept).toEqual([{ from: 2, to: 7 }])
  })
})

describe('changing them', () => {
  const body = story(p('ab ', bold('cd'), 'e'), pullQuote('who', p('said')))
  const change = (view: ReturnType<typeof viewOf>) => {
    const [first, cite, said] = textsOf(view)
    if (!first || !cite || !said) throw new Error('three texts')
    return changeStoryTexts(view, [
      {
        of: first,
        parts: [
          { from: 0, to: 1, text: 'A' },
          { from: 3, to: 4, text: 'CC' },
          { from: 5, to: 6, text: '' },
        ],
      },
      { of: cite, parts: [{ from: 0, to: 1, text: 'W' }] },
      { of: said, parts: [{ from: 3, to: 4, text: 'T' }] },
    ])
  }
  const changed = story(p('Ab ', bold('CCd')), pullQuote('Who', p('saiT')))

  test('is one transaction that keeps the marks, and one undo', () => {
    const view = viewOf(body)
    expect(change(view)).toBe(true)
    expect(view.dispatched).toBe(1)
    expect(view.body()).toEqual(changed)
    undo(view.state, (tr) => view.dispatch(tr))
    expect(view.body()).toEqual(body)
  })
  test('is a step of its own, also right behind what was typed', () => {
    const view = viewOf(body)
    view.dispatch(view.state.tr.insertText('x', 1))
    view.dispatch(view.state.tr.delete(1, 2))
    change(view)
    undo(view.state, (tr) => view.dispatch(tr))
    expect(view.body()).toEqual(body)
  })
  test('leaves caret and selection between the letters where they were', () => {
    const view = viewOf(body, { from: 2, to: 6 })
    const [first] = textsOf(view)
    if (!first) throw new Error('a text')
    changeStoryTexts(view, [
      {
        of: first,
        parts: [
          { from: 0, to: 1, text: 'AA' },
          { from: 4, to: 5, text: 'DD' },
          { from: 5, to: 6, text: '' },
        ],
      },
    ])
    const { from, to } = view.state.selection
    expect(view.state.doc.textBetween(from, to)).toBe('b cDD')
  })
  test('does nothing while an input method composes, in a story that is read-only, or without a change', () => {
    for (const [composing, editable] of [
      [true, true],
      [false, false],
    ] as const) {
      const view = viewOf(body)
      view.composing = composing
      view.editable = editable
      expect(change(view)).toBe(false)
      expect(view.dispatched).toBe(0)
    }
    expect(changeStoryTexts(viewOf(body), [])).toBe(false)
  })
})
