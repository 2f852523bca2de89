import { describe, expect, test } from 'vitest'
import type { ExportFormat } from '../../../core/export/format.ts'
import { newsmlG2 as g2Out } from '../../../core/export/newsml-g2.ts'
import { ninjs as ninjsOut } from '../../../core/export/ninjs.ts'
import { nitf as nitfOut } from '../../../core/export/nitf.ts'
import { newsmlG2 } from '../../../core/import/newsml-g2.ts'
import { ninjs } from '../../../core/import/ninjs.ts'
import { nitf } from '../../../core/import/nitf.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import type { ImportedArticle } from '../../../core/import/source.ts'
import type { Article } from '../../../core/model/article.ts'
import type { Inline, StoryBody } from '../../../core/model/body.ts'
import { emptyFields, type ArticleFields, type LeadImage } from '../../../core/model/fields.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'
import { mapStory } from '../../../core/model/map-story.ts'
import { fullArticle, media, png } from '../export/story.ts'
import { wireText } from '../export/wire-text.ts'
import { readBeside } from '../../support/read-alone.ts'

const ways = [
  [ninjsOut, ninjs],
  [g2Out, newsmlG2],
  [nitfOut, nitf],
] as const

/** Out, and in again as a file in a folder with its pictures. */
async function back(out: ExportFormat, article: Article): Promise<ImportedArticle> {
  const bytes = new TextEncoder().encode(await wireText(out, article))
  const file = { name: `item.${out.extension}`, bytes }
  const source = sourceFor(file)
  if (!source) throw new Error(`nobody reads ${file.name}`)
  return readBeside(source, file, (address) => (address.startsWith('media/') ? png : undefined))
}
/** With the name of the one picture that every sample has. */
const named = (body: StoryBody): StoryBody =>
  mapStory(body, { picture: (picture) => ({ ...picture, media }) })

describe.each(ways)('$label, out and in again', (out, source) => {
  test.each(languageCodes)(
    'gives the article back in %s, but for what docs/wire.md lists',
    async (language) => {
      const article = sample(language)
      const read = await back(out, article)
      expect(read.warnings).toEqual([])
      expect(read.language).toBe(language)
      expect(read.original).toBe(article.id)
      expect(withMedia({ ...emptyFields(), ...read.fields })).toEqual(expected(out.id, article.fields))
      expect(named(read.body)).toEqual(expectedStory(out.id, article.body))
    },
  )
  test('says what it was translated from, and which text of it', async () => {
    const id = '01HX000000000000000000000Y'
    const of = { ...sample('ckb'), translatedFrom: { id, revision: 7, version: '2026-a.json' } }
    // Which file keeps that text is a matter of the library.
    expect((await back(out, of)).translatedFrom).toEqual({ id, revision: 7, version: '' })
    expect((await back(out, sample('ckb'))).translatedFrom).toBeUndefined()
  })
  test('is read by the source of its own', () => {
    expect(source.id).toBe(out.id)
  })
})

/** Everything, with a type and a picture that is large enough to have a point of interest. */
function sample(language: LanguageCode): Article {
  const article = fullArticle(language)
  const { leadImage } = article.fields
  const lead = leadImage && { ...leadImage, width: 1600, height: 1000 }
  return { ...article, fields: { ...article.fields, storyType: 'opinion', leadImage: lead } }
}
const withMedia = (fields: ArticleFields): ArticleFields => ({
  ...fields,
  leadImage: fields.leadImage && { ...fields.leadImage, media },
})

/** What the wire forces on the fields: the desk's note stays at home; only NITF has a place for the crop of the lead picture. */
function expected(format: string, fields: ArticleFields): ArticleFields {
  const { crop: _, aspect: __, ...whole } = fields.leadImage ?? ({} as LeadImage)
  return { ...fields, deskNote: '', leadImage: format === 'nitf' ? fields.leadImage : whole }
}
/** And on the story: NITF has no widths of columns. A cell over one row says nothing, and neighbours without marks are one text. */
function expectedStory(format: string, body: StoryBody): unknown {
  const json = JSON.stringify(body, (key, value: unknown) => {
    if (key === 'rowspan' && value === 1) return undefined
    if (key === 'colwidth' && format === 'nitf') return undefined
    if (key === 'content' && Array.isArray(value)) return joined(value as Inline[])
    const isEmpty = key === 'attrs' && format === 'nitf' && JSON.stringify(value) === '{"colwidth":[120]}'
    return isEmpty ? undefined : value
  })
  return JSON.parse(json)
}
function joined(content: Inline[]): Inline[] {
  const nodes: Inline[] = []
  for (const node of content) {
    const last = nodes.at(-1)
    const isOne = last?.type === 'text' && node.type === 'text' && !last.marks && !node.marks
    if (isOne) nodes.splice(-1, 1, { ...last, text: last.text + node.text })
    else nodes.push(node)
  }
  return nodes
}
