import { describe, expect, test } from 'vitest'
import { DeskError, type DeskErrorCode } from '../../../core/api/errors.ts'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import { unsavedHelp, unsavedWords } from '../../../renderer/features/article/save-words.ts'
import { errorSentence } from '../../../renderer/ui/sentences.ts'

const english = createTranslate(interfaceLanguages[0] ?? ({} as never))
const failed = (code: DeskErrorCode, details = {}) => new DeskError(code, code, details)

describe('while nothing can be saved, the badge', () => {
  test('says why, and that the words are kept until there is room', () => {
    expect(unsavedWords(english, { error: failed('disk-full'), keptIn: 'elsewhere' })).toBe(
      'Not saved: the disk is full. Your words are kept on this computer and saved when there is room.',
    )
    expect(unsavedWords(english, { error: failed('unwritable'), keptIn: 'library' })).toBe(
      'Not saved: the folder cannot be written to. Your words are kept in the library and saved as soon as it works again.',
    )
  })
  test('says when only the window has them, and nothing where that is not known', () => {
    expect(unsavedWords(english, { error: failed('unreachable'), keptIn: null })).toBe(
      'Not saved: Midad does not answer. Only this window has your last words: leave it open.',
    )
    expect(unsavedWords(english, { error: failed('disk-full') })).toBe('Not saved: the disk is full.')
  })
  test('falls back to the sentence of the failure', () => {
    expect(unsavedWords(english, { error: failed('internal') })).toBe(
      `Not saved: ${english('error.internal')}`,
    )
  })
  test('has what to do in whole sentences', () => {
    expect(unsavedHelp(english, { error: failed('disk-full'), keptIn: 'elsewhere' })).toEqual([
      'The disk is full. Free some space; saving goes on by itself.',
      'Your words are kept on this computer and saved when there is room.',
    ])
  })
  test.each(interfaceLanguages)('speaks $code in full', (language) => {
    const t = createTranslate(language)
    for (const code of ['disk-full', 'unwritable', 'library-missing', 'unreachable'] as const)
      for (const keptIn of ['library', 'elsewhere', null] as const)
        expect(unsavedWords(t, { error: failed(code), keptIn })).toMatch(/^.+: .+\..+\.$/)
  })
})

describe('what is too large', () => {
  test('is said with the limit that was passed', () => {
    expect(errorSentence(english, failed('too-large', { limit: 'storyWords', most: 200_000 }))).toBe(
      'A story may have at most 200,000 words. Divide this one into several articles.',
    )
    expect(
      errorSentence(english, failed('too-large', { limit: 'pictureBytes', most: 20 * 2 ** 20 })),
    ).toMatch(/^A picture may be at most 20 MB\./)
    // Without the number: what the table says.
    expect(errorSentence(english, failed('too-large', { limit: 'mediaBytes' }))).toMatch(/ 200 MB together\./)
  })
  test('is said in general where no limit is named', () => {
    expect(errorSentence(english, failed('too-large'))).toBe(english('error.too-large'))
    expect(errorSentence(english, failed('too-large', { limit: 'toString' }))).toBe(
      english('error.too-large'),
    )
  })
})
