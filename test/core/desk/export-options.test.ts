import { describe, expect, test } from 'vitest'
import { createDesk } from '../../../core/desk/desk.ts'
import { fileWriter } from '../../../core/desk/exporting.ts'
import { DeskRoom } from '../../../core/desk/room.ts'
import { formats } from '../../../core/export/registry.ts'
import { toBase64 } from '../../../core/model/base64.ts'
import { memoryPorts } from '../../support/memory-ports.ts'
import { png } from '../../support/pictures.ts'
import { note, p, story } from '../../support/story.ts'
import { unpacked } from '../../support/unpacked.ts'

const secret = 'للتحرير وحده'

/** An article with a note in its story and a lead picture. */
async function noted() {
  const ports = memoryPorts()
  const room = new DeskRoom(ports)
  const desk = createDesk(ports, room)
  const { article: made } = await desk['article.create']({ language: 'ar', headline: 'أمطار الخريف' })
  const { media, width, height } = await desk['media.add']({ id: made.id, base64: toBase64(png(40, 30)) })
  const leadImage = { media, width, height, alt: 'بحيرة', caption: '', credit: '', source: '' }
  await desk['article.save']({
    ...made,
    fields: { ...made.fields, leadImage },
    body: story(p('نص الخبر'), note(p(secret))),
  })
  const written = async (format: string, options?: Record<string, string | boolean>) => {
    const file = await desk['article.export']({ id: made.id, format, ...(options && { options }) })
    return { ...file, bytes: Buffer.from(file.base64, 'base64') }
  }
  const folder = (format: string) =>
    fileWriter(room)({ id: made.id, format, options: { packaged: 'folder' } })
  return { written, media, folder }
}
const has = (formatId: string, option: string): boolean =>
  formats.find(({ id }) => id === formatId)?.options?.some(({ id }) => id === option) ?? false

describe('the notes of a story', () => {
  test('go out as comments of a Word file where somebody asks for them, and only then', async () => {
    const { written } = await noted()
    const without = await unpacked((await written('docx')).bytes)
    expect(Object.values(without).some((part) => String(part).includes(secret))).toBe(false)
    const parts = await unpacked((await written('docx', { notes: true })).bytes)
    expect(String(parts['word/comments.xml'])).toContain(secret)
  })

  test('go out in the article as JSON where somebody asks for them; otherwise it is said that they stay', async () => {
    const { written } = await noted()
    const without = await written('json')
    expect(String(without.bytes)).not.toContain(secret)
    expect(without.warnings.map(({ code }) => code)).toContain('notes-left-out')
    const file = await written('json', { notes: true })
    expect(String(file.bytes)).toContain(secret)
    expect(file.warnings.map(({ code }) => code)).not.toContain('notes-left-out')
  })

  test('cannot be asked for in any other format', async () => {
    const { written } = await noted()
    for (const { id } of formats.filter((format) => !has(format.id, 'notes')))
      await expect(written(id, { notes: true }), id).rejects.toMatchObject({ code: 'bad-request' })
    expect(formats.filter(({ id }) => has(id, 'notes')).map(({ id }) => id)).toEqual(['docx', 'json'])
  })
})

test.each(['ninjs', 'newsml-g2', 'nitf'])(
  'an item as %s and its pictures go out in one zip where somebody asks for that',
  async (format) => {
    const { written, media } = await noted()
    expect((await written(format)).mime).not.toBe('application/zip')
    const file = await written(format, { packaged: 'yes' })
    expect(file.name).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d-.+\\.${format}\\.zip$`))
    expect(file.mime).toBe('application/zip')
    const parts = await unpacked(file.bytes)
    const item = Object.keys(parts).find((name) => !name.startsWith('media/')) ?? ''
    expect(Object.keys(parts)).toContain(`media/${media}`)
    expect(String(parts[item])).toContain(`media/${media}`)
    // As destinations remember it from when it was yes or no.
    expect((await written(format, { packaged: true })).bytes).toEqual(file.bytes)
    await expect(written(format, { packaged: 'boat' })).rejects.toMatchObject({ code: 'bad-request' })
  },
)

test.each(['ninjs', 'newsml-g2', 'nitf'])(
  'an item as %s lies in a folder of its own, its pictures where it says, for a host with a disk; else as one zip',
  async (format) => {
    const { written, media, folder } = await noted()
    const { name, bytes, inFolder } = await folder(format)
    expect(name).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d-.+\\.${format}$`))
    expect(inFolder?.beside.map(({ path }) => path)).toEqual([`media/${media}`])
    expect(new TextDecoder().decode(bytes)).toContain(`media/${media}`)
    const file = await written(format, { packaged: 'folder' })
    expect(file.name).toBe(`${name}.zip`)
    expect(Object.keys(await unpacked(file.bytes))).toEqual([inFolder?.item, `media/${media}`])
  },
)
