import { expect, test } from 'vitest'
import { newsmlG2 } from '../../../core/export/newsml-g2.ts'
import { ninjs } from '../../../core/export/ninjs.ts'
import { nitf } from '../../../core/export/nitf.ts'
import { packaged } from '../../../core/export/wire-package.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { readBeside } from '../../support/read-alone.ts'
import { fullArticle, media, nothing, png } from './story.ts'
import { wireInput } from './wire-text.ts'

test.each([ninjs, newsmlG2, nitf])(
  'a packaged $label holds the item and the pictures that it names',
  async (format) => {
    const article = fullArticle('ckb')
    const { bytes } = await packaged(format, wireInput(article))
    const archive = await readingTools.unzip(bytes)
    const item = `${article.id}.${format.extension}`
    expect([...archive.names]).toEqual([item, `media/${media}`])
    const file = { name: item, bytes: (await archive.read(item)) ?? new Uint8Array() }
    const source = sourceFor(file)
    if (!source) throw new Error('nobody reads it')
    const asked = new Set<string>()
    const read = await readBeside(source, file, (address) => {
      asked.add(address)
      return png
    })
    expect([...asked]).toEqual([`media/${media}`])
    expect(read.fields.leadImage?.media).toBe('import:0')
    expect(read.warnings).toEqual([])
  },
)

test('the address of a picture in ninjs is a whole one, and means the file beside the item', async () => {
  const { bytes } = await ninjs.write(wireInput(fullArticle('ar')))
  const href = /"href": "(file:[^"]+)"/.exec(new TextDecoder().decode(bytes))?.[1] ?? ''
  expect(new URL(href, 'file:///ingest/a/item.json').href).toBe(`file:///ingest/a/media/${media}`)
})

test('a picture that the library lost is not in it, and that is said; twice is the same bytes', async () => {
  const once = await packaged(ninjs, wireInput(fullArticle('ar'), { assets: nothing }))
  expect((await readingTools.unzip(once.bytes)).names).toHaveLength(1)
  expect(once.warnings.map(({ code }) => code)).toContain('picture-missing')
  const twice = await packaged(ninjs, wireInput(fullArticle('ar'), { assets: nothing }))
  expect(twice.bytes).toEqual(once.bytes)
})
