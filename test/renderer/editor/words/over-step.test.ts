import { history, redo, undo } from '@tiptap/pm/history'
import { EditorState, type Command, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { beforeEach, describe, expect, test } from 'vitest'
import { documentOf } from '../../../../renderer/editor/story-body.ts'
import { replaceOver, takesBack, writeOver } from '../../../../renderer/editor/words/over-step.ts'
import { overStory, type OverName } from '../../../../renderer/editor/words/over-story.ts'
import { p, story } from '../../../support/story.ts'
import { schema } from '../story-schema.ts'

const words: Record<OverName, string> = { kicker: '', headline: '', subheadline: '' }
const over = {
  read: (name: OverName) => words[name],
  write: (name: OverName, text: string) => {
    words[name] = text
  },
  onChange: () => () => undefined,
}
let state: EditorState
/** A view as far as the steps know one: a state, and a page on which no line is drawn. */
const view = {
  get state() {
    return state
  },
  dom: { closest: () => null },
} as unknown as EditorView
const dispatch = (tr: Transaction): void => {
  state = state.apply(tr)
  writeOver(view, over, tr)
}
const run = (command: Command): boolean => command(state, dispatch)
const text = () => state.doc.textContent
const spot = (attribute: OverName, from: number, text: string) => ({
  start: overStory,
  attribute,
  from,
  to: from + 3,
  text,
})
/** Each dam becomes lake, over the story and in it. */
const replaceAll = (): void => {
  const { tr } = state
  replaceOver(tr, over, [
    spot('headline', 0, 'lake'),
    spot('headline', 4, 'lake'),
    spot('subheadline', 2, 'lake'),
    { start: 1, from: 0, to: 3, text: 'lake' },
  ])
  dispatch(tr.insertText('lake', 1, 4))
}

beforeEach(() => {
  Object.assign(words, { kicker: 'dam', headline: 'dam dam', subheadline: 'a dam' })
  state = EditorState.create({ doc: documentOf(schema, story(p('dam'))), plugins: [history()] })
})

describe('what is replaced over a story', () => {
  test('is undone and done again with what was replaced in it', () => {
    replaceAll()
    expect([words, text()]).toEqual([{ kicker: 'dam', headline: 'lake lake', subheadline: 'a lake' }, 'lake'])
    run(undo)
    expect([words, text()]).toEqual([{ kicker: 'dam', headline: 'dam dam', subheadline: 'a dam' }, 'dam'])
    run(redo)
    expect([words, text()]).toEqual([{ kicker: 'dam', headline: 'lake lake', subheadline: 'a lake' }, 'lake'])
  })
  test('is a step of its own where nothing in the story changed', () => {
    const { tr } = state
    replaceOver(tr, over, [spot('kicker', 0, 'lake')])
    dispatch(tr)
    expect(words.kicker).toBe('lake')
    expect(run(undo)).toBe(true)
    expect(words.kicker).toBe('dam')
    expect(run(undo)).toBe(false)
  })
  test('stays where somebody has written in it since, and the rest is undone', () => {
    replaceAll()
    words.headline = 'lake lake!'
    run(undo)
    expect([words, text()]).toEqual([{ kicker: 'dam', headline: 'lake lake!', subheadline: 'a dam' }, 'dam'])
  })
})

describe('a line over the story may ask for the way back', () => {
  test('while the replacement is the last thing in both', () => {
    expect(takesBack(view, 'headline', 'dam dam', 'undo')).toBe(false)
    replaceAll()
    expect(takesBack(view, 'headline', 'lake lake', 'undo')).toBe(true)
    expect(takesBack(view, 'headline', 'lake lake', 'redo')).toBe(false)
    run(undo)
    expect(takesBack(view, 'headline', 'dam dam', 'redo')).toBe(true)
  })
  test('and no longer once something was written, there or in the story; never for a line that was left alone', () => {
    replaceAll()
    expect(takesBack(view, 'kicker', 'dam', 'undo')).toBe(false)
    expect(takesBack(view, 'headline', 'lake lake!', 'undo')).toBe(false)
    dispatch(state.tr.insertText('x', 1))
    expect(takesBack(view, 'headline', 'lake lake', 'undo')).toBe(false)
  })
})
