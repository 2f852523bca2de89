import type { LanguageCode } from '../../model/language-code.ts'

/** A dictionary that comes with Midad: data of its own, with a licence of its own (rtl.md 3.1, Recommendation 14). */
export interface ShippedDictionary {
  language: LanguageCode
  /** Its name and version, as people know it. */
  name: string
  /** SPDX; of several the one that it is given out under. */
  licence: string
  /** In the checkout: affixes, words, the text of the licence. */
  files: readonly [affixes: string, words: string, licence: string]
}

// ar is Debian's hunspell-ar 3.2-1.2, byte for byte; fa and en are dictionary-fa 2.0.0 and dictionary-en 4.0.0 of npm.
/** THE list: what the build lays beside the page as `dictionaries/<language>.aff.gz` and `.dic.gz`. */
export const shippedDictionaries: readonly ShippedDictionary[] = [
  {
    language: 'ar',
    name: 'Ayaspell 3.2',
    licence: 'MPL-1.1',
    files: ['assets/dictionaries/ar.aff', 'assets/dictionaries/ar.dic', 'assets/dictionaries/ar.licence.txt'],
  },
  {
    language: 'fa',
    name: 'Lilak 3.3',
    licence: 'Apache-2.0',
    files: inPackage('dictionary-fa'),
  },
  {
    language: 'en',
    name: 'SCOWL 2020 (US)',
    licence: 'MIT AND BSD',
    files: inPackage('dictionary-en'),
  },
]

function inPackage(name: string): ShippedDictionary['files'] {
  const folder = `node_modules/${name}`
  return [`${folder}/index.aff`, `${folder}/index.dic`, `${folder}/license`]
}

/** Languages whose dictionary knows them well enough to call a word wrong; in all others a mark is a hint (rtl.md 3.2). */
export const isWellKnown = (language: LanguageCode): boolean =>
  shippedDictionaries.some((each) => each.language === language)
