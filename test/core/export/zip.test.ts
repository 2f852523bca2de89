import { describe, expect, test } from 'vitest'
import { createDesk } from '../../../core/desk/desk.ts'
import type { ExportFormat, ExportInput } from '../../../core/export/format.ts'
import { htmlFields, htmlStory } from '../../../core/export/html-carried.ts'
import { formats } from '../../../core/export/registry.ts'
import { packed } from '../../../core/export/zip.ts'
import { fromBase64, toBase64 } from '../../../core/model/base64.ts'
import { packedMarker } from '../../../core/model/packed.ts'
import type { StoryBody } from '../../../core/model/body.ts'
import { memoryPorts } from '../../support/memory-ports.ts'
import { png } from '../../support/pictures.ts'
import { story } from '../../support/temp-library.ts'
import { unpacked } from '../../support/unpacked.ts'

/** An article with two pictures of its own, one of them in its story too, in a desk. */
async function illustrated() {
  const ports = memoryPorts()
  const desk = createDesk(ports)
  const { article: made } = await desk['article.create']({ language: 'ckb', headline: 'لافاو لە دهۆک' })
  const added = []
  for (const [width, height] of [
    [40, 30],
    [20, 20],
  ] as const)
    added.push(await desk['media.add']({ id: made.id, base64: toBase64(png(width, height)) }))
  const pictures = added.map(({ media, width, height }) => ({
    media,
    alt: 'وێنە',
    caption: '',
    credit: '',
    width,
    height,
  }))
  const body: StoryBody = {
    type: 'doc',
    content: [...story('دەق').content, ...pictures.map((attrs) => ({ type: 'image' as const, attrs }))],
  }
  const fields = { ...made.fields, leadImage: { ...pictures[0]!, source: '' }, keywords: ['دهۆک'] }
  await desk['article.save']({ ...made, fields, body, revision: made.revision })
  return { ports, desk, id: made.id, fields, body, names: added.map(({ media }) => media) }
}
type Illustrated = Awaited<ReturnType<typeof illustrated>>
async function zipOf(
  { desk, id }: Pick<Illustrated, 'desk' | 'id'>,
  options: Record<string, string | boolean> = {},
) {
  const file = await desk['article.export']({ id, format: 'zip', options })
  const bytes = fromBase64(file.base64) ?? new Uint8Array()
  return { ...file, bytes, files: await unpacked(Buffer.from(bytes)) }
}

describe('an article as one packed file', () => {
  test('has its page with the pictures beside it, the article, and says what is what', async () => {
    const desk = await illustrated()
    const { name, files, warnings } = await zipOf(desk)
    expect([name.endsWith('.zip'), warnings]).toEqual([true, []])
    const [first, ...others] = Object.keys(files)
    expect(first).toBe(packedMarker)
    const whole = others.find((each) => /^لافاو-لە-دهۆک\.(?:midad|json)$/.test(each))
    expect(others).toEqual(
      expect.arrayContaining(['لافاو-لە-دهۆک.html', whole, ...desk.names.map((each) => `pictures/${each}`)]),
    )
    expect(JSON.parse(String(files[packedMarker]))).toEqual({
      version: 1,
      id: desk.id,
      article: whole,
      files: others,
    })
    const page = String(files['لافاو-لە-دهۆک.html'])
    for (const picture of desk.names) expect(page).toContain(`src="pictures/${picture}"`)
    expect(page).not.toContain('data:image')
  })

  test('is the same bytes for the same article', async () => {
    const desk = await illustrated()
    const one = await zipOf(desk)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(Buffer.compare(one.bytes, (await zipOf(desk)).bytes)).toBe(0)
  })

  test('comes in again as the one article that it is, with everything but its status', async () => {
    const { fields, body, ...desk } = await illustrated()
    const { name, base64 } = await zipOf(desk)
    const other = createDesk(memoryPorts())
    const { articles, failed } = await other['article.import']({ name, base64 })
    expect(failed).toEqual([])
    expect(articles).toHaveLength(1)
    const { article } = await other['article.open']({ id: articles[0]?.id ?? '' })
    expect(article).toMatchObject({ language: 'ckb', fields, body })
  })

  test('without the whole article comes in from its page', async () => {
    const desk = await illustrated()
    const whole = formats.find(({ id }) => id === 'midad' || id === 'json')?.id ?? ''
    const { name, base64, files } = await zipOf(desk, { [whole]: false })
    expect(Object.keys(files).some((each) => /\.(?:midad|json)$/.test(each) && each !== packedMarker)).toBe(
      false,
    )
    const { articles } = await createDesk(memoryPorts())['article.import']({ name, base64 })
    expect(articles).toMatchObject([{ headline: 'لافاو لە دهۆک', language: 'ckb' }])
  })

  test('holds what was chosen, and says once what is not in the library', async () => {
    const desk = await illustrated()
    const { files: plain } = await zipOf(desk, { pictures: false })
    expect(Object.keys(plain).some((each) => each.startsWith('pictures/'))).toBe(false)
    expect(String(plain['لافاو-لە-دهۆک.html'])).toContain('data:image/png')
    desk.ports.media.files.clear()
    const { warnings } = await zipOf(desk)
    const codes = warnings.map(({ code, message }) => `${code} ${message}`)
    expect(new Set(codes).size).toBe(codes.length)
    expect(warnings.every(({ code }) => code === 'picture-missing')).toBe(true)
  })

  test('of formats with one extension keeps each file, and hands each format its own options', async () => {
    const asked: ExportInput['options'][] = []
    const planted = (id: string, extension: string): ExportFormat => ({
      id,
      label: id,
      extension,
      mime: 'text/plain',
      fields: htmlFields,
      story: htmlStory,
      options: [{ id: 'wide', kind: 'flag', label: '', labelKey: '', default: true }],
      write: ({ options }) => {
        asked.push(options)
        return Promise.resolve({ bytes: new TextEncoder().encode(id), warnings: [] })
      },
    })
    const parts = [planted('json', 'json'), planted('ninjs', 'json'), planted('nitf', 'xml')]
    const format = packed({ formats: parts, whole: parts[0]!, usual: ['json', 'ninjs', 'nitf'] })
    const { ports, id } = await illustrated()
    const read = await ports.articles.get(id)
    if (read?.kind !== 'article') throw new Error('not stored')
    const theme = ports.themes.all()[0]!
    const assets = { picture: async () => undefined, font: async () => [] }
    const written = await format.write({
      article: read.article,
      theme,
      now: 0,
      assets,
      options: { ninjs: true },
    })
    const files = await unpacked(Buffer.from(written.bytes))
    expect(Object.values(files).slice(1).map(String)).toEqual(['json', 'ninjs', 'nitf'])
    expect(
      Object.keys(files)
        .slice(1)
        .map((name) => name.slice(name.indexOf('.'))),
    ).toEqual(['.json', '.ninjs.json', '.xml'])
    expect(asked).toEqual([{ wide: true }, { wide: true }, { wide: true }])
  })
})

describe('a packed file from elsewhere', () => {
  test.each([
    ['says nothing of itself', '[]'],
    ['names what is not in it', JSON.stringify({ version: 1, id: 'x', article: '../x.midad', files: [] })],
    ['is of a later version', JSON.stringify({ version: 2, id: 'x', files: [] })],
  ])('that %s is refused with one sentence', async (_what, marker) => {
    const { zipSync, strToU8 } = await import('fflate')
    const base64 = toBase64(zipSync({ [packedMarker]: [strToU8(marker), { level: 0 }] }))
    const { articles, failed } = await createDesk(memoryPorts())['article.import']({ name: 'x.zip', base64 })
    expect([articles, failed]).toMatchObject([[], [{ code: 'unreadable' }]])
  })
})
