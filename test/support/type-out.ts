import { houseQuotes } from '../../core/language/quotes.ts'
import { editAfter, lookBack, type BlockTyping } from '../../core/language/typing/typing.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { defaultSettings, type Settings } from '../../core/model/settings.ts'

/** The rules of a block in this language, for a house that has chosen nothing but what is given. */
export function typingIn(language: LanguageCode, chosen: Partial<Settings> = {}): BlockTyping {
  const switches = { ...defaultSettings(), ...chosen }
  return { language, quotes: houseQuotes(switches.quotes, language), switches }
}

/** What stands in a block after these characters were typed into it, one after the other. */
export function typeOut(characters: string, typing: BlockTyping): string {
  let text = ''
  for (const character of characters) {
    const before = text.slice(-lookBack)
    const edit = editAfter(before, character, typing)
    text += character
    const offset = text.length - 1 - before.length
    if (edit) text = text.slice(0, offset + edit.from) + edit.text + text.slice(offset + edit.to)
  }
  return text
}
