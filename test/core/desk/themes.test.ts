import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { dispatch } from '../../../core/desk/dispatch.ts'
import { toBase64 } from '../../../core/model/base64.ts'
import { limits } from '../../../core/model/limits.ts'
import { memoryPorts, plainTheme, type MemoryPorts } from '../../support/memory-ports.ts'
import { png } from '../../support/pictures.ts'
import { story } from '../../support/temp-library.ts'

let ports: MemoryPorts
let desk: DeskApi
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
})
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as DeskError).code,
  )
const file = (value: unknown) =>
  toBase64(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)))
const house = (id = 'house') => ({ ...plainTheme(), id, name: 'The house' })
const draft = async () => {
  const { article } = await desk['article.create']({ headline: 'عنوان الخبر' })
  const { id, language, status, fields } = article
  return { id, language, status, fields, body: story('نص') }
}

test('a theme of the house is kept, listed as its own and told to every window', async () => {
  const { themes, id } = await desk['themes.put']({ theme: house() })
  expect(id).toBe('house')
  expect(themes.map((each) => [each.id, each.isOwn])).toEqual([
    ['classic', false],
    ['second', false],
    ['house', true],
  ])
  expect(ports.told.at(-1)).toEqual({ name: 'themes.changed', data: { themes } })
  expect((await desk['desk.state']({})).themes).toEqual(themes)
  expect(await desk['themes.read']({ id: 'house' })).toEqual({ theme: house(), isOwn: true })
})

test('a page is drawn in a theme that is kept nowhere', async () => {
  const theme = { ...house('unsaved'), logo: { alt: '', text: 'دار جديدة' } }
  const { path } = await desk['themes.draw']({ ...(await draft()), theme })
  expect(path).toBe('/page/1')
  expect(new TextDecoder().decode(ports.drawn[0])).toContain('دار جديدة')
  expect(ports.themes.all().map(({ id }) => id)).toEqual(['classic', 'second'])
})

test('a sample’s picture is shown where the library has none', async () => {
  const of = await draft()
  const leadImage = {
    media: `${'b'.repeat(64)}.png`,
    alt: 'x',
    caption: '',
    credit: '',
    source: '',
    width: 8,
    height: 6,
  }
  const withLead = { ...of, fields: { ...of.fields, leadImage } }
  await desk['themes.draw']({ ...withLead, theme: house(), picture: toBase64(png(8, 6)) })
  expect(new TextDecoder().decode(ports.drawn[0])).toContain(`data:image/png;base64,${toBase64(png(8, 6))}`)
  const svg = desk['themes.draw']({ ...withLead, theme: house(), picture: file('<svg/>') })
  expect(await code(svg)).toBe('not-a-picture')
})

describe('taking in a file', () => {
  test('keeps it beside those that are there', async () => {
    expect((await desk['themes.take']({ base64: file(house()) })).id).toBe('house')
    expect((await desk['themes.take']({ base64: file({ ...house(), name: 'Another' }) })).id).toBe('house-2')
    expect((await desk['themes.take']({ base64: file(house('classic')) })).id).toBe('classic-2')
    expect(ports.themes.all().map(({ id }) => id)).toEqual([
      'classic',
      'second',
      'house',
      'house-2',
      'classic-2',
    ])
  })
  test.each([
    ['no JSON', '{'],
    ['another kind of file', { types: [] }],
    ['a colour that does something', { ...house(), colours: { ...house().colours, ink: 'red;}</style>' } }],
    ['a logo that lies elsewhere', { ...house(), logo: { alt: '', image: 'https://example.org/x.png' } }],
    ['a page of a kind that nobody knows', { ...house(), layout: 'amp' }],
    ['a path for an id', { ...house(), id: '../../x' }],
  ])('refuses %s, and nothing has changed', async (_what, content) => {
    expect(await code(desk['themes.take']({ base64: file(content) }))).toBe('not-a-theme')
    expect(ports.themes.all()).toHaveLength(2)
    expect(ports.told.filter(({ name }) => name === 'themes.changed')).toEqual([])
  })
  test('leaves out what a theme has not, and what prototypes have', async () => {
    const text = JSON.stringify(house()).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{}},"more":1,',
    )
    await desk['themes.take']({ base64: file(text) })
    expect(Object.keys(ports.themes.all().at(-1) ?? {})).not.toContain('more')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
  test('refuses one that is too large', async () => {
    const base64 = file('x'.repeat(limits.themeBytes + 1))
    expect(await dispatch(desk, 'themes.take', { base64 })).toMatchObject({ ok: false })
  })
})

test('a hostile theme does not come through the door to be drawn or kept', async () => {
  const theme = { ...house(), colours: { ...house().colours, paper: 'url(//x)' } }
  for (const method of ['themes.put', 'themes.draw'])
    expect(await dispatch(desk, method, { ...(await draft()), theme })).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    })
})

test('what is not the house’s own is not removed; what is goes', async () => {
  await desk['themes.put']({ theme: house() })
  expect(await code(desk['themes.remove']({ id: 'classic' }))).toBe('unknown-theme')
  expect((await desk['themes.remove']({ id: 'house' })).themes).toHaveLength(2)
  expect(await code(desk['themes.read']({ id: 'house' }))).toBe('unknown-theme')
})

test('a house has only so many', async () => {
  for (let at = 0; at < limits.themes; at += 1) await desk['themes.put']({ theme: house(`t-${at}`) })
  expect(await code(desk['themes.put']({ theme: house('one-more') }))).toBe('too-large')
  expect(await code(desk['themes.put']({ theme: house('t-0') }))).toBe('done')
})

test('in a library that can only be read, themes are looked at and not changed', async () => {
  ports.library.readOnly = true
  expect(await code(desk['themes.put']({ theme: house() }))).toBe('library-locked')
  expect(await code(desk['themes.take']({ base64: file(house()) }))).toBe('library-locked')
  expect(await code(desk['themes.remove']({ id: 'house' }))).toBe('library-locked')
  expect(await code(desk['themes.read']({ id: 'classic' }))).toBe('done')
})

describe('the picture of a logo', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
  const inBase64 = (text: string) => `data:image/svg+xml;base64,${file(text)}`
  test('is taken as its bytes are, whatever it is called; of a drawing only what draws', async () => {
    const png64 = toBase64(png(8, 6))
    expect(await desk['themes.logo']({ base64: png64 })).toEqual({
      image: `data:image/png;base64,${png64}`,
      isLess: false,
    })
    expect(await desk['themes.logo']({ base64: file(svg) })).toEqual({ image: inBase64(svg), isLess: false })
    const hostile = svg.replace('<path', '<script>alert(1)</script><path onload="alert(1)"')
    const { image, isLess } = await desk['themes.logo']({ base64: file(hostile) })
    expect([image, isLess]).toEqual([inBase64(svg), true])
    const theme = { ...house(), logo: { alt: '', image } }
    expect((await desk['themes.put']({ theme })).id).toBe('house')
  })
  test('is refused where it is none, or too large', async () => {
    expect(await code(desk['themes.logo']({ base64: file('<html/>') }))).toBe('not-a-picture')
    const large = svg.replace('<path d="M0 0"/>', `<path d="${'M0 0'.repeat(20_000)}"/>`.repeat(8))
    expect(await code(desk['themes.logo']({ base64: file(large) }))).toBe('too-large')
  })
})
