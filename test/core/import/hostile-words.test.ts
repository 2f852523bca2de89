import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import type { ExportFormat } from '../../../core/export/format.ts'
import { formats } from '../../../core/export/registry.ts'
import { cleanLine } from '../../../core/import/clean-inline.ts'
import { sources } from '../../../core/import/registry.ts'
import { cleanText } from '../../../core/language/clean-text.ts'
import type { Article } from '../../../core/model/article.ts'
import type { Block } from '../../../core/model/body.ts'
import { cleanArticle } from '../../../core/model/clean-body.ts'
import { emptyFields, type ArticleFields } from '../../../core/model/fields.ts'
import { blockText } from '../../../core/model/measure.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { readBrought } from '../../../core/desk/reading.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { attacks, securitySuite } from '../../support/suites.ts'
import { article, p, t } from '../export/story.ts'

// oxlint-disable-next-line no-control-regex -- what no page shows
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

async function written(format: ExportFormat, of: Article): Promise<Uint8Array> {
  const theme = shippedThemes[0]
  if (!theme) throw new Error('no theme')
  const assets = { picture: async () => undefined, font: async () => [] }
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
const lossless = new Set(['midad', 'json'])
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

  test.each(formats.filter(({ id }) => id !== 'html' && !lossless.has(id)))(
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
      'html xhtml txt md markdown json midad xml rss atom ninjs nitf newsml mhtml eml zip docx rtf odt'.split(
        ' ',
      )
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

/** Articles that have all these payloads as text, as addresses, and in every field that holds words. */
function stuffed(payloads: readonly string[]): Article[] {
  const perArticle = 60
  const articles: Article[] = []
  for (let from = 0; from < payloads.length; from += perArticle) {
    const some = payloads.slice(from, from + perArticle)
    const at = (n: number) => oneLine(some[n % some.length] ?? '').slice(0, 900)
    const link = (href: string): Block =>
      p(t('link', { type: 'link', attrs: { href: href.slice(0, 4000), title: href.slice(0, 200) } }))
    const fields = {
      headline: at(0),
      kicker: at(1),
      subheadline: at(2),
      summary: at(3),
      byline: [at(4), at(5)],
      source: at(6),
      creditLine: at(7),
      place: at(8),
      section: at(9),
      keywords: [at(10), at(11)],
      slug: at(12).slice(0, 100),
      canonicalUrl: 'javascript:alert(1)',
      seoTitle: at(13),
      seoDescription: at(14),
      deskNote: at(15),
      leadImage: {
        media: null,
        alt: at(16),
        caption: at(17),
        credit: at(18),
        source: at(19),
        width: 1,
        height: 1,
      },
    } satisfies Partial<ArticleFields>
    articles.push(
      article(
        'en',
        fields,
        ...some.flatMap((payload) => [p(payload), link(payload), link(`javascript:${payload}`)]),
      ),
    )
  }
  return articles
}

function addressesOf({ fields, body }: Article): string[] {
  const inside = JSON.stringify(body).matchAll(/"(?:href|url|src)":("(?:[^"\\]|\\.)*")/g)
  return [
    fields.canonicalUrl,
    ...Array.from(inside, ([, address = '']) => JSON.parse(address) as string),
  ].filter(Boolean)
}
const isAllowed = (address: string): boolean => /^(?:https?:\/\/|mailto:|tel:|#)/i.test(address)

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
