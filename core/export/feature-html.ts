import { toAsciiDigits } from '../language/digits.ts'
import { unknownNode, type BodyNode, type Inline } from '../model/body.ts'
import { blockText } from '../model/measure.ts'
import type { FactBox, Feature, FeaturePart, Source, Sources, When } from '../model/story-blocks.ts'
import { inlineHtml } from './inline-html.ts'
import { element, escaped } from './markup.ts'
import { directed, type Place } from './place.ts'

/** Draws any other node of the story. */
export type Draw = (node: BodyNode, place: Place) => string

/** Fact boxes, questions with answers, timelines and sources as HTML: one element each. */
export function featureHtml(node: Feature | FeaturePart, place: Place, draw: Draw): string {
  switch (node.type) {
    case 'factBox':
      return factBox(node, place, draw)
    case 'questions':
    case 'timeline': {
      const { inside, dir } = directed(node, place)
      const name = node.type === 'questions' ? 'dl' : 'ol'
      return element(name, { class: node.type, dir }, all(node.content, inside, draw))
    }
    case 'questionAnswer':
      return element('div', {}, all(node.content, place, draw))
    case 'timelineEntry':
      return element('li', {}, all(node.content, place, draw))
    case 'factTitle':
      return element('h2', {}, words(node.content, place))
    case 'question':
      return element('dt', {}, label(place.page.language.asked) + words(node.content, place))
    case 'answer':
      return element('dd', {}, label(place.page.language.answered) + all(node.content, place, draw))
    case 'when':
      return element('p', { class: 'when' }, whenHtml(node, place))
    case 'sources':
      return sourcesHtml(node, place, draw)
    case 'source':
      return sourceHtml(node, place)
    default:
      return unknownNode(node)
  }
}

const all = (nodes: readonly BodyNode[], place: Place, draw: Draw): string =>
  nodes.map((node) => draw(node, place)).join('')
const words = (content: readonly Inline[] | undefined, place: Place): string =>
  inlineHtml(content ?? [], place.direction, place.page.footnotes)

/** In the text and not in the style, so that whoever reads the page without one knows who speaks. */
const label = (letter: string): string => element('span', { class: 'label' }, `${escaped(letter)}: `)

function factBox(node: FactBox, place: Place, draw: Draw): string {
  const { inside, dir } = directed(node, place)
  const [title, ...blocks] = node.content
  const hasTitle = blockText(title).trim() !== ''
  const id = hasTitle ? `box-${place.at + 1}` : undefined
  const head = hasTitle ? element('h2', { id }, words(title.content, inside)) : ''
  // Without a name it would be a landmark that nobody can tell from another.
  return element(
    hasTitle ? 'aside' : 'div',
    { class: 'fact-box', dir, 'aria-labelledby': id },
    head + all(blocks, inside, draw),
  )
}

/** A year, a month, a day, or a day and a time (HTML standard, "the time element"), in any digits. */
const isoDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ][0-2]\d:[0-5]\d)?)?)?$/

function whenHtml(node: When, place: Place): string {
  const said = toAsciiDigits(blockText(node).trim())
  const html = words(node.content, place)
  return isoDate.test(said) && isDay(said) ? element('time', { datetime: said }, html) : html
}

/** Whether the month has the day. */
function isDay(said: string): boolean {
  const [year = 0, month = 1, day = 1] = said.slice(0, 10).split('-').map(Number)
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function sourcesHtml(node: Sources, place: Place, draw: Draw): string {
  const { inside, dir } = directed(node, place)
  const list = element('ol', {}, all(node.content, inside, draw))
  return element('section', { class: 'sources', role: 'doc-endnotes', dir }, list)
}

function sourceHtml({ attrs: { id }, content }: Source, place: Place): string {
  const { footnotes } = place.page
  const className = footnotes.isNamed(id) ? undefined : 'unnamed'
  return element('li', { id: `fn${id}`, class: className }, words(content, place) + footnotes.backLinks(id))
}
