import { describe, expect, test } from 'vitest'
import type { TransformId } from '../../../core/language/transforms/transform.ts'
import { emptyFields, type ArticleFields } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { StoryText } from '../../../renderer/editor/story-texts.ts'
import { changeLines, leftLines, type LinePiece } from '../../../renderer/features/transforms/lines.ts'
import { planFor } from '../../../renderer/features/transforms/plan.ts'

const storyText = (text: string, scope = { from: 0, to: text.length }): StoryText => ({
  text,
  kept: [],
  scope,
  place: { pos: 1 },
})
const plan = (
  transform: TransformId,
  story: StoryText[],
  fields: Partial<ArticleFields> | null = null,
  language: LanguageCode = 'ckb',
) =>
  planFor({
    transform,
    story,
    fields: fields && { ...emptyFields(), ...fields },
    language,
    house: { digits: null, quotes: 'language' },
  })
const shown = (pieces: readonly LinePiece[] | null) =>
  pieces?.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('')
const lines = (of: ReturnType<typeof plan>) =>
  changeLines(of).map(({ before, after }) => `${shown(before)} > ${shown(after)}`)

describe('a plan', () => {
  test('counts words, numbers and pairs, in the fields and in the story', () => {
    const of = plan('sorani', [storyText('كوردستان و هه\u200cولێر')], { headline: 'كوردستان', slug: 'كورد' })
    expect(of.count).toBe(3)
    expect(of.texts.map(({ field }) => field)).toEqual(['headline', null])
    expect(of.fields).toMatchObject({ headline: 'کوردستان', slug: 'كورد' })
  })
  test('has the fields as they are where none changes, and none where they are not asked for', () => {
    const fields = { ...emptyFields(), headline: 'ok' }
    const asked = {
      transform: 'sorani',
      story: [],
      language: 'ckb',
      house: { digits: null, quotes: 'language' },
    } as const
    expect(planFor({ ...asked, fields }).fields).toBe(fields)
    expect(planFor({ ...asked, fields: null })).toEqual({ texts: [], count: 0, unpaired: 0, fields: null })
  })
  test('takes of a selection only what lies in it whole: never one mark of a pair', () => {
    const text = '"یەک" "دوو"'
    expect(plan('quotes', [storyText(text, { from: 0, to: 8 })]).count).toBe(1)
    expect(plan('quotes', [storyText(text, { from: 1, to: 8 })]).count).toBe(0)
    expect(plan('quotes', [storyText(text)]).count).toBe(2)
  })
  test('tells of marks without a partner, also where nothing changes', () => {
    const of = plan('quotes', [storyText('گوتی "ئێستا')])
    expect([of.count, of.unpaired]).toEqual([0, 1])
    expect(leftLines(of).map(({ before, after }) => [shown(before), after])).toEqual([
      ['گوتی ["]ئێستا', null],
    ])
  })
  test('takes each text in its own language', () => {
    const of = plan('quotes', [storyText('گوتی "ئێستا"'), storyText('He said "now" again')])
    expect(lines(of)).toEqual([
      'گوتی ["]ئێستا["] > گوتی [«]ئێستا[»]',
      'He said ["]now["] again > He said [“]now[”] again',
    ])
  })
})

describe('the lines of a plan', () => {
  test('mark whole words and show the words around them, cut between words', () => {
    const text = `${'پێش '.repeat(20)}كوردستان${' دوا'.repeat(20)}`
    const [line = ''] = lines(plan('sorani', [storyText(text)]))
    const [before = '', after = ''] = line.split(' > ')
    expect(before).toMatch(/^…(?:پێش ){2,7}\[كوردستان\](?: دوا){2,7}…$/)
    expect(after).toBe(before.replace('كوردستان', 'کوردستان'))
  })
  test('are one for changes that stand near each other, several for those far apart', () => {
    const near = plan('sorani', [storyText('كار و كات')])
    expect(lines(near)).toEqual(['[كار] و [كات] > [کار] و [کات]'])
    expect(lines(plan('sorani', [storyText(`كار ${'و '.repeat(60)}كات`)]))).toHaveLength(2)
    expect(lines(plan('sorani', [storyText('كار '.repeat(200))])).length).toBeGreaterThan(5)
  })
  test('show a word that two parts change once, and what goes as gone', () => {
    expect(lines(plan('sorani', [storyText('هه\u200cوليَر')]))).toEqual(['[هه\u200cوليَر] > [هەولێر]'])
    expect(lines(plan('tashkeel', [storyText('قَالَ')], null, 'ar'))).toEqual(['[قَالَ] > [قال]'])
  })
  test('every change stands in a line', () => {
    const text = Array.from(
      { length: 50 },
      (_, at) => `كار${'،'.repeat(at % 7)} ${'و '.repeat(at % 40)}`,
    ).join('')
    const of = plan('sorani', [storyText(text)])
    const marked = changeLines(of).flatMap(({ after }) => after?.filter(({ isChanged }) => isChanged) ?? [])
    expect(of.count).toBe(50)
    expect(marked.map((piece) => piece.text)).toEqual(Array.from({ length: 50 }, () => 'کار'))
  })
})
