import type { EmbedAttrs } from '../model/body.ts'
import { cleanHref } from '../model/clean-body.ts'
import { readableAddress } from '../language/pasted-address.ts'
import type { Direction } from '../model/language-code.ts'
import { lineHtml } from './inline-html.ts'
import { element, escaped, opening } from './markup.ts'
import { attributeText, type PageContext } from './page-context.ts'

/** A card of another site: a link with its picture, title and site. No frame, no script: nothing is loaded from there. */
export function embedHtml(embed: EmbedAttrs, page: PageContext, dir: Direction | undefined): string {
  const { title, site, media, alt } = embed
  const href = cleanHref(embed.url)
  const source = media === null ? undefined : page.pictures.get(media)?.src
  const img = source === undefined ? '' : opening('img', { src: source, alt: attributeText(alt, page) })
  const words = [
    title && element('span', { class: 'title' }, lineHtml(title, page.direction)),
    site && element('span', {}, element('bdi', { class: 'site' }, escaped(site))),
    !title &&
      element(
        'span',
        {},
        element('bdi', { class: 'address', dir: 'ltr' }, escaped(readableAddress(embed.url))),
      ),
  ]
  const card = img + element('span', { class: 'card' }, words.filter(Boolean).join(' '))
  return element(
    'figure',
    { class: 'embed', dir, 'data-alt': source === undefined ? alt || undefined : undefined },
    href === undefined ? card : element('a', { href }, card),
  )
}
