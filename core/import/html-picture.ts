import type { PictureAttrs } from '../model/body.ts'
import { cleanLine } from './clean-inline.ts'
import { attribute, findElement, hasClass, textOf, type HtmlElement } from './html-tree.ts'
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
