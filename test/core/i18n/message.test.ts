import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'
import { readMessage, type Piece } from '../../../core/i18n/message.ts'

/** What FormatJS, whose parser is the one that translators' tools use, reads in the message. */
function readByFormatJs(message: string): readonly Piece[] {
  return parse(message, { ignoreTag: true, requiresOtherClause: true }).map(pieceOf)
}
function pieceOf(element: MessageFormatElement): Piece {
  switch (element.type) {
    case TYPE.literal:
      return element.value
    case TYPE.pound:
      return { count: true }
    case TYPE.argument:
      return { value: element.value, isNumber: false }
    case TYPE.number:
      return { value: element.value, isNumber: true }
    case TYPE.select:
    case TYPE.plural:
      return {
        value: element.value,
        by: element.type === TYPE.select ? 'select' : 'plural',
        options: Object.fromEntries(
          Object.entries(element.options).map(([name, { value }]) => [name, value.map(pieceOf)]),
        ),
      }
    case TYPE.date:
    case TYPE.time:
    case TYPE.tag:
      throw new Error('not in our sentences')
  }
}

test.each(interfaceLanguages.map(({ code, catalogue }) => ({ code, catalogue })))(
  'every sentence of $code is read as FormatJS reads it',
  ({ catalogue }) => {
    for (const message of Object.values(catalogue))
      expect(readMessage(message)).toEqual(readByFormatJs(message))
  },
)

const name = fc.constantFrom('count', 'reason', 'word')
const words = fc
  .array(fc.constantFrom('خبر', 'a', ' ', "''", "'{'", "'{a}'", "don't", '،', '\n', '🖋'), { maxLength: 5 })
  .map((parts) => parts.join(''))
const { message } = fc.letrec<{ message: string; value: string; option: string }>((tie) => ({
  message: fc
    .array(fc.oneof({ depthSize: 'small' }, words, tie('value')), { maxLength: 4 })
    .map((parts) => parts.join('')),
  option: fc.tuple(tie('message'), fc.boolean()).map(([text, hash]) => (hash ? `# ${text}` : text)),
  value: fc.oneof(
    { depthSize: 'small' },
    name.map((each) => `{${each}}`),
    name.map((each) => `{ ${each} , number }`),
    fc
      .tuple(name, tie('option'), tie('option'))
      .map(([each, one, other]) => `{${each}, plural, =0 {${one}} one {${other}}\n  other {${one}}}`),
    fc.tuple(name, tie('message')).map(([each, other]) => `{${each}, select, a {x} other {${other}}}`),
  ),
}))

test('what is nested in whatever way is read as FormatJS reads it', () => {
  fc.assert(
    fc.property(message, (text) => {
      expect(readMessage(text)).toEqual(readByFormatJs(text))
    }),
    { numRuns: 500 },
  )
})

describe('a message with a fault', () => {
  test.each([
    '{count',
    'a } b',
    '{}',
    '{count, plural}',
    '{count, plural, one {x}}',
    '{count, plural, other {x}',
    '{count, plural, other x}',
    '{when, date}',
    '{a b}',
  ])('%s is refused', (text) => {
    expect(() => readMessage(text)).toThrow(SyntaxError)
  })
})
