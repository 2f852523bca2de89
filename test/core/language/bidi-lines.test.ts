import { describe, expect, test } from 'vitest'
import { isolateForAttribute, isolates } from '../../../core/language/isolate.ts'
import { languageCodes } from '../../../core/model/language-code.ts'
import { bidiLines } from '../../support/bidi-lines.ts'
import { seen } from './bidi-algorithm.ts'

const bare = (letters: string) => letters.replace(/[\s\p{M}\p{Cf}]/gu, '')

describe.each(languageCodes)('the lines in %s', (language) => {
  const lines = bidiLines.filter((line) => line.language === language)
  test.each(lines)('$text', ({ text, direction, seen: promised }) => {
    expect(bare(seen(isolateForAttribute(text, direction), direction))).toBe(promised)
  })
  test('hold each kind of run that the recogniser knows in that direction', () => {
    const kinds = new Set(
      lines.flatMap(({ text, direction }) => isolates(text, direction)).map(({ kind }) => kind),
    )
    expect([...kinds].toSorted()).toEqual(
      lines[0]?.direction === 'rtl'
        ? [
            'date',
            'email',
            'formula',
            'handle',
            'hashtag',
            'latin',
            'money',
            'negative',
            'phone',
            'range',
            'score',
            'url',
          ]
        : ['arabic', 'hashtag'],
    )
  })
  test('would be read otherwise without isolation', () => {
    const torn = lines.filter(
      ({ text, direction, seen: promised }) => bare(seen(text, direction)) !== promised,
    )
    expect(torn.length).toBeGreaterThan(lines[0]?.direction === 'rtl' ? lines.length - 1 : 1)
  })
})
