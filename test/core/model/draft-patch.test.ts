import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../core/model/body.ts'
import { isSameText, patched, patchOf, type ArticleText } from '../../../core/model/draft-patch.ts'
import { draftPatch } from '../../../core/model/draft-patch-schema.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import { h, li, p, story, ul } from '../../support/story.ts'

const text = (blocks: Block[], fields: Partial<ArticleText['fields']> = {}): ArticleText => ({
  language: 'ar',
  status: 'draft',
  fields: { ...emptyFields(), ...fields },
  body: story(...blocks),
})

describe('a patch', () => {
  test('holds only the blocks that changed', () => {
    const before = text([p('أ'), p('ب'), p('ج')])
    expect(patchOf(before, text([p('أ'), p('بب'), p('ج')]))).toEqual({
      story: { from: 1, remove: 1, insert: [p('بب')] },
    })
    expect(patchOf(before, text([p('أ'), p('ب'), p('جديد'), p('ج')]))).toEqual({
      story: { from: 2, remove: 0, insert: [p('جديد')] },
    })
    expect(patchOf(before, text([]))).toEqual({ story: { from: 0, remove: 3, insert: [] } })
  })

  test('holds only the fields that changed, and language and status', () => {
    const before = text([p('أ')], { headline: 'عنوان', byline: ['آرام'] })
    const after = { ...text([p('أ')], { headline: 'عنوان آخر', byline: ['آرام'] }), status: 'ready' as const }
    expect(patchOf(before, after)).toEqual({ status: 'ready', fields: { headline: 'عنوان آخر' } })
  })

  test('is none where only the order of keys differs', () => {
    const one = { type: 'heading' as const, attrs: { level: 2 as const, dir: 'rtl' as const } }
    const other = { type: 'heading' as const, attrs: { dir: 'rtl' as const, level: 2 as const } }
    expect(patchOf(text([one]), text([other]))).toBeNull()
  })

  test('does not fit a shorter story, and says so', () => {
    const patch = patchOf(text([p('أ'), p('ب')]), text([p('أ'), p('ج')]))
    expect(() => patched(text([p('أ')]), patch ?? {})).toThrow(RangeError)
  })

  test('leads from any text to any other, and crosses a border whole', () => {
    const block = fc.oneof(
      fc.string({ minLength: 1 }).map((words) => p(words)),
      fc.string({ minLength: 1 }).map((words) => h(2, words)),
      fc.string({ minLength: 1 }).map((words) => ul(li(p(words)))),
    )
    const anyText = fc
      .tuple(fc.array(block, { maxLength: 12 }), fc.string(), fc.array(fc.string(), { maxLength: 3 }))
      .map(([blocks, headline, keywords]) => text(blocks, { headline, keywords }))
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const patch = patchOf(before, after)
        expect(patch === null).toBe(isSameText(before, after))
        const crossed = draftPatch.parse(JSON.parse(JSON.stringify(patch ?? {})))
        expect(patchOf(patched(before, crossed), after)).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['a block that is none', { story: { from: 0, remove: 0, insert: [{ type: 'script' }] } }],
    ['a field of another kind', { fields: { headline: 7 } }],
    ['a place before the story', { story: { from: -1, remove: 0, insert: [] } }],
    ['a key that is none', { words: 'x' }],
  ])('with %s is refused', (_, patch) => {
    expect(draftPatch.safeParse(patch).success).toBe(false)
  })
})
