import { besideAddress } from './wire-fields.ts'
import type { HtmlElement } from './html-tree.ts'
import { h } from './xhtml-tree.ts'
import { childOf, childrenOf, xmlAttribute, xmlText, type XmlElement } from './xml-tree.ts'

/** The quotation marks that stand for a `q`. */
export interface NitfTexts {
  open: string
  close: string
}
type Inline = (element: XmlElement, texts: NitfTexts) => (HtmlElement | string)[]

/** A `media` of NITF as the figure of a page: a picture with its words, or a card of ours. What is neither has its caption alone. */
export function nitfMedia(media: XmlElement, texts: NitfTexts, inline: Inline): HtmlElement[] {
  if (xmlAttribute(media, 'class') === 'embed') return card(media, texts, inline)
  const reference = pictureReference(media)
  const caption = captionOf(media, texts, inline)
  const credit = childrenOf(media, 'media-producer').flatMap((each) => inline(each, texts))
  const said = (name: string) => metadata(media, name)
  const words = [
    ...(caption.length > 0 ? [h('span', { class: 'caption' }, ...caption)] : []),
    ...(credit.length > 0 ? [h('span', { class: 'credit' }, h('bdi', {}, ...credit))] : []),
  ]
  const img =
    reference &&
    h('img', {
      src: addressOf(reference),
      alt: xmlAttribute(reference, 'alternate-text'),
      width: xmlAttribute(reference, 'width'),
      height: xmlAttribute(reference, 'height'),
      'data-crop': said('crop'),
      'data-aspect': said('aspect'),
      'data-focal': said('focal'),
    })
  const figcaption = words.length > 0 ? [h('figcaption', {}, ...words)] : []
  return [h('figure', {}, ...(img ? [img] : []), ...figcaption)]
}

export const metadata = (media: XmlElement, name: string): string | undefined => {
  const found = childrenOf(media, 'media-metadata').find((each) => xmlAttribute(each, 'name') === name)
  return found && xmlAttribute(found, 'value')
}

/** The largest picture that a `media` names. */
export function pictureReference(media: XmlElement): XmlElement | undefined {
  if (!/image|photo|picture|graphic/i.test(xmlAttribute(media, 'media-type') ?? '')) return undefined
  const widthOf = (each: XmlElement) => Number(xmlAttribute(each, 'width')) || 0
  return childrenOf(media, 'media-reference').toSorted((one, other) => widthOf(other) - widthOf(one))[0]
}

export const addressOf = (reference: XmlElement): string =>
  besideAddress(xmlAttribute(reference, 'source') ?? xmlAttribute(reference, 'name') ?? '')

function captionOf(media: XmlElement, texts: NitfTexts, inline: Inline): (HtmlElement | string)[] {
  return childrenOf(media, 'media-caption').flatMap((caption) => {
    const paragraphs = childrenOf(caption, 'p')
    if (paragraphs.length === 0) return inline(caption, texts)
    return paragraphs.flatMap((each, at) => (at === 0 ? inline(each, texts) : [' ', ...inline(each, texts)]))
  })
}

function card(media: XmlElement, texts: NitfTexts, inline: Inline): HtmlElement[] {
  const reference = childOf(media, 'media-reference')
  const caption = childOf(media, 'media-caption')
  const paragraph = caption && childOf(caption, 'p')
  const link = paragraph && childOf(paragraph, 'a')
  const href = link && xmlAttribute(link, 'href')
  if (!link || href === undefined) return []
  const source = reference ? addressOf(reference) : ''
  const alt = reference && xmlAttribute(reference, 'alternate-text')
  const site = childOf(media, 'media-producer')
  const parts = [
    ...(source ? [h('img', { src: source, alt })] : []),
    ...(xmlAttribute(link, 'class') === 'address'
      ? []
      : [h('span', { class: 'title' }, ...inline(link, texts))]),
    ...(site ? [h('span', { class: 'site' }, xmlText(site))] : []),
  ]
  return [
    h(
      'figure',
      { class: 'embed', 'data-alt': alt, dir: xmlAttribute(media, 'dir') },
      h('a', { href }, ...parts),
    ),
  ]
}
