import { describe, expect, test } from 'vitest'
import { goalInMenu, type MenuKey, type Typed } from '../../../renderer/ui/menu-keys.ts'

const none: Typed = { letters: '', at: 0 }
const press = (names: readonly string[], at: number, key: string, more: Partial<MenuKey> = {}) =>
  goalInMenu({ names, at, typed: none }, { key, at: 5000, isHeld: false, ...more })?.at

/** Types letter by letter, so many milliseconds apart; answers the choice that has the focus then. */
function typeInto(
  names: readonly string[],
  from: number,
  letters: string,
  apartMs = 100,
): string | undefined {
  let at = from
  let typed = none
  for (const [index, key] of Array.from(letters).entries()) {
    const goal = goalInMenu({ names, at, typed }, { key, at: 5000 + index * apartMs, isHeld: false })
    if (goal) ({ at, typed } = goal)
  }
  return names[at]
}

describe.each([
  { direction: 'ltr', names: ['Move up', 'Duplicate', 'Delete', 'Move down'], letters: 'de', at: 'Delete' },
  { direction: 'rtl', names: ['نقل لأعلى', 'مضاعفة', 'حذف', 'نقل لأسفل'], letters: 'حذ', at: 'حذف' },
])('the keys of a menu from $direction', ({ names, letters, at }) => {
  test('arrows go on and round, Home and End to its ends, and Tab nowhere', () => {
    expect(press(names, 0, 'ArrowDown')).toBe(1)
    expect(press(names, 3, 'ArrowDown')).toBe(0)
    expect(press(names, 0, 'ArrowUp')).toBe(3)
    expect(press(names, 2, 'ArrowUp')).toBe(1)
    expect(press(names, 2, 'Home')).toBe(0)
    expect(press(names, 1, 'End')).toBe(3)
    expect(press(names, 2, 'Tab')).toBe(2)
  })

  test('where none has the focus yet, down is the first and up the last', () => {
    expect(press(names, -1, 'ArrowDown')).toBe(0)
    expect(press(names, -1, 'ArrowUp')).toBe(3)
  })

  test('an arrow to either side means nothing: it is one column', () => {
    expect(press(names, 1, 'ArrowLeft')).toBeUndefined()
    expect(press(names, 1, 'ArrowRight')).toBeUndefined()
  })

  test('letters go to what begins with them; after a pause they begin anew', () => {
    expect(typeInto(names, 0, letters)).toBe(at)
    expect(typeInto(names, 3, letters.slice(0, 1) + letters.slice(0, 1), 2000)).not.toBe(names[3])
    expect(typeInto(names, 1, 'q')).toBe(names[1])
  })

  test('the same letter again and again goes through all that begin with it', () => {
    const [initial = ''] = names[0] ?? ''
    expect(typeInto(names, 0, initial)).toBe(names[3])
    expect(typeInto(names, 0, initial + initial)).toBe(names[0])
  })
})

test('a letter is found however it is written: hamza, ya, kaf, marks, capitals', () => {
  expect(typeInto(['بحث', 'إضافة'], 0, 'ا')).toBe('إضافة')
  expect(typeInto(['بحث', 'كتلة'], 0, 'ک')).toBe('كتلة')
  expect(typeInto(['ژمارە', 'یەکەم'], 0, 'ي')).toBe('یەکەم')
  expect(typeInto(['Table', 'Quote'], 0, 'q')).toBe('Quote')
  // A mark alone is no letter.
  expect(typeInto(['بحث', 'كتلة'], 0, '\u064B')).toBe('بحث')
})

test('what is spelled out may be what has the focus already', () => {
  expect(typeInto(['Row above', 'Row below', 'Column'], 2, 'ro')).toBe('Row above')
})

test('letters with Ctrl, Alt or the command key are keys of commands, and a menu without choices has none', () => {
  expect(press(['Save'], 0, 's', { isHeld: true })).toBeUndefined()
  expect(press(['Save'], 0, 'End', { isHeld: true })).toBeUndefined()
  expect(press(['Save'], 0, 'Enter')).toBeUndefined()
  expect(press(['Save'], 0, ' ')).toBeUndefined()
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'x']) expect(press([], -1, key)).toBe(-1)
})
