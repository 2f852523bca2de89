import { describe, expect, test } from 'vitest'
import { chordWatch } from '../../../renderer/editor/direction-keys.ts'
import { isInsideWord } from '../../../renderer/editor/isolation.ts'
import { shortcutOf } from '../../../renderer/editor/story-keys.ts'

interface Press {
  key: string
  code: string
  ctrl?: true
  shift?: true
  alt?: true
  altGraph?: true
  composing?: true
}
const press = ({ key, code, ctrl, shift, alt, altGraph, composing }: Press) =>
  shortcutOf({
    key,
    code,
    ctrlKey: Boolean(ctrl),
    shiftKey: Boolean(shift),
    altKey: Boolean(alt),
    metaKey: false,
    isComposing: Boolean(composing),
    getModifierState: (name: string) => name === 'AltGraph' && Boolean(altGraph),
  } as KeyboardEvent)

describe('shortcuts', () => {
  test.each([
    ['Ctrl+B', { key: 'b', code: 'KeyB', ctrl: true }, 'bold'],
    ['Ctrl+B on an Arabic keyboard', { key: 'لا', code: 'KeyB', ctrl: true }, 'bold'],
    ['Ctrl+U on a Kurdish keyboard', { key: 'و', code: 'KeyU', ctrl: true }, 'underline'],
    ['Ctrl+B on Dvorak, by its letter', { key: 'b', code: 'KeyN', ctrl: true }, 'bold'],
    ['Ctrl+Shift+8 by its place', { key: '*', code: 'Digit8', ctrl: true, shift: true }, 'bullet-list'],
    ['Ctrl+Alt+2 on AZERTY', { key: 'é', code: 'Digit2', ctrl: true, alt: true }, 'heading-2'],
    ['Ctrl+Shift+K', { key: 'K', code: 'KeyK', ctrl: true, shift: true }, 'ask-for-link'],
    ['Ctrl+Alt+Up', { key: 'ArrowUp', code: 'ArrowUp', ctrl: true, alt: true }, 'table-row-before'],
    ['Alt+Up, which moves the block', { key: 'ArrowUp', code: 'ArrowUp', alt: true }, 'move-up'],
    ['Ctrl+Alt+5 on AZERTY', { key: '(', code: 'Digit5', ctrl: true, alt: true }, 'fact-box'],
    [
      'AltGr+5, which writes [ there',
      { key: '[', code: 'Digit5', ctrl: true, alt: true, altGraph: true },
      undefined,
    ],
    ['Alt+Enter, which opens a link', { key: 'Enter', code: 'Enter', alt: true }, 'open-link'],
    ['Ctrl+Enter', { key: 'Enter', code: 'Enter', ctrl: true }, 'hard-break'],
    ['Shift+Enter', { key: 'Enter', code: 'Enter', shift: true }, 'hard-break'],
    ['Enter', { key: 'Enter', code: 'Enter' }, undefined],
    ['Ctrl+K, which is the palette', { key: 'k', code: 'KeyK', ctrl: true }, undefined],
    ['a letter', { key: 'b', code: 'KeyB' }, undefined],
    [
      'AltGr+2, which writes a character',
      { key: '²', code: 'Digit2', ctrl: true, alt: true, altGraph: true },
      undefined,
    ],
    ['a key of an input method', { key: 'b', code: 'KeyB', ctrl: true, composing: true }, undefined],
  ] as const)('%s', (_name, pressed, command) => {
    expect(press(pressed)).toBe(command)
  })
})

describe('Ctrl and Shift of one side', () => {
  const turns = (...events: string[]): string[] => {
    const turned: string[] = []
    const watch = chordWatch((direction) => turned.push(direction))
    for (const event of events) {
      const code = event.slice(1)
      if (event.startsWith('+')) watch.keydown(code)
      else if (event.startsWith('-')) watch.keyup(code)
      else watch.spoil()
    }
    return turned
  }
  test.each([
    ['left', ['+ControlLeft', '+ShiftLeft', '-ShiftLeft', '-ControlLeft'], ['ltr']],
    ['right, the other order', ['+ShiftRight', '+ControlRight', '-ShiftRight', '-ControlRight'], ['rtl']],
    [
      'held, with repeats',
      ['+ControlLeft', '+ShiftLeft', '+ShiftLeft', '+ShiftLeft', '-ControlLeft', '-ShiftLeft'],
      ['ltr'],
    ],
    [
      'twice',
      [
        '+ControlLeft',
        '+ShiftLeft',
        '-ShiftLeft',
        '+ShiftLeft',
        '-ShiftLeft',
        '-ControlLeft',
        '+ControlRight',
        '+ShiftRight',
        '-ShiftRight',
      ],
      ['ltr', 'rtl'],
    ],
    ['both sides', ['+ControlLeft', '+ShiftRight', '-ShiftRight', '-ControlLeft'], []],
    ['with a letter', ['+ControlLeft', '+ShiftLeft', '+KeyX', '-KeyX', '-ShiftLeft', '-ControlLeft'], []],
    ['with a click', ['+ControlLeft', '+ShiftLeft', 'click', '-ShiftLeft', '-ControlLeft'], []],
    ['Shift alone', ['+ShiftLeft', '-ShiftLeft'], []],
  ])('%s', (_name, events, expected) => {
    expect(turns(...events)).toEqual(expected)
  })
})

test('inside a word is between two letters, marks counted as letters', () => {
  expect(isInsideWord('حكومة', 2)).toBe(true)
  expect(isInsideWord('كَتب', 1)).toBe(true)
  expect(isInsideWord('قال BBC', 4)).toBe(false)
  expect(isInsideWord('قال', 0)).toBe(false)
  expect(isInsideWord('قال', 3)).toBe(false)
  expect(isInsideWord('عام2024', 3)).toBe(false)
})
