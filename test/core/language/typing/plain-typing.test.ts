import { describe, expect, test } from 'vitest'
import { editInText, movedPart } from '../../../../core/language/typing/plain-typing.ts'
import { lookBack } from '../../../../core/language/typing/typing.ts'
import { typingIn } from '../../../support/type-out.ts'

const arabic = typingIn('ar')

describe('a character that was typed into a plain text', () => {
  test('is changed where it stands, whatever stands behind the caret', () => {
    expect(editInText('قال, ثم عاد', 4, arabic, null)).toEqual({ from: 3, to: 4, text: '،' })
  })
  test('may change what stands before it', () => {
    expect(editInText('yes...', 6, typingIn('en'), null)).toEqual({ from: 3, to: 6, text: '…' })
    // A dash is one only once something follows.
    expect(editInText('--x', 3, typingIn('en'), null)).toEqual({ from: 0, to: 2, text: '—' })
  })
  test('is told in offsets of the whole text, however long that is', () => {
    const before = 'م'.repeat(lookBack + 500)
    expect(editInText(`${before},`, before.length + 1, arabic, null)).toEqual({
      from: before.length,
      to: before.length + 1,
      text: '،',
    })
  })
  test('changes nothing at the start of a text that nothing was typed into, in an address, or with its switch off', () => {
    expect(editInText('"', 0, arabic, null)).toBeNull()
    expect(editInText('https://midad.iq/...', 20, arabic, null)).toBeNull()
    expect(editInText('قال,', 4, typingIn('ar', { typingPunctuation: false }), null)).toBeNull()
  })
  test('changes nothing in a part that somebody wanted as typed, and beside it what it would', () => {
    expect(editInText('yes...', 6, typingIn('en'), { from: 3, to: 5 })).toBeNull()
    expect(editInText('yes...', 6, typingIn('en'), { from: 0, to: 3 })).not.toBeNull()
  })
  test('makes no list, quote or heading of a plain text', () => {
    for (const typed of ['- ', '1. ', '> ', '# '])
      expect(editInText(typed, typed.length, typingIn('en'), null)).toBeNull()
  })
})

describe('a part of a text that has changed', () => {
  const part = { from: 4, to: 7 }
  test.each([
    ['behind it', 'abc ... d', 'abc ... de', part],
    ['before it', 'abc ... d', 'xabc ... d', { from: 5, to: 8 }],
    ['before it, by taking away', 'abc ... d', 'c ... d', { from: 2, to: 5 }],
    ['within it', 'abc ... d', 'abc .. d', null],
    ['all over', 'abc ... d', '', null],
    ['not at all', 'abc ... d', 'abc ... d', part],
  ])('%s', (_where, before, after, moved) => {
    expect(movedPart(part, before, after)).toEqual(moved)
  })
})
