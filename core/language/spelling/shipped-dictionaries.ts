import type { LanguageCode } from '../../model/language-code.ts'

/** A dictionary that comes with Midad: data of its own, with a licence of its own (rtl.md 3.1, Recommendation 14). */
export interface ShippedDictionary {
  language: LanguageCode
  /** Its name and version, and whose it is. */
  name: string
  /** SPDX. */
  licence: string
  /** In the checkout: affixes, words, the text of the licence. */
  files: readonly [affixes: string, words: string, licence: string]
}

/** THE list: what the build lays beside the page as `dictionaries/<language>.aff.gz` and `.dic.gz`. */
export const shippedDictionaries: readonly ShippedDictionary[] = [
  {
    language: 'ar',
    name: 'Ayaspell 3.2 (Debian hunspell-ar 3.2-1.2)',
    licence: 'GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1',
    files: ['assets/dictionaries/ar.aff', 'assets/dictionaries/ar.dic', 'assets/dictionaries/ar.licence.txt'],
  },
  {
    language: 'fa',
    name: 'Lilak 3.3 (dictionary-fa 2.0.0)',
    licence: 'Apache-2.0',
    files: inPackage('dictionary-fa'),
  },
  {
    language: 'en',
    name: 'SCOWL 2020.12.07, American English (dictionary-en 4.0.0)',
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
