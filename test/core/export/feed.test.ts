import { describe, expect, test } from 'vitest'
import { atom } from '../../../core/export/feed/atom.ts'
import { jsonFeed } from '../../../core/export/feed/json-feed.ts'
import { rss } from '../../../core/export/feed/rss.ts'
import type { ExportFormat, ExportInput } from '../../../core/export/format.ts'
import {
  childOf,
  childrenOf,
  parseXml,
  xmlAttribute,
  xmlText,
  type XmlElement,
} from '../../../core/import/xml-tree.ts'
import type { Article } from '../../../core/model/article.ts'
import { idOfUrn, urnOfId } from '../../../core/model/ulid-uuid.ts'
import { article, fullArticle, media, p } from './story.ts'
import { inputOf, writtenBy } from './written.ts'

const agency = { name: 'وكالة', domain: 'example.org' }
async function feedOf(format: ExportFormat, articles: readonly Article[], more: Partial<ExportInput> = {}) {
  // oxlint-disable-next-line typescript/require-await -- as the desk hands them over, one after the other
  async function* inputs() {
    for (const each of articles) yield inputOf(each, { agency, ...more })
  }
  const { bytes, warnings } = await format.writeAll!(inputs())
  return { text: new TextDecoder().decode(bytes), codes: warnings.map(({ code }) => code) }
}
const ready = (id: string, more: Partial<Article['fields']> = {}): Article => ({
  ...article('ar', { headline: `عنوان ${id}`, ...more }, p('قال')),
  id: `01HXAMP0E0000000000000000${id}`,
})
const textIn = (element: XmlElement | undefined, name: string) => {
  const found = element && childOf(element, name)
  return found && xmlText(found)
}
const isInstant = (text = '') =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text))
const isWeb = (text = '') => /^https?:\/\/[^\s/]+/.test(text)

describe('RSS 2.0', () => {
  const mailDate =
    /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/
  test.each(['ar', 'ckb', 'kmr', 'he', 'en'] as const)(
    'of an article in %s is as the specification asks',
    async (language) => {
      const { text } = await writtenBy(
        rss,
        { ...fullArticle(language), fields: { ...fullArticle(language).fields, embargoUntil: null } },
        { agency },
      )
      const root = parseXml(text)
      const channel = childOf(root, 'channel')!
      expect([root.name, xmlAttribute(root, 'version')]).toEqual(['rss', '2.0'])
      expect(textIn(channel, 'title')).toBe('وكالة')
      expect(isWeb(textIn(channel, 'link'))).toBe(true)
      expect(textIn(channel, 'description')).toBeTruthy()
      const item = childOf(channel, 'item')!
      expect(textIn(item, 'pubDate')).toMatch(mailDate)
      expect(textIn(item, 'pubDate')).toBe('Wed, 08 May 2024 11:30:00 GMT')
      // One title, link, guid, pubDate, description and enclosure at most; an author only with an address of mail, so creators.
      for (const name of ['title', 'link', 'guid', 'pubDate', 'description', 'enclosure'])
        expect(childrenOf(item, name).filter(({ namespace }) => namespace === '')).toHaveLength(1)
      expect(childrenOf(item, 'author')).toEqual([])
      const enclosure = childOf(item, 'enclosure')!
      expect(Number(xmlAttribute(enclosure, 'length'))).toBeGreaterThan(0)
      expect(xmlAttribute(enclosure, 'type')).toBe('image/png')
      expect(xmlAttribute(childOf(item, 'guid')!, 'isPermaLink')).toBe('false')
      expect(textIn(item, 'encoded')).toMatch(
        new RegExp(`^<div class="story" lang="${language === 'kmr' ? 'ku' : language}" dir="(?:rtl|ltr)">`),
      )
      expect(text).not.toContain('SECRET')
    },
  )
})

describe('Atom', () => {
  test.each(['ar', 'en'] as const)('of an article in %s is as RFC 4287 asks', async (language) => {
    const { text } = await writtenBy(
      atom,
      { ...fullArticle(language), fields: { ...fullArticle(language).fields, embargoUntil: null } },
      { agency },
    )
    const feed = parseXml(text)
    const entry = childOf(feed, 'entry')!
    expect([feed.name, feed.namespace]).toEqual(['feed', 'http://www.w3.org/2005/Atom'])
    for (const element of [feed, entry]) {
      for (const name of ['id', 'title', 'updated'])
        expect([name, childrenOf(element, name).length]).toEqual([name, 1])
      expect(isInstant(textIn(element, 'updated'))).toBe(true)
      expect(textIn(element, 'id')).toMatch(/^urn:uuid:/)
    }
    expect(textIn(feed, 'id')).not.toBe(textIn(entry, 'id'))
    expect(textIn(childOf(feed, 'author'), 'name')).toBeTruthy()
    expect(isInstant(textIn(entry, 'published'))).toBe(true)
    expect(xmlAttribute(entry, 'lang')).toBe(language)
    expect(xmlAttribute(childOf(entry, 'content')!, 'type')).toBe('html')
    for (const category of childrenOf(entry, 'category')) expect(xmlAttribute(category, 'term')).toBeTruthy()
  })
})

describe('JSON Feed', () => {
  test('of an article is as version 1.1 asks', async () => {
    const { text } = await writtenBy(
      jsonFeed,
      ready('1', { canonicalUrl: 'https://example.org/a', byline: ['سارة'] }),
      { agency },
    )
    const feed = JSON.parse(text) as Record<string, unknown> & { items: Record<string, unknown>[] }
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'وكالة',
      language: 'ar',
      home_page_url: 'https://example.org/',
    })
    const [item] = feed.items
    expect(item).toMatchObject({
      id: expect.any(String) as string,
      url: 'https://example.org/a',
      authors: [{ name: 'سارة' }],
      language: 'ar',
    })
    expect(isInstant(item?.['date_published'] as string)).toBe(true)
    expect(item?.['content_html']).toBe('<div class="story" lang="ar" dir="rtl">\n<p>قال</p>\n</div>')
    // What is empty is left out: a name with nothing is not allowed.
    expect(item).not.toHaveProperty('tags')
    expect(text).not.toContain('null')
  })
})

describe.each([rss, atom, jsonFeed])('a feed of a selection in $id', (format) => {
  const idsIn = (text: string) => [...new Set(text.match(/urn:uuid:[0-9a-f-]{36}/g))].map(idOfUrn)
  test('has its articles in their order under ids that stay theirs', async () => {
    const { text, codes } = await feedOf(format, [ready('2'), ready('1')])
    expect(idsIn(text).filter((id) => id === ready('1').id || id === ready('2').id)).toEqual([
      ready('2').id,
      ready('1').id,
    ])
    expect(codes).toEqual([])
  })
  test('leaves out what is under embargo or killed, with a warning', async () => {
    const { text, codes } = await feedOf(format, [
      ready('1', { embargoUntil: '2027-01-01' }),
      { ...ready('2'), status: 'killed' },
      ready('3', { embargoUntil: '2026-01-01' }),
    ])
    expect(text).not.toMatch(/عنوان [12]/)
    expect(text).toContain('عنوان 3')
    expect(codes).toEqual(['embargoed-left-out', 'killed-left-out'])
  })
  test('of nothing is a feed all the same', async () => {
    const { text } = await feedOf(format, [ready('1', { embargoUntil: '2027-01-01' })])
    if (format.extension === 'json') expect((JSON.parse(text) as { items: unknown[] }).items).toEqual([])
    else expect(parseXml(text).children.length).toBeGreaterThan(0)
  })
  test('names pictures as they lie beside it', async () => {
    const lead = { media, alt: '', caption: '', credit: '', source: '', width: 1, height: 1 }
    expect((await feedOf(format, [ready('1', { leadImage: lead })])).codes).toEqual(['pictures-beside'])
    const { text, codes } = await feedOf(format, [ready('1', { leadImage: lead })], {
      beside: (name) => `pictures/${name}`,
    })
    expect(text).toContain(`pictures/${media}`)
    expect(codes).toEqual([])
  })
})

test('the id of an article and its urn are the same 128 bits', () => {
  for (const id of ['00000000000000000000000000', '7ZZZZZZZZZZZZZZZZZZZZZZZZZ', '01HXAMP0E0000000000000000A'])
    expect(idOfUrn(urnOfId(id))).toBe(id)
  expect(idOfUrn('urn:uuid:x')).toBeUndefined()
  expect(idOfUrn('https://example.org')).toBeUndefined()
})
