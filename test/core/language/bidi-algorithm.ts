import { levelsOf, visualOrder } from '../../../core/language/bidi/bidi.ts'

/** What stands on the line from left to right; isolate characters left out, brackets as they were typed (not mirrored). */
export function seen(text: string, base: 'ltr' | 'rtl' | 'auto'): string {
  const letters = Array.from(text)
  return visualOrder(levelsOf(letters, base))
    .map((at) => letters[at] as string)
    .filter((letter) => !/\p{Cf}/u.test(letter))
    .join('')
}
