import { formatDate } from '../../language/dates.ts'
import type { Inline } from '../../model/body.ts'
import { beforePlace, commaOf, styles, tags, type ParagraphStyle } from '../../model/word-names.ts'
import { withOwnDate } from '../own-date.ts'
import { controlXml, paragraphXml } from './paragraph.ts'
import { captionXml, pictureParagraph } from './pictures.ts'
import type { Place } from './place.ts'
import { lineXml, nameIn, runsXml } from './runs.ts'

/** What stands over the story: kicker, headline, subheadline, names, date, the lead picture, summary. */
export function frontXml(place: Place): string {
  const { kicker, headline, subheadline, summary } = place.word.article.fields
  return [
    line(styles.kicker, kicker, place),
    line(styles.headline, headline, place),
    line(styles.subheadline, subheadline, place),
    names(place),
    dateLine(place),
    lead(place),
    line(styles.summary, summary, place),
  ].join('')
}

/** The source's name, at the end. */
export const backXml = (place: Place): string => {
  const { source } = place.word.article.fields
  return source ? own(styles.source, [nameIn(source, place.direction)], place) : ''
}

const line = (style: ParagraphStyle, text: string, place: Place): string =>
  text &&
  paragraphXml(place, { style, direction: place.direction }, lineXml(text, place.direction, place.word))

const own = (style: ParagraphStyle, content: Inline[], { word, direction, ...place }: Place): string =>
  paragraphXml({ word, direction, ...place }, { style, direction }, runsXml(content, direction, word))

function names(place: Place): string {
  const { article, language } = place.word
  const { byline, place: city } = article.fields
  const comma: Inline = { type: 'text', text: commaOf(language.script) }
  const content = byline.filter(Boolean).flatMap((name, at) => {
    const own = nameIn(name, place.direction)
    return at > 0 ? [comma, own] : [own]
  })
  if (city && content.length > 0) content.push({ type: 'text', text: beforePlace })
  if (city) content.push(nameIn(city, place.direction))
  return content.length > 0 ? own(styles.byline, content, place) : ''
}

function dateLine(place: Place): string {
  const { article, theme } = place.word
  const { date } = article.fields
  if (!date) return ''
  const { language } = article
  const { style, digits, arabicMonths } = withOwnDate(theme, language).dateLine
  const words = formatDate(date, { language, style, digits, arabicMonths })
  return own(styles.dateLine, [{ type: 'text', text: words }], place)
}

function lead(place: Place): string {
  const { leadImage } = place.word.article.fields
  if (!leadImage) return ''
  const picture = { ...leadImage, media: leadImage.media ?? '' }
  const content =
    pictureParagraph(picture, place, styles.lead) + captionXml(picture, place, styles.leadCaption)
  return content && controlXml(tags.lead, content)
}
