import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ExportFormat } from '../../../core/export/format.ts'
import { formats } from '../../../core/export/registry.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import type { ImportedArticle } from '../../../core/import/source.ts'
import type { Article } from '../../../core/model/article.ts'
import type { BodyNode, PictureAttrs, StoryBody } from '../../../core/model/body.ts'
import { isKept, type StoryPart } from '../../../core/model/carried.ts'
import { cleanArticle, cleanBody } from '../../../core/model/clean-body.ts'
import {
  emptyFields,
  type ArticleFields,
  type FieldId,
  type StoredFieldId,
} from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { mapStory } from '../../../core/model/map-story.ts'
import { blockText } from '../../../core/model/measure.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { sourceOf } from '../../../tools/formats-table.ts'
import { png } from '../../support/pictures.ts'
import { article as articleOf, fullArticle } from '../export/story.ts'
import { anyStory } from './any-story.ts'

const languages: readonly LanguageCode[] = ['ar', 'ckb', 'kmr', 'he', 'en']
const theme = shippedThemes[0]!
const seed = Number(process.env.MIDAD_SEED ?? 7)
const numRuns = Number(process.env.MIDAD_RUNS ?? 12)

const bytesOf = new Map(
  [png(40, 30), png(60, 20)].map((bytes) => [
    `${createHash('sha256').update(bytes).digest('hex')}.png`,
    bytes,
  ]),
)
const nameOf = (bytes: Uint8Array): string => `${createHash('sha256').update(bytes).digest('hex')}.png`
const pictures: PictureAttrs[] = [...bytesOf.keys()].map((media, at) => ({
  media,
  alt: '',
  caption: '',
  credit: '',
  width: at === 0 ? 40 : 60,
  height: at === 0 ? 30 : 20,
}))

/** Out to a format and in again, with the pictures lying beside the file where it names them. */
async function there(format: ExportFormat, article: Article): Promise<ImportedArticle> {
  const { bytes } = await format.write({
    article: cleanArticle(article),
    theme,
    agency: { name: 'Agency', domain: 'example.org' },
    now: Date.parse('2026-11-27T00:00:00Z'),
    assets: {
      picture: async (media) => ({ bytes: bytesOf.get(media) ?? png(1, 1), mime: 'image/png' }),
      font: async () => [],
    },
  })
  const file = { name: `story.${format.extension}`, bytes }
  const source = sourceFor(file)
  if (!source) throw new Error(`nothing reads ${format.id}`)
  const beside = async (address: string) => bytesOf.get(address.split('/').at(-1) ?? '')
  const inside = () => Promise.reject(new Error('nothing lies inside'))
  const { articles } = await source.read(file, { ...readingTools, inside, beside })
  expect(articles).toHaveLength(1)
  return articles[0]!
}

/** As it is stored when it comes in. */
function stored({ body, pictures: brought, fields }: ImportedArticle): {
  body: StoryBody
  fields: Partial<ArticleFields>
} {
  const name = (media: string | null) => {
    const bytes = media === null ? undefined : brought[Number(media.replace('import:', ''))]?.bytes
    return bytes && nameOf(bytes)
  }
  const attrsOf = (media: string) => pictures.find((each) => each.media === media)
  const mapped = mapStory(body, {
    picture: (picture) => {
      const media = name(picture.media)
      const known = media === undefined ? undefined : attrsOf(media)
      return known && { ...picture, media: known.media, width: known.width, height: known.height }
    },
  })
  const { leadImage: lead } = fields
  return {
    body: cleanBody(mapped),
    fields: { ...fields, ...(lead && { leadImage: { ...lead, media: name(lead.media) ?? null } }) },
  }
}

const keepsAll = () => true
const readable = (
  await Promise.all(formats.map(async (format) => ({ format, source: await sourceOf(format) })))
).flatMap(({ format, source }) => (source ? [{ id: format.id, format, source }] : []))

/** What both maps say of a field or of a part; a format may say more in its own: docs/formats.md lists what is not kept. */
function mapsOf({ format, source }: (typeof readable)[number]) {
  const fieldSaid = (id: FieldId) => [format.fields[id], source.fields?.[id] ?? 'kept']
  const partSaid = (part: StoryPart) => [format.story[part], source.story?.[part] ?? 'kept']
  return {
    keeps: (part: StoryPart) => partSaid(part).every(isKept),
    isLeftOut: (part: StoryPart) => partSaid(part).includes('leave-out'),
    keepsField: (id: FieldId) => fieldSaid(id).every(isKept),
    isFieldLeftOut: (id: FieldId) => fieldSaid(id).includes('leave-out'),
  }
}

describe.each(readable)('$id, out and in again', (pair) => {
  const { format } = pair
  const { keeps, isLeftOut, keepsField, isFieldLeftOut } = mapsOf(pair)

  test.skipIf(!keeps('paragraph')).each(languages)(
    'a story in %s of all that its maps keep is the same story',
    async (language) => {
      await fc.assert(
        fc.asyncProperty(anyStory(language, keeps, pictures), async (body) => {
          const imported = await there(format, { ...articleOf(language, { headline: 'X' }), body })
          expect(stored(imported).body).toEqual(body)
        }),
        { seed, numRuns },
      )
    },
  )

  test.each(languages)(
    'every word of a story in %s of all parts comes back, block by block',
    async (language) => {
      await fc.assert(
        fc.asyncProperty(anyStory(language, keepsAll, pictures), async (body) => {
          const imported = await there(format, { ...articleOf(language, { headline: 'X' }), body })
          const back = letters(imported.body.content.map(blockText).join('\n'))
          let from = 0
          for (const block of body.content) {
            const ends = wordsOf(block, isLeftOut).map((words) => {
              const at = back.indexOf(words, from)
              expect(at, `${words} behind ${from} in ${back}`).toBeGreaterThanOrEqual(from)
              return at + words.length
            })
            from = Math.max(from, ...ends)
          }
        }),
        { seed, numRuns },
      )
    },
  )

  test.each(languages)('the fields of an article in %s come back as its maps say', async (language) => {
    const full = fullArticle(language)
    const lead = { ...full.fields.leadImage!, media: pictures[0]!.media, width: 40, height: 30 }
    const imported = await there(format, {
      ...full,
      fields: { ...full.fields, leadImage: lead },
      body: { type: 'doc', content: full.body.content.slice(0, 1) },
    })
    if (keepsField('language')) expect(imported.language).toBe(language)
    const back = { ...emptyFields(), ...stored(imported).fields }
    const expected: Partial<ArticleFields> = { ...full.fields, leadImage: lead }
    for (const id of Object.keys(expected) as StoredFieldId[]) {
      if (keepsField(id)) expect({ [id]: back[id] }).toEqual({ [id]: expected[id] })
      else if (isFieldLeftOut(id)) expect({ [id]: back[id] }).toEqual({ [id]: emptyFields()[id] })
    }
  })
})

/** Letters alone: numbers are written in other digits and beside footnotes, signs belong to the format. */
const letters = (text: string): string => text.normalize('NFC').replaceAll(/[^\p{L}]+/gu, '')

/** The words of a block, text by text, without what the format leaves out. In a table that is laid out anew they may change places. */
function wordsOf(node: BodyNode, isLeftOut: (part: StoryPart) => boolean): string[] {
  if (node.type === 'text') return [letters(node.text)].filter(Boolean)
  if (isLeftOut(node.type) || !('content' in node)) return []
  return (node.content ?? []).flatMap((each) => wordsOf(each, isLeftOut))
}
