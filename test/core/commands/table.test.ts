import { describe, expect, test } from 'vitest'
import { acceleratorOf, isPressed, keyCaps, type KeyPress, type Keys } from '../../../core/commands/keys.ts'
import { commandOf, commands } from '../../../core/commands/table.ts'
import en from '../../../assets/locales/en.json' with { type: 'json' }

const press = (part: Partial<KeyPress>): KeyPress => ({
  code: 'KeyK',
  key: 'k',
  ctrlKey: true,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...part,
})
const palette: Keys = { code: 'KeyK' }

describe('the table of commands', () => {
  test('has each id once, and a label for each', () => {
    const ids = commands.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(commands.filter(({ label }) => !(label in en))).toEqual([])
  })
  test('gives no two commands the same keys', () => {
    const pressed = commands.flatMap(({ keys = [] }) => keys.map((each) => acceleratorOf(each)))
    expect(pressed.filter((each, index) => pressed.indexOf(each) !== index)).toEqual([])
  })
  test('leaves alone what a browser keeps for itself', () => {
    const reserved = ['CmdOrCtrl+N', 'CmdOrCtrl+T', 'CmdOrCtrl+W', 'CmdOrCtrl+Shift+N', 'CmdOrCtrl+Shift+T']
    const taken = commands.flatMap(({ keys = [] }) => keys.map((each) => acceleratorOf(each)))
    expect(taken.filter((each) => reserved.includes(each))).toEqual([])
  })
  test('finds a command by an id from elsewhere, and nothing by another', () => {
    expect(commandOf('palette.open')?.id).toBe('palette.open')
    expect(commandOf('__proto__')).toBeUndefined()
  })
})

describe('keys', () => {
  test.each([
    ['Ctrl+K', press({}), true],
    ['Command+K', press({ ctrlKey: false, metaKey: true }), true],
    ['Ctrl+K on an Arabic keyboard, by its place', press({ key: 'ن' }), true],
    ['Ctrl+K on Dvorak, by its letter', press({ code: 'KeyV' }), true],
    ['the place of K on Dvorak, where T is', press({ key: 't' }), false],
    ['K alone', press({ ctrlKey: false }), false],
    ['Ctrl+Shift+K', press({ key: 'K', shiftKey: true }), false],
    ['Ctrl+Command+K', press({ metaKey: true }), false],
    ['AltGr+K', press({ getModifierState: (name) => name === 'AltGraph' }), false],
    ['a key of an input method', press({ isComposing: true }), false],
  ])('%s', (_name, pressed, expected) => {
    expect(isPressed(palette, pressed)).toBe(expected)
  })
  test('a plain key is pressed without Ctrl, and only so', () => {
    const next: Keys = { code: 'F6', plain: true }
    expect(isPressed(next, press({ code: 'F6', key: 'F6', ctrlKey: false }))).toBe(true)
    expect(isPressed(next, press({ code: 'F6', key: 'F6' }))).toBe(false)
  })
  test('are drawn in the order of pressing, with a Mac’s own signs there', () => {
    expect(keyCaps({ code: 'KeyX', shift: true }, false)).toEqual(['Ctrl', 'Shift', 'X'])
    expect(keyCaps({ code: 'Digit2', alt: true }, true)).toEqual(['⌘', '⌥', '2'])
    expect(keyCaps({ code: 'F6', plain: true, shift: true }, false)).toEqual(['Shift', 'F6'])
  })
  test('are named as Electron’s menus name them', () => {
    expect(acceleratorOf({ code: 'Backslash', shift: true })).toBe('CmdOrCtrl+Shift+\\')
    expect(acceleratorOf({ code: 'F6', plain: true })).toBe('F6')
  })
})
