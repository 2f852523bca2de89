import type { LanguageCode } from '../../model/language-code.ts'

/**
 * What is known to be wrong, however a dictionary sees it, and what it should be: rtl.md 3.2 (the mistakes that Ayaspell
 * accepts or offers nothing right for) and the demonstratives that Arabic writes without their alef. More belong into the
 * house's own list. No words of Sorani and Kurmanji: no source that we have lists any.
 */
export const replacementPairs: Readonly<
  Partial<Record<LanguageCode, readonly (readonly [wrong: string, right: string])[]>>
> = {
  ar: [
    ['لاكن', 'لكن'],
    ['ولاكن', 'ولكن'],
    ['هاذا', 'هذا'],
    ['هاذه', 'هذه'],
    ['هاؤلاء', 'هؤلاء'],
    ['ذالك', 'ذلك'],
    ['كذالك', 'كذلك'],
    ['إنشاء الله', 'إن شاء الله'],
    ['انشاء الله', 'إن شاء الله'],
  ],
}
