import * as fc from 'fast-check'
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, test } from 'vitest'
import { html } from '../../../core/export/html.ts'
import type { Article } from '../../../core/model/article.ts'
import type { HouseTheme } from '../../../core/model/theme.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { factBox, li, ul } from '../../support/story.ts'
import { hostileArticle, hostileTheme, hostileWords } from './hostile-words.ts'
import { article, bdi, fullArticle, gallery, media, nothing, onePixel, p, png } from './story.ts'
import { scaling, withPicturesOf } from './scaling.ts'

const theme = (id: string): HouseTheme => {
  const found = shippedThemes.find((each) => each.id === id)
  if (!found) throw new Error(`no theme ${id}`)
  return found
}
const written = async (of: Article, with_: HouseTheme, assets = onePixel) => {
  const { bytes, warnings } = await html.write({ article: of, theme: with_, now: 0, assets })
  return { markup: new TextDecoder().decode(bytes), codes: warnings.map(({ code }) => code) }
}
type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element
const elementsIn = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
]
const textIn = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''

const harmful = ['iframe', 'object', 'embed', 'form', 'svg', 'base', 'template', 'image']
describe('whatever stands in an article or a theme', () => {
  test('no theme emits text as markup', async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, fc.constantFrom(...shippedThemes), async (words, shipped) => {
        const { markup } = await written(hostileArticle(words), hostileTheme(shipped, words))
        for (const element of elementsIn(parse(markup))) {
          expect(harmful).not.toContain(element.tagName)
          if (element.tagName === 'link')
            expect(element.attrs).toContainEqual({ name: 'rel', value: 'canonical' })
          const type = element.attrs.find(({ name }) => name === 'type')?.value
          if (element.tagName === 'script') expect(type).toBe('application/ld+json')
          for (const { name, value } of element.attrs) {
            expect(name).not.toMatch(/^on|^x-planted/)
            if (name === 'href') expect(value).toMatch(/^(?:https?:|mailto:|tel:|#)/)
            if (name === 'src') expect(value).toMatch(/^data:image\//)
          }
        }
      }),
      { numRuns: 120 },
    )
  })
  test('a planted hole is seen', async () => {
    const { markup } = await written(hostileArticle('<b x-planted>'), theme('email'))
    expect(
      elementsIn(parse(markup)).some(({ attrs }) => attrs.some(({ name }) => name === 'x-planted')),
    ).toBe(false)
    const holed = markup.replaceAll('&lt;b x-planted&gt;', '<b x-planted>')
    expect(elementsIn(parse(holed)).some(({ attrs }) => attrs.some(({ name }) => name === 'x-planted'))).toBe(
      true,
    )
  })
})

describe('the fragment', () => {
  test('is one article with its language and direction, no document, no style', async () => {
    const { markup } = await written(fullArticle('ckb'), theme('fragment'))
    const root = parseFragment(markup)
    const [only, ...others] = root.childNodes.filter((node) => 'tagName' in node)
    expect(others).toEqual([])
    expect(only && 'tagName' in only && only.attrs).toEqual([
      { name: 'class', value: 'midad' },
      { name: 'lang', value: 'ckb' },
      { name: 'dir', value: 'rtl' },
    ])
    expect(
      elementsIn(root).filter(({ tagName }) => /^(?:html|head|style|script|link|meta)$/.test(tagName)),
    ).toEqual([])
    expect(markup).not.toContain('style=')
  })
  test('has the story exactly as the page has it', async () => {
    const story = (markup: string) => /<div class="story">\n(.*)\n<\/div>/s.exec(markup)?.[1]
    const of = article('ar', { headline: 'عنوان' }, p('نص ', bdi('C++', 'ltr')), ul(li(p('بند'))))
    const fragment = story((await written(of, theme('fragment'))).markup)
    expect(fragment).toBe(story((await written(of, theme('classic'))).markup))
    expect(fragment).toContain('<bdi')
  })
})

describe('the light page', () => {
  test('carries no font, and its style is small', async () => {
    const asked: string[] = []
    const assets = { ...onePixel, font: async (family: string) => (asked.push(family), []) }
    const { markup } = await written(fullArticle('ar'), theme('light'), assets)
    expect(asked).toEqual([])
    expect(markup).not.toContain('@font-face')
    const style = /<style>(.*?)<\/style>/s.exec(markup)?.[1] ?? ''
    expect(style.length).toBeLessThan(6000)
    expect(style).not.toMatch(/(?:-|:|\b)(?:left|right)\b|letter-spacing|italic/)
  })
  test('has its pictures no wider than it shows them, where they can be scaled', async () => {
    const asked: Parameters<typeof scaling>[0] = []
    await written(withPicturesOf(fullArticle('ar'), 2400, 1600), theme('light'), scaling(asked))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every(([, to]) => to.width <= 960)).toBe(true)
  })
})

const blocks = new Set('p h1 h2 h3 h4 ul ol li div table td th blockquote'.split(' '))
describe('the e-mail', () => {
  test.each(['ar', 'en'] as const)(
    'in %s says the direction of every block and styles each',
    async (language) => {
      const { markup } = await written(fullArticle(language), theme('email'))
      const body = elementsIn(parse(markup)).find(({ tagName }) => tagName === 'body')
      const inside = body ? elementsIn(body) : []
      expect(inside.length).toBeGreaterThan(100)
      for (const element of inside.filter(({ tagName }) => blocks.has(tagName))) {
        const names = element.attrs.map(({ name }) => name)
        expect(names, element.tagName).toEqual(expect.arrayContaining(['dir', 'style']))
      }
      const known =
        /^(?:body|table|tbody|tr|td|th|div|p|h[1-4]|ul|ol|li|blockquote|hr|br|img|a|span|strong|em|u|s|sub|sup)$/
      expect(
        inside.map(({ tagName }) => tagName).filter((name) => !known.test(name) && name !== 'thead'),
      ).toEqual([])
      expect(markup).not.toMatch(/<script|<style|<link|url\(|@import|{start}|{end}|{dir}/)
    },
  )
  test('has every word that the fragment has, in the same order', async () => {
    const of = fullArticle('ar')
    const order = theme('email').order
    const words = async (with_: HouseTheme) =>
      textIn(parseFragment((await written(of, with_)).markup.replace(/<head>.*<\/head>/s, '')))
        .replaceAll(/\s+/g, ' ')
        .trim()
    expect(await words(theme('email'))).toBe(await words({ ...theme('fragment'), order }))
  })
  test('aligns a block by its own direction', async () => {
    const of = article('ar', {}, { ...p('Hello.'), attrs: { dir: 'ltr' } }, p('سلام'))
    const { markup } = await written(of, theme('email'))
    expect(markup).toMatch(/<p dir="ltr" style="[^"]*text-align:left">Hello\./)
    expect(markup).toMatch(/<p dir="rtl" style="[^"]*text-align:right">سلام/)
  })
  test('leaves out pictures that would make it too long for mail programs, and says so', async () => {
    const large = {
      ...onePixel,
      picture: async () => ({ bytes: new Uint8Array(90_000), mime: 'image/jpeg' }),
    }
    const { markup, codes } = await written(fullArticle('ar'), theme('email'), large)
    expect(markup).not.toContain('<img')
    expect(codes).toContain('mail-pictures-out')
    expect(new TextEncoder().encode(markup).length).toBeLessThan(102_000)
  })
  test('counts a picture as often as it stands in the mail', async () => {
    const middling = {
      ...onePixel,
      picture: async () => ({ bytes: new Uint8Array(20_000), mime: 'image/jpeg' }),
    }
    const { markup, codes } = await written(fullArticle('ar'), theme('email'), middling)
    expect(new TextEncoder().encode(markup).length).toBeLessThan(102_000)
    expect(codes).toContain('mail-pictures-out')
    expect(markup).toContain('<img')
  })
  test('keeps small ones inside, and says that some programs will not show them', async () => {
    const { markup, codes } = await written(fullArticle('ar'), theme('email'))
    expect(markup).toContain(`src="data:image/png;base64,${Buffer.from(png).toString('base64')}"`)
    expect(codes).toContain('mail-pictures-inside')
    expect(codes).not.toContain('mail-pictures-out')
  })
})

describe('on paper', () => {
  const style = async (id: string) =>
    /<style>(.*?)<\/style>/s.exec((await written(fullArticle('ckb'), theme(id))).markup)?.[1]
  test.each(['classic', 'modern', 'light'])(
    '%s has margins, page numbers in its digits and addresses behind links',
    async (id) => {
      const rules = await style(id)
      expect(rules).toContain('@page{margin:')
      expect(rules).toContain('counter(page,arabic-indic)')
      expect(rules).toContain('attr(href)')
      expect(rules).toMatch(/orphans:3;widows:3/)
    },
  )
  test('an address that is its own text is not printed twice', async () => {
    const link = { type: 'link' as const, attrs: { href: 'https://example.org/a' } }
    const of = article('en', {}, p({ type: 'text', text: 'https://example.org/a', marks: [link] }))
    expect((await written(of, theme('modern'))).markup).toContain(
      '<a class="bare" href="https://example.org/a">',
    )
  })
})

test('a picture in a gallery stands around its focal point', async () => {
  const picture = { media, alt: '', caption: '', credit: '', width: 800, height: 600 }
  const of = article(
    'ar',
    {},
    gallery(undefined, { ...picture, focal: { x: 0.25, y: 0.1 } }, picture),
    factBox('x', p('y')),
  )
  expect((await written(of, theme('classic'))).markup).toContain('style="object-position:25% 10%"')
  expect((await written(of, theme('fragment'), nothing)).markup).not.toContain('style=')
})
