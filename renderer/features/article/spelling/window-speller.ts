import type { LanguageCode } from '../../../../core/model/language-code.ts'
import type { DeskClient } from '../../../desk/client.ts'
import { houseSpellingOf } from '../../../desk/house-spelling.ts'
import { Speller } from '../../../editor/spelling/speller.ts'
import type { DictionarySource } from '../../../editor/spelling/spelling-messages.ts'
import { startSpellingWorker } from '../../../editor/spelling/start-worker.ts'

const spellers = new WeakMap<DeskClient, Speller>()

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
    case 'shipped':
      return {
        kind: 'files',
        affixes: `/dictionaries/${language}.aff.gz`,
        words: `/dictionaries/${language}.dic.gz`,
      }
    case null:
      return null
  }
}
