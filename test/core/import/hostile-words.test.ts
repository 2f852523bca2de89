import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import type { ExportFormat } from '../../../core/export/format.ts'
import { formats } from '../../../core/export/registry.ts'
import { cleanLine } from '../../../core/import/clean-inline.ts'
import { sources } from '../../../core/import/registry.ts'
import { cleanText } from '../../../core/language/clean-text.ts'
import type { Article } from '../../../core/model/article.ts'
import { cleanArticle } from '../../../core/model/clean-body.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import { blockText } from '../../../core/model/measure.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { readBrought } from '../../../core/desk/reading.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { addressesOf, isAllowed, oneLine, stuffed } from '../../support/stuffed-articles.ts'
import { attacks, securitySuite } from '../../support/suites.ts'
import { article, onePixel, p } from '../export/story.ts'

// oxlint-disable-next-line no-control-regex -- what no page shows
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g

async function written(format: ExportFormat, of: Article): Promise<Uint8Array> {
  const theme = shippedThemes[0]
  if (!theme) throw new Error('no theme')
  const assets = { ...onePixel, picture: async () => undefined }
  return (await format.write({ article: cleanArticle(of), theme, now: 0, assets })).bytes
}

/** What a format's file gives back; undefined where nothing reads it. */
async function back(format: ExportFormat, of: Article) {
  const name = `a.${format.extension}`
  const bytes = await written(format, of)
  if (!sources.some((source) => source.accepts({ name, bytes }))) return undefined
  const read = await readBrought({ name, base64: Buffer.from(bytes).toString('base64') }, readingTools)
  return read.articles[0]
}

/** Formats that lose nothing at all. */
const lossless = new Set(['json', 'zip'])
/** Its texts are cut to what each network takes: nobody reads an article out of them. */
const isCut = ({ id }: ExportFormat): boolean => id === 'social'
const naughty = securitySuite<string>('blns')

describe.runIf(naughty)('the big list of naughty strings', () => {
  const strings = naughty ?? []
  const withEach = (text: string): Article => {
    const line = oneLine(text)
    const fields = {
      headline: line,
      kicker: line,
      summary: text,
      byline: [line],
      keywords: [line],
      seoTitle: `${line}.`,
    }
    return article('en', fields, p('before'), p(text || 'nothing'), p('after'))
  }

  test.each(formats.filter(({ id }) => lossless.has(id)))(
    'comes back from $id as it went out',
    async (format) => {
      for (const text of strings) {
        const of = withEach(text)
        const read = await back(format, of)
        expect(read?.body).toEqual(of.body)
        expect({ ...emptyFields(), ...read?.fields }).toEqual({ ...emptyFields(), ...of.fields })
      }
    },
  )

  test('comes back from a page but for hidden marks, control characters and spaces that no page shows', async () => {
    const html = formats.find(({ id }) => id === 'html')
    for (const text of strings) {
      const read = html && (await back(html, withEach(text)))
      const line = cleanLine(oneLine(text).replaceAll(controls, ''))
      expect(read?.fields).toMatchObject({ headline: line, kicker: line })
      // A keyword travels as data, where a control character can stand.
      expect(read?.fields.keywords?.[0]?.replaceAll(controls, '') ?? '').toBe(line)
      const words = cleanText((text || 'nothing').replaceAll(controls, '')).text
      expect(solid(read?.body.content.map(blockText)[1])).toBe(solid(words))
    }
  })

  test.each(formats.filter((format) => format.id !== 'html' && !lossless.has(format.id) && !isCut(format)))(
    'leaves its letters in $id, where that is read again',
    async (format) => {
      for (const text of strings) {
        const read = await back(format, withEach(text))
        if (read)
          expect(lettersOf(JSON.stringify([read.fields, read.body.content.map(blockText)]))).toContain(
            lettersOf(text),
          )
      }
    },
  )
})

const solid = (text = ''): string => text.replaceAll(/\s/g, '')
const lettersOf = (text: string): string => text.normalize('NFC').replaceAll(/[^\p{L}]/gu, '')

describe.runIf(attacks().length > 0)('the public lists of attacks', () => {
  let ports: MemoryPorts
  let desk: DeskApi
  beforeEach(() => {
    ports = memoryPorts()
    desk = createDesk(ports)
  })
  const payloads = attacks()
  const stored = (): Article[] =>
    [...ports.articles.files.values()].flatMap((read) => (read.kind === 'article' ? [read.article] : []))

  test('as files of every ending leave no address but those of the allow-list in the library', async () => {
    const endings =
      'html xhtml txt md markdown json midad xml rss atom ninjs nitf newsml mhtml eml zip docx'.split(' ')
    for (const payload of payloads) {
      for (const ending of endings) {
        await desk['article.import']({
          name: `a.${ending}`,
          base64: Buffer.from(`${payload}\n\nفقرة.`).toString('base64'),
        })
      }
    }
    expect(stored().length).toBeGreaterThan(payloads.length)
    expect(
      stored()
        .flatMap(addressesOf)
        .filter((address) => !isAllowed(address)),
    ).toEqual([])
  })

  test('in a Midad article that was changed by hand come to no address', async () => {
    for (const of of stuffed(payloads)) {
      const bytes = Buffer.from(JSON.stringify(of))
      for (const name of ['a.midad', 'a.json'])
        await desk['article.import']({ name, base64: bytes.toString('base64') })
    }
    expect(stored().length).toBeGreaterThan(5)
    expect(
      stored()
        .flatMap(addressesOf)
        .filter((address) => !isAllowed(address)),
    ).toEqual([])
  })

  test.each(formats)(
    'in every field and link of an article come to no address and no markup in $id',
    async (format) => {
      for (const of of stuffed(payloads)) {
        const bytes = await written(format, of)
        if (format.extension === 'html') expect(markupFaults(new TextDecoder().decode(bytes))).toEqual([])
        const name = `a.${format.extension}`
        await desk['article.import']({ name, base64: Buffer.from(bytes).toString('base64') })
      }
      expect(
        stored()
          .flatMap(addressesOf)
          .filter((address) => !isAllowed(address)),
      ).toEqual([])
    },
  )
})

/** What a page of ours never holds. */
const markupFaults = (page: string): string[] => [
  ...Array.from(page.matchAll(/<a [^>]*href="([^"]*)"/g), ([, href = '']) => href).filter(
    (href) => !isAllowed(href),
  ),
  ...(page.match(
    /<(?:script(?! type="application\/ld\+json")|iframe|object|embed|svg|form|base)\b|<[a-z]+ [^>"]*\bon\w+=/gi,
  ) ?? []),
]

test('a planted address and a planted handler are seen', () => {
  expect(markupFaults('<a href="javascript:1">x</a><p onclick="x">')).toHaveLength(2)
})
