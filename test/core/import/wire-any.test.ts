import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newsmlG2 } from '../../../core/export/newsml-g2.ts'
import { ninjs } from '../../../core/export/ninjs.ts'
import { nitf } from '../../../core/export/nitf.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import { storyBody, type StoryBody } from '../../../core/model/body.ts'
import { articleFields, emptyFields } from '../../../core/model/fields.ts'
import { blockText } from '../../../core/model/measure.ts'
import { readBeside } from '../../support/read-alone.ts'
import { anyArticle } from '../export/any-article.ts'
import { png } from '../export/story.ts'
import { wireText } from '../export/wire-text.ts'

/** The words alone, in their order. */
const wordsOf = ({ content }: StoryBody): string =>
  content
    .map(blockText)
    .join(' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

test.each([ninjs, newsmlG2, nitf])(
  'whatever goes out as $label comes in as an article that can be stored, with every word of its story',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(anyArticle, async (article) => {
        const file = {
          name: `a.${format.extension}`,
          bytes: new TextEncoder().encode(await wireText(format, article)),
        }
        const source = sourceFor(file)
        if (!source) throw new Error('nobody reads it')
        const read = await readBeside(source, file, () => png)
        expect(storyBody.safeParse(read.body).error).toBeUndefined()
        expect(articleFields.safeParse({ ...emptyFields(), ...read.fields }).error).toBeUndefined()
        expect(wordsOf(read.body)).toBe(wordsOf(article.body))
      }),
      { numRuns: 60 },
    )
  },
)
