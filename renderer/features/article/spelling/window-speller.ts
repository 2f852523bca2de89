import { shippedDictionary } from '../../../../core/language/spelling/shipped-dictionaries.ts'
import type { LanguageCode } from '../../../../core/model/language-code.ts'
import type { EnglishSpelling } from '../../../../core/model/settings.ts'
import type { DeskClient } from '../../../desk/client.ts'
import { houseSpellingOf } from '../../../desk/house-spelling.ts'
import { Speller } from '../../../editor/spelling/speller.ts'
import type { DictionarySource } from '../../../editor/spelling/spelling-messages.ts'
import { startSpellingWorker } from '../../../editor/spelling/start-worker.ts'

const spellers = new WeakMap<DeskClient, Speller>()
const english = new WeakMap<DeskClient, EnglishSpelling>()

/** How the house spells English: its words are judged by another dictionary from then on. */
export function spellEnglish(desk: DeskClient, spelling: EnglishSpelling): void {
  const before = englishOf(desk)
  english.set(desk, spelling)
  if (before !== spelling && houseSpellingOf(desk).ownerOf('en') === 'shipped')
    spellers.get(desk)?.forget('en')
}
const englishOf = (desk: DeskClient): EnglishSpelling => english.get(desk) ?? 'american'

/** The one that asks dictionaries for this window, whichever article is open: none is loaded twice. */
export function windowSpeller(desk: DeskClient): Speller {
  const there = spellers.get(desk)
  if (there) return there
  const house = houseSpellingOf(desk)
  const speller = new Speller({
    startWorker: startSpellingWorker,
    sourceOf: (language) => sourceOf(desk, language),
  })
  let before = house.state()?.dictionaries ?? []
  house.subscribe(() => {
    const now = house.state()?.dictionaries ?? []
    const versionOf = (all: typeof now, language: LanguageCode) =>
      JSON.stringify(all.find((each) => each.language === language))
    const changed = [...now, ...before]
      .map(({ language }) => language)
      .filter((language) => versionOf(now, language) !== versionOf(before, language))
    before = now
    for (const language of new Set(changed)) speller.forget(language)
  })
  spellers.set(desk, speller)
  return speller
}

async function sourceOf(desk: DeskClient, language: LanguageCode): Promise<DictionarySource | null> {
  switch (houseSpellingOf(desk).ownerOf(language)) {
    case 'house':
      return { kind: 'texts', ...(await desk.call('spelling.readDictionary', { language })) }
    case 'shipped': {
      const id = shippedDictionary(language, englishOf(desk))?.id ?? language
      return { kind: 'files', affixes: `/dictionaries/${id}.aff.gz`, words: `/dictionaries/${id}.dic.gz` }
    }
    case null:
      return null
  }
}
