import { describe, expect, test } from 'vitest'
import { createDesk } from '../../../core/desk/desk.ts'
import { formats } from '../../../core/export/registry.ts'
import { fromBase64 } from '../../../core/model/base64.ts'
import type { Block } from '../../../core/model/body.ts'
import type { LeadImage } from '../../../core/model/fields.ts'
import { measureBody } from '../../../core/model/measure.ts'
import { searchablePieces } from '../../../core/search/article-text.ts'
import { memoryPorts } from '../../support/memory-ports.ts'
import {
  asked,
  at,
  embed,
  factBox,
  fn,
  gallery,
  image,
  li,
  note,
  p,
  pullQuote,
  questions,
  quote,
  source,
  sources,
  story,
  timeline,
  ul,
} from '../../support/story.ts'
import { article as articleOf, idOf } from '../../support/temp-library.ts'

const secret = 'سرّي'
const told = note(p(secret, ' TK', fn('a1')), p(secret))
const cell = (...content: Block[]): Block => ({
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', content }] }],
})
/** A story, with a note in every place that can hold one or without any. */
const written = (...notes: Block[]) =>
  story(
    ...notes,
    p('نص', fn('a1')),
    ...notes,
    quote(p('قول'), ...notes),
    ...(notes.length > 0 ? [quote(...notes)] : []),
    ul(li(p('بند'), ...notes)),
    cell(p('خلية'), ...notes),
    factBox('إطار', p('معلومة'), ...notes),
    questions(asked('ما؟', p('هذا'), ...notes)),
    timeline(at('2024-05-08', p('وقع'), ...notes)),
    sources(source('a1', 'الوكالة')),
  )
const [withNotes, without] = [written(told), written()].map((body) =>
  articleOf(idOf(1), { body, status: 'published' }),
)

async function deskWith(stored: typeof withNotes) {
  const ports = memoryPorts()
  await ports.articles.put(stored!)
  return { desk: createDesk(ports), ports }
}

describe('a note never leaves the house', () => {
  test.each(formats)('$id has the very bytes that it has without it', async ({ id: format }) => {
    const [some, none] = await Promise.all(
      [withNotes, without].map(async (stored) => {
        const { desk } = await deskWith(stored)
        return desk['article.export']({ id: idOf(1), format })
      }),
    )
    expect(some?.base64).toBe(none?.base64)
    expect(new TextDecoder().decode(fromBase64(some?.base64 ?? ''))).not.toContain(secret)
    expect(some?.name).toBe(none?.name)
  })
  test('the preview has none of it', async () => {
    const [some, none] = await Promise.all(
      [withNotes, without].map(async (stored) => {
        const { desk, ports } = await deskWith(stored)
        const { id, language, status, fields, body } = stored!
        await desk['article.draw']({ id, language, status, fields, body })
        return ports.drawn[0]
      }),
    )
    expect(some).toEqual(none)
  })
  test('no search finds it, and it stands in no excerpt', async () => {
    expect(searchablePieces(withNotes!)).toEqual(searchablePieces(without!))
    const desk = createDesk(memoryPorts())
    const { article } = await desk['article.create']({})
    await desk['article.save']({ ...article, body: written(told) })
    expect((await desk['article.search']({ query: secret })).total).toBe(0)
    expect((await desk['article.search']({ query: 'معلومة' })).total).toBe(1)
  })
  test('it is no part of the length, in the list and in the versions', async () => {
    expect(measureBody(withNotes!.body)).toEqual(measureBody(without!.body))
    const desk = createDesk(memoryPorts())
    const { article } = await desk['article.create']({})
    await desk['article.save']({ ...article, body: written(told) })
    expect((await desk['article.list']({})).articles[0]?.words).toBe(measureBody(without!.body).words)
  })
  test('the article itself keeps it', async () => {
    const { desk } = await deskWith(withNotes)
    const { id, language, status, fields, body, revision } = withNotes!
    await desk['article.save']({ id, language, status, fields, body, revision })
    expect((await desk['article.open']({ id })).article.body).toEqual(body)
  })
  test('only the file for another Midad, and what it is packed in, say that notes stay here', async () => {
    for (const { id: format } of formats) {
      const { desk } = await deskWith(withNotes)
      const { warnings } = await desk['article.export']({ id: idOf(1), format })
      const said = warnings.filter(({ code }) => code === 'notes-left-out').length
      expect([format, said]).toEqual([format, format === 'json' || format === 'zip' ? 1 : 0])
    }
  })
})

describe('what is still to come', () => {
  const warned = async (
    body: ReturnType<typeof story>,
    headline = '',
    tkWords: string[] = [],
    leadImage: LeadImage | null = null,
  ) => {
    const stored = articleOf(idOf(1), { body })
    const { desk } = await deskWith({ ...stored, fields: { ...stored.fields, headline, leadImage } })
    await desk['settings.change']({ tkWords })
    const all = await Promise.all(
      formats.map(({ id: format }) => desk['article.export']({ id: idOf(1), format })),
    )
    return all.map(({ warnings }) =>
      warnings.filter(({ code }) => code === 'tk').map(({ message }) => message),
    )
  }
  const everywhere = (...messages: string[]) => formats.map(() => messages)

  test('is warned of in every format, in the story and over it', async () => {
    expect(await warned(story(p('بلغ العدد TK وقال ؟؟')))).toEqual(
      everywhere('2 marks that something is still to come'),
    )
    expect(await warned(story(p('x')), 'مقتل TKTK')).toEqual(
      everywhere('1 marks that something is still to come'),
    )
    expect(await warned(story(p('اسمه ناقص')), '', ['ناقص'])).toEqual(
      everywhere('1 marks that something is still to come'),
    )
  })
  test('is warned of in captions, at cards, in who said a quote, and at the lead picture', async () => {
    const name = `${'a'.repeat(64)}.png`
    const picture = image(name, { caption: 'TK', credit: 'TK' })
    const beside = story(
      picture,
      gallery('؟؟', picture, image(name)),
      embed('https://youtu.be/TK', { title: 'TK' }),
      pullQuote('TK', p('قول')),
    )
    expect(await warned(beside)).toEqual(everywhere('7 marks that something is still to come'))
    const lead = { media: null, alt: '', caption: 'TK', credit: '', source: '', width: null, height: null }
    expect(await warned(story(p('x')), '', [], lead)).toEqual(
      everywhere('1 marks that something is still to come'),
    )
  })
  test('is not warned of where there is none, or only in a note', async () => {
    expect(await warned(story(p('اسمه ناقص'), note(p('TK'))))).toEqual(everywhere())
  })
})
