import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'

/** What every word of a pseudo-language stands between: text without them did not come from a catalogue. */
export const opens = '⟦'
export const closes = '⟧'

const accents = new Map(
  Object.entries({
    a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'úú', c: 'ç', n: 'ñ', s: 'š', y: 'ý', z: 'ž',
    A: 'Áá', E: 'Éé', I: 'Íí', O: 'Óó', U: 'Úú', C: 'Ç', N: 'Ñ', S: 'Š', Y: 'Ý', Z: 'Ž',
  }),
) // prettier-ignore

// Letters that join and letters that do not, tall ones and deep ones, as a text of Arabic has them.
const arabic = new Map(
  Object.entries({
    a: 'ا', b: 'ب', c: 'چ', d: 'د', e: 'ێ', f: 'ف', g: 'گ', h: 'ه', i: 'ی', j: 'ج', k: 'ک', l: 'ل', m: 'م',
    n: 'ن', o: 'ۆ', p: 'پ', q: 'ق', r: 'ڕ', s: 'س', t: 'ت', u: 'و', v: 'ڤ', w: 'ض', x: 'خ', y: 'ی', z: 'ز',
  }),
) // prettier-ignore

/** A text about four tenths longer, in accented letters: finds what is too narrow and what was never translated. */
export const long = (text: string) => text.replaceAll(/[a-z]/gi, (letter) => accents.get(letter) ?? letter)

/** The English text in Arabic letters, so that it runs from right to left. */
export const rightToLeft = (text: string) =>
  text.replaceAll(/[a-z]/gi, (letter) => arabic.get(letter.toLowerCase()) ?? letter).replaceAll(',', '،')

/**
 * A catalogue in a pseudo-language, made from the English one: ICU arguments, plurals and selects as they are, each
 * literal changed. `classes` are the plural classes of the language whose place it takes.
 */
export function pseudoCatalogue(
  english: Readonly<Record<string, string>>,
  change: (text: string) => string,
  classes: readonly string[] = ['one', 'other'],
): Record<string, string> {
  const print = (elements: MessageFormatElement[]): string => elements.map(printOne).join('')
  const printOne = (element: MessageFormatElement): string => {
    switch (element.type) {
      case TYPE.literal:
        return change(element.value).replaceAll("'", "''")
      case TYPE.pound:
        return '#'
      case TYPE.argument:
        return `{${element.value}}`
      case TYPE.plural: {
        const options = { ...element.options }
        if (options.other) for (const each of classes) options[each] ??= options.other
        return `{${element.value}, plural, ${printOptions(options)}}`
      }
      case TYPE.select:
        return `{${element.value}, select, ${printOptions(element.options)}}`
      case TYPE.number:
        return `{${element.value}, number}`
      case TYPE.date:
      case TYPE.time:
      case TYPE.tag:
        throw new Error(`no message of ours has ${JSON.stringify(element)}`)
    }
  }
  const printOptions = (options: Record<string, { value: MessageFormatElement[] }>) =>
    Object.entries(options)
      .map(([name, { value }]) => `${name} {${print(value)}}`)
      .join(' ')
  return Object.fromEntries(
    Object.entries(english).map(([key, message]) => [key, `${opens}${print(parse(message))}${closes}`]),
  )
}

/** What stands outside the brackets of a text: nothing, where all of it came from the catalogue. */
export function outsideTheBrackets(text: string): string {
  const first = text.indexOf(opens)
  const last = text.lastIndexOf(closes)
  return first < 0 || last < first ? text : `${text.slice(0, first)} ${text.slice(last + closes.length)}`
}
