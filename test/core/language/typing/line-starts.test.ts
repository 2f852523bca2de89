import { describe, expect, test } from 'vitest'
import { lineStart } from '../../../../core/language/typing/line-starts.ts'
import { startAfter } from '../../../../core/language/typing/typing.ts'
import { typingIn } from '../../../support/type-out.ts'

/** Asked as somebody typing would: with the last character and what stands before it. */
const startOf = (typed: string) => lineStart(typed.slice(0, -1), typed.slice(-1))

describe('the start of a line', () => {
  test.each([
    ['1. ', { kind: 'numbers', start: 1 }],
    ['١. ', { kind: 'numbers', start: 1 }],
    ['۱. ', { kind: 'numbers', start: 1 }],
    ['٥) ', { kind: 'numbers', start: 5 }],
    ['۱۲- ', { kind: 'numbers', start: 12 }],
    ['100) ', { kind: 'numbers', start: 100 }],
    ['- ', { kind: 'bullets' }],
    ['* ', { kind: 'bullets' }],
    ['• ', { kind: 'bullets' }],
    ['> ', { kind: 'quote' }],
    ['# ', { kind: 'heading', level: 2 }],
    ['## ', { kind: 'heading', level: 2 }],
    ['### ', { kind: 'heading', level: 3 }],
    ['#### ', { kind: 'heading', level: 4 }],
    ['---', { kind: 'rule' }],
  ])('"%s"', (typed, start) => {
    expect(startOf(typed)).toEqual(start)
  })
  test.each([
    '2024. ',
    '1.',
    '1.a',
    '1 ',
    '1: ',
    'a. ',
    '##### ',
    '##',
    '#a',
    '--',
    '-- ',
    'a- ',
    '>> ',
    ' ',
    '(1) ',
  ])('"%s" is text', (typed) => expect(startOf(typed)).toBeNull())
  test('is text where the switch is off', () => {
    expect(startAfter('1.', ' ', typingIn('ar'))).toEqual({ kind: 'numbers', start: 1 })
    expect(startAfter('1.', ' ', typingIn('ar', { typingBlocks: false }))).toBeNull()
  })
})
