import type { LanguageCode } from '../../model/language-code.ts'
import type { EnglishSpelling } from '../../model/settings.ts'

/** A dictionary that comes with Midad: data of its own, with a licence of its own (rtl.md 3.1, Recommendation 14). */
export interface ShippedDictionary {
  language: LanguageCode
  /** What its files are called beside the page, without their endings. */
  id: string
  /** Where a language is spelt in several ways, the one that it knows. */
  english?: EnglishSpelling
  /** Its name and version, as people know it. */
  name: string
  /** SPDX; of several the one that it is given out under. */
  licence: string
  /** In the checkout: affixes, words, the text of the licence. */
  files: readonly [affixes: string, words: string, licence: string]
}

// ar is Debian's hunspell-ar 3.2-1.2, byte for byte; the others are dictionary-fa 2.0.0, dictionary-en 4.0.0 and
// dictionary-en-gb 3.0.0 of npm.
/** THE list: what the build lays beside the page as `dictionaries/<id>.aff.gz` and `.dic.gz`. */
export const shippedDictionaries: readonly ShippedDictionary[] = [
  {
    language: 'ar',
    id: 'ar',
    name: 'Ayaspell 3.2',
    licence: 'MPL-1.1',
    files: ['assets/dictionaries/ar.aff', 'assets/dictionaries/ar.dic', 'assets/dictionaries/ar.licence.txt'],
  },
  {
    language: 'fa',
    id: 'fa',
    name: 'Lilak 3.3',
    licence: 'Apache-2.0',
    files: inPackage('dictionary-fa'),
  },
  {
    language: 'en',
    id: 'en',
    english: 'american',
    name: 'SCOWL 2020 (US)',
    licence: 'MIT AND BSD',
    files: inPackage('dictionary-en'),
  },
  {
    language: 'en',
    id: 'en-gb',
    english: 'british',
    name: 'SCOWL 2020 (GB)',
    licence: 'MIT AND BSD',
    files: inPackage('dictionary-en-gb'),
  },
]

function inPackage(name: string): ShippedDictionary['files'] {
  const folder = `node_modules/${name}`
  return [`${folder}/index.aff`, `${folder}/index.dic`, `${folder}/license`]
}

/** The one that comes with Midad for a language, where English is spelt as the house does; undefined where none comes. */
export const shippedDictionary = (
  language: LanguageCode,
  english: EnglishSpelling,
): ShippedDictionary | undefined =>
  shippedDictionaries.find((each) => each.language === language && (each.english ?? english) === english)

/** Languages whose dictionary knows them well enough to call a word wrong; in all others a mark is a hint (rtl.md 3.2). */
export const isWellKnown = (language: LanguageCode): boolean =>
  shippedDictionaries.some((each) => each.language === language)
