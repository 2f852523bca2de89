import { readableAddress } from '../../language/pasted-address.ts'
import type { EmbedAttrs, Gallery } from '../../model/body.ts'
import { cleanHref } from '../../model/clean-body.ts'
import { blockText } from '../../model/measure.ts'
import type { FactBox, Timeline } from '../../model/story-blocks.ts'
import { styles, tableStyles } from '../../model/word-names.ts'
import { paragraphXml, textParagraph } from './paragraph.ts'
import { captionXml, pictureParagraph } from './pictures.ts'
import type { Place, WriteBlocks } from './place.ts'
import { lineXml, nameIn, runsXml } from './runs.ts'
import { gridXml, type GridRow } from './tables.ts'

/** What the lines of a frame take from the width inside it. */
const frame = 340
const framed = (place: Place, width: number): Place => ({
  ...place,
  width: width - frame,
  indent: 0,
  depth: 0,
  style: undefined,
})
const room = ({ width, indent }: Place): number => width - indent

/** A box beside the story: a frame of one cell, its title first. */
export function factBoxXml(box: FactBox, place: Place, write: WriteBlocks): string {
  const [title, ...blocks] = box.content
  const columns = [room(place)]
  const within = framed(place, room(place))
  const head =
    blockText(title).trim() === ''
      ? ''
      : textParagraph(
          within,
          { style: styles.factTitle, direction: place.direction, keepNext: true },
          title.content,
        )
  const content = head + write(blocks, within)
  return gridXml([{ cells: [{ content, span: 1 }] }], { style: tableStyles.factBox, columns }, place)
}

/** What happened when: two columns, the time first. */
export function timelineXml(timeline: Timeline, place: Place, write: WriteBlocks): string {
  const first = Math.round(room(place) / 4)
  const columns = [first, room(place) - first]
  const rows = timeline.content.map(({ content: [when, ...blocks] }): GridRow => {
    const look = { style: styles.when, direction: place.direction }
    return {
      cells: [
        { content: textParagraph(framed(place, first), look, when.content), span: 1 },
        { content: write(blocks, framed(place, room(place) - first)), span: 1 },
      ],
    }
  })
  return gridXml(rows, { style: tableStyles.timeline, columns }, place)
}

/** Pictures two in a row, each with its words, and what is written under all of them. */
export function galleryXml(gallery: Gallery, place: Place): string {
  const half = Math.floor(room(place) / 2)
  const within = framed(place, half)
  const rows: GridRow[] = []
  for (let at = 0; at < gallery.content.length; at += 2) {
    const pair = gallery.content.slice(at, at + 2)
    const cells = pair.map(({ attrs }) => ({
      content: pictureParagraph(attrs, within) + captionXml(attrs, within),
      span: 1,
    }))
    rows.push({ cells })
  }
  const caption = gallery.attrs?.caption
  if (caption) {
    const look = { style: styles.galleryCaption, direction: place.direction }
    const content = paragraphXml(within, look, lineXml(caption, place.direction, place.word))
    rows.push({ cells: [{ content, span: 2 }] })
  }
  return gridXml(rows, { style: tableStyles.gallery, columns: [half, half] }, place)
}

/** A card of another site: its picture, its title as a link, and its name. */
export function embedXml(embed: EmbedAttrs, place: Place): string {
  const { title, site, media, alt, url } = embed
  const { direction, word } = place
  const within = framed(place, room(place))
  const shown = title || readableAddress(url)
  const href = cleanHref(url)
  const link = href === undefined ? [] : [{ type: 'link' as const, attrs: { href } }]
  const isolate = title ? [] : [{ type: 'bdi' as const, attrs: { dir: 'ltr' as const } }]
  const words = runsXml([{ type: 'text', text: shown, marks: [...link, ...isolate] }], direction, word)
  const style = title ? styles.embedTitle : styles.embedAddress
  const picture =
    media === null
      ? ''
      : pictureParagraph({ media, alt, caption: '', credit: '', width: null, height: null }, within)
  const content =
    picture +
    paragraphXml(within, { style, direction }, words) +
    (site ? textParagraph(within, { style: styles.embedSite, direction }, [nameIn(site, direction)]) : '')
  const look = { style: tableStyles.embed, columns: [room(place)], description: alt }
  return gridXml([{ cells: [{ content, span: 1 }] }], look, place)
}
