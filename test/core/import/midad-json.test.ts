import { describe, expect, test } from 'vitest'
import { createDesk } from '../../../core/desk/desk.ts'
import { midadJson } from '../../../core/import/midad-json.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import { fromBase64, toBase64 } from '../../../core/model/base64.ts'
import type { StoryBody } from '../../../core/model/body.ts'
import { schemaVersion } from '../../../core/model/migrate.ts'
import { memoryPorts } from '../../support/memory-ports.ts'
import { png } from '../../support/pictures.ts'
import { article, idOf, story } from '../../support/temp-library.ts'
import { readAlone } from '../../support/read-alone.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (json: unknown) =>
  readAlone(midadJson, {
    name: 'story.midad',
    bytes: utf8(typeof json === 'string' ? json : JSON.stringify(json)),
  })

/** An article with a lead picture and the same picture in its story, in a desk of its own. */
async function illustrated() {
  const ports = memoryPorts()
  const desk = createDesk(ports)
  const { article: made } = await desk['article.create']({ language: 'ckb', headline: 'سەردێڕ' })
  const { media, width, height } = await desk['media.add']({ id: made.id, base64: toBase64(png(40, 30)) })
  const picture = { media, alt: 'وێنە', caption: 'ژێرنووس', credit: '', width, height }
  const body: StoryBody = {
    type: 'doc',
    content: [...story('دەق').content, { type: 'image', attrs: picture }],
  }
  const fields = { ...made.fields, leadImage: { ...picture, source: 'ئاژانس' }, keywords: ['بەغدا'] }
  await desk['article.save']({ ...made, status: 'ready', fields, body, revision: made.revision })
  return { desk, ports, id: made.id, fields, body }
}

describe('a Midad article outside a library', () => {
  test('goes from one Midad into another with everything but its status: text, fields, pictures', async () => {
    const { desk, id, fields, body } = await illustrated()
    const file = await desk['article.export']({ id, format: 'json' })
    expect(file).toMatchObject({ name: expect.stringMatching(/\.json$/), warnings: [] })
    const other = memoryPorts()
    const otherDesk = createDesk(other)
    const { articles, failed } = await otherDesk['article.import']({ name: file.name, base64: file.base64 })
    expect(failed).toEqual([])
    expect(articles).toMatchObject([
      { headline: 'سەردێڕ', language: 'ckb', warnings: [{ code: 'already-here' }] },
    ])
    const opened = await otherDesk['article.open']({ id: articles[0]?.id ?? '' })
    expect(opened.article).toMatchObject({ status: 'draft', fields, body })
    expect([...other.media.files.values()]).toEqual([png(40, 30)])
  })

  test('is an article.json to any program that reads one', async () => {
    const { desk, id } = await illustrated()
    const { base64 } = await desk['article.export']({ id, format: 'json' })
    const json = JSON.parse(new TextDecoder().decode(fromBase64(base64))) as object
    expect(json).toMatchObject({ schemaVersion, id, language: 'ckb', media: expect.any(Object) })
  })

  test('whose picture is gone from the library says so in the export and in the import', async () => {
    const { desk, ports, id } = await illustrated()
    ports.media.files.clear()
    const file = await desk['article.export']({ id, format: 'json' })
    expect(file.warnings.map(({ code }) => code)).toEqual(['picture-missing'])
    const { articles } = await createDesk(memoryPorts())['article.import']({
      name: 'a.midad',
      base64: file.base64,
    })
    expect(articles[0]?.warnings.map(({ code }) => code)).toEqual(['picture-left-out', 'already-here'])
  })

  test('keeps the words about a lead picture that is not inside', () => {
    const lead = {
      media: `${'a'.repeat(64)}.png`,
      alt: 'alt',
      caption: 'caption',
      credit: '',
      source: '',
      width: 1,
      height: 1,
    }
    const plain = article(idOf(1))
    const { fields } = read({ ...plain, fields: { ...plain.fields, leadImage: lead } })
    expect(fields.leadImage).toMatchObject({ media: null, alt: 'alt', caption: 'caption' })
  })

  test('is read by the ending of older files, and any JSON that has a version of our schema', () => {
    expect(sourceFor({ name: 'A.MIDAD', bytes: utf8('{}') })).toBe(midadJson)
    expect(sourceFor({ name: 'article.json', bytes: utf8('{}') })).toBeUndefined()
    expect(sourceFor({ name: 'article.JSON', bytes: utf8('{"schemaVersion":5,"id":"') })).toBe(midadJson)
  })

  test.each(['[', '{"a":'])('nested ten thousand deep in %s is refused before it is followed', (start) => {
    const deep = `{"schemaVersion":1,"a":${start.repeat(10_000)}`
    expect(() => read(deep)).toThrow(
      expect.objectContaining({ code: 'unreadable', message: expect.stringContaining('deeply') as string }),
    )
  })

  test('brackets in its words are no nesting', () => {
    const words = '["{\\'.repeat(5000)
    const plain = article(idOf(1))
    expect(
      read({ ...plain, fields: { ...plain.fields, summary: words.slice(0, 20_000) } }).fields.summary,
    ).toBe(words.slice(0, 20_000))
  })

  test.each([
    ['nothing', '', 'unreadable'],
    ['half of one', JSON.stringify(article(idOf(1))).slice(0, 90), 'unreadable'],
    ['another JSON', '{"hello":"world"}', 'unreadable'],
    ['an article with a path for an id', { ...article(idOf(1)), id: '../../x' }, 'unreadable'],
    ['a key that reaches prototypes', '{"__proto__":{"polluted":1}}', 'unreadable'],
    ['a key that reaches a constructor', '{"constructor":{"prototype":{"polluted":1}}}', 'unreadable'],
    ['a newer article', { ...article(idOf(1)), schemaVersion: 99 }, 'unsupported-file'],
    [
      'a story with an unknown part',
      { ...article(idOf(1)), body: { type: 'doc', content: [{ type: 'hologram' }] } },
      'unsupported-file',
    ],
    ['bytes that are no text', '\u0000\u0001', 'unsupported-file'],
  ])('that is %s is refused', (_name, json, code) => {
    expect(() => read(json)).toThrow(expect.objectContaining({ code }))
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  test.each([
    ['no map', 7],
    ['no base64', { [`${'a'.repeat(64)}.png`]: '!!' }],
    ['another name', { __proto__x: 'AA==' }],
  ])('whose media are %s comes without them', (_name, media) => {
    const lead = {
      media: `${'a'.repeat(64)}.png`,
      alt: '',
      caption: '',
      credit: '',
      source: '',
      width: 1,
      height: 1,
    }
    const plain = article(idOf(1))
    const imported = read({ ...plain, fields: { ...plain.fields, leadImage: lead }, media })
    expect(imported.pictures).toEqual([])
    expect(imported.warnings.map(({ code }) => code)).toEqual(['picture-left-out'])
  })
})
