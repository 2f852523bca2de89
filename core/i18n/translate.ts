import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { formatNumber } from '../language/numbers.ts'
import { pluralClass } from '../language/plural.ts'
import type { Direction } from '../model/language-code.ts'
import type { DigitStyle } from '../model/theme.ts'
import type { InterfaceLanguage, MessageKey } from './languages.ts'

export type MessageValues = Record<string, string | number>
/** The sentence of a key in the interface's language, its ICU plurals and selects resolved. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

/**
 * A translator over one catalogue. Plural classes and digits are our own (rtl.md 5: Chromium knows no ckb and
 * no ku); texts put into a sentence are isolated (FSI…PDI, UAX #9) so that they cannot reorder it.
 */
export function createTranslate(language: InterfaceLanguage, digits?: DigitStyle): Translate {
  const { code, catalogue, direction } = language
  const parsed = new Map<MessageKey, MessageFormatElement[]>()
  const number = (value: number) => formatNumber(value, { language: code, digits })
  const elementsOf = (key: MessageKey) => {
    const known = parsed.get(key)
    if (known) return known
    const elements = parse(catalogue[key])
    parsed.set(key, elements)
    return elements
  }
  const write = (elements: MessageFormatElement[], values: MessageValues, plural?: number): string =>
    elements.map((element) => writeElement(element, values, plural)).join('')
  const writeElement = (element: MessageFormatElement, values: MessageValues, plural?: number): string => {
    switch (element.type) {
      case TYPE.literal:
        return element.value
      case TYPE.pound:
        return number(plural ?? 0)
      case TYPE.argument: {
        const value = values[element.value] ?? ''
        return typeof value === 'number' ? number(value) : isolated(value, direction)
      }
      case TYPE.number:
        return number(Number(values[element.value]))
      case TYPE.select: {
        const option = element.options[String(values[element.value])] ?? element.options.other
        return option ? write(option.value, values, plural) : ''
      }
      case TYPE.plural: {
        const value = Number(values[element.value])
        const option =
          element.options[`=${value}`] ?? element.options[pluralClass(code, value)] ?? element.options.other
        return option ? write(option.value, values, value) : ''
      }
      case TYPE.date:
      case TYPE.time:
      case TYPE.tag:
        throw new Error(`a message uses what this interface does not: ${JSON.stringify(element)}`)
    }
  }
  return (key, values = {}) => write(elementsOf(key), values)
}

// Plain Latin in an English sentence needs nothing, and stays free of invisible characters.
const isolated = (text: string, direction: Direction) =>
  text === '' || (direction === 'ltr' && !/[\u0590-\u08ff\ufb1d-\ufefc]/.test(text))
    ? text
    : `\u2068${text}\u2069`
