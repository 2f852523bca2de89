import { maxGallery, type Block, type PictureAttrs } from '../model/body.ts'
import type { Direction } from '../model/language-code.ts'
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
  }
}

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
