import { formatNumber } from '../language/numbers.ts'
import { pluralClass } from '../language/plural.ts'
import type { Direction } from '../model/language-code.ts'
import type { DigitStyle } from '../model/theme.ts'
import type { InterfaceLanguage, MessageKey } from './languages.ts'
import { readMessage, type Piece } from './message.ts'

export type MessageValues = Record<string, string | number>
/** The sentence of a key in the interface's language, its ICU plurals and selects resolved. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

/**
 * A translator over one catalogue. Plural classes and digits are our own (rtl.md 5: Chromium knows no ckb and
 * no ku); texts put into a sentence are isolated (FSI…PDI, UAX #9) so that they cannot reorder it.
 */
export function createTranslate(language: InterfaceLanguage, digits?: DigitStyle): Translate {
  const { code, catalogue, direction } = language
  const read = new Map<MessageKey, readonly Piece[]>()
  const number = (value: number) => formatNumber(value, { language: code, digits })
  const piecesOf = (key: MessageKey) => {
    const known = read.get(key)
    if (known) return known
    const pieces = readMessage(catalogue[key])
    read.set(key, pieces)
    return pieces
  }
  const write = (pieces: readonly Piece[], values: MessageValues, count: number): string =>
    pieces.map((piece) => writePiece(piece, values, count)).join('')
  const writePiece = (piece: Piece, values: MessageValues, count: number): string => {
    if (typeof piece === 'string') return piece
    if ('count' in piece) return number(count)
    const value = values[piece.value] ?? ''
    if ('isNumber' in piece) {
      if (piece.isNumber || typeof value === 'number') return number(Number(value))
      return isolated(value, direction)
    }
    const { by, options } = piece
    const own =
      by === 'plural' ? (options[`=${value}`] ?? options[pluralClass(code, Number(value))]) : options[value]
    return write(own ?? options.other ?? [], values, by === 'plural' ? Number(value) : count)
  }
  return (key, values = {}) => write(piecesOf(key), values, 0)
}

// Plain Latin in an English sentence needs nothing, and stays free of invisible characters.
const isolated = (text: string, direction: Direction) =>
  text === '' || (direction === 'ltr' && !/[\u0590-\u08ff\ufb1d-\ufefc]/.test(text))
    ? text
    : `\u2068${text}\u2069`
