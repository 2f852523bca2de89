import { z } from 'zod'
import { framingShape, type Framing } from '../model/crop.ts'
import { maxGallery, type Block, type PictureAttrs } from '../model/body.ts'
import type { Direction } from '../model/language-code.ts'
import { cleanHref } from '../model/clean-body.ts'
import { cleanLine, textNode } from './clean-inline.ts'
import { attribute, findElement, hasClass, isElement, textOf, type HtmlElement } from './html-tree.ts'
import type { PageReading } from './page-reading.ts'

/** A picture that came inside the page, laid on the shelf; undefined for one that lies elsewhere. */
export function pictureOf(
  img: HtmlElement,
  figcaption: HtmlElement | undefined,
  page: PageReading,
): PictureAttrs | undefined {
  const media = page.pictures.put(attribute(img, 'src') ?? '')
  if (!media) return undefined
  const pixels = (name: string) => {
    const count = Number(attribute(img, name))
    return Number.isInteger(count) && count > 0 ? count : null
  }
  const part = (name: string) => figcaption && findElement(figcaption, (each) => hasClass(each, name))
  const caption = part('caption') ?? (part('credit') ? undefined : figcaption)
  const credit = part('credit')
  const name = credit && (findElement(credit, ({ tagName }) => tagName === 'bdi') ?? credit)
  return {
    media,
    alt: cleanLine(attribute(img, 'alt') ?? ''),
    caption: caption ? cleanLine(textOf(caption), 5000) : '',
    credit: name ? cleanLine(textOf(name), 500) : '',
    width: pixels('width'),
    height: pixels('height'),
    ...(page.isOwn && framingOf(img)),
  }
}

/** How a picture is cut in a page that Midad wrote; what somebody made of it by hand and no longer fits is left out. */
function framingOf(img: HtmlElement): Framing {
  const numbers = (name: string): number[] =>
    (attribute(img, name) ?? '').split(' ').filter(Boolean).map(Number)
  const [x, y, width, height] = numbers('data-crop')
  const [across, down] = numbers('data-focal')
  const framing = {
    ...(height !== undefined && { crop: { x, y, width, height } }),
    ...(attribute(img, 'data-aspect') !== undefined && { aspect: attribute(img, 'data-aspect') }),
    ...(down !== undefined && { focal: { x: across, y: down } }),
  }
  return framingSchema.safeParse(framing).data ?? {}
}
const framingSchema = z.object(framingShape)

/** The gallery of a figure that holds `blocks`; where they are not two pictures and more, what they are one by one. */
export function galleryOf(element: HtmlElement, blocks: readonly Block[], dir: { dir?: Direction }): Block[] {
  const said = element.childNodes.find((node) => isElement(node) && node.tagName === 'figcaption')
  const caption = said && isElement(said) ? cleanLine(textOf(said), 5000) : ''
  const images = blocks.filter((block) => block.type === 'image')
  if (images.length < 2 || images.length > maxGallery || images.length < blocks.length)
    return [...blocks, ...(caption ? [paragraphOf(caption)] : [])]
  const attrs = { ...dir, ...(caption && { caption }) }
  return [{ type: 'gallery', ...(Object.keys(attrs).length > 0 && { attrs }), content: images }]
}

const paragraphOf = (text: string): Block => ({ type: 'paragraph', content: [textNode(text, [])] })

/** The card of a figure in a page that Midad wrote; nothing where its address is none that a card may have. */
export function embedOf(element: HtmlElement, page: PageReading, dir: { dir?: Direction }): Block[] {
  const link = findElement(element, ({ tagName }) => tagName === 'a')
  const url = cleanHref((link && attribute(link, 'href')) ?? '')
  if (url === undefined || !/^https?:/iu.test(url)) return []
  const words = (name: string) => {
    const part = findElement(element, (each) => hasClass(each, name))
    return part ? cleanLine(textOf(part)) : ''
  }
  const img = findElement(element, ({ tagName }) => tagName === 'img')
  const picture = img && pictureOf(img, undefined, page)
  const said = (img && attribute(img, 'alt')) ?? attribute(element, 'data-alt')
  const alt = picture?.alt ?? cleanLine(said ?? '')
  const media = picture?.media ?? null
  return [{ type: 'embed', attrs: { url, title: words('title'), site: words('site'), media, alt, ...dir } }]
}
