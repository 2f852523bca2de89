import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newsmlG2 } from '../../../core/export/newsml-g2.ts'
import { ninjs } from '../../../core/export/ninjs.ts'
import { nitf } from '../../../core/export/nitf.ts'
import type { Article } from '../../../core/model/article.ts'
import { languageCodes } from '../../../core/model/language-code.ts'
import { hasStandards, ninjsSchema, schemaFaults } from '../../support/official.ts'
import { anyArticle } from './any-article.ts'
import { article, fullArticle, nothing } from './story.ts'
import { wireText } from './wire-text.ts'

/** Every language with everything, with nothing, and in every state; and many that a machine made up. */
function articles(): Article[] {
  const full = languageCodes.map(fullArticle)
  const empty = languageCodes.map((language) => article(language, {}))
  const states = (['draft', 'ready', 'published', 'killed'] as const).map((status) => ({
    ...fullArticle('ar'),
    status,
  }))
  const open = article('ar', { embargoUntil: '9999-12-31' })
  const made = fc.sample(anyArticle, { numRuns: 150, seed: 7 })
  return [...full, ...empty, ...states, open, ...made]
}

describe.skipIf(!hasStandards)('by the official schemas (skipped where ../shared is absent)', () => {
  test('every article is valid ninjs 3.1, addresses and moments too', async () => {
    const faultsOf = ninjsSchema()
    for (const of of articles()) {
      for (const more of [{}, { agency: { name: '', domain: '' }, assets: nothing }])
        expect(faultsOf(JSON.parse(await wireText(ninjs, of, more)))).toEqual([])
    }
  })
  test.each([newsmlG2, nitf])('every article is valid $label', async (format) => {
    const files: Record<string, string> = {}
    for (const [at, of] of articles().entries()) {
      files[`${at}.xml`] = await wireText(format, of)
      files[`${at}-bare.xml`] = await wireText(format, of, {
        agency: { name: '', domain: '' },
        assets: nothing,
      })
    }
    expect(await schemaFaults(format.id as 'nitf', files)).toEqual({})
  })
})
