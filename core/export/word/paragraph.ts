import type { Inline, Paragraph } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import type { Note } from '../../model/story-blocks.ts'
import { xmlElement } from '../xml.ts'
import { characterStyles, type ParagraphStyle } from '../../model/word-names.ts'
import type { Place } from './place.ts'
import { runsXml, type RunLook } from './runs.ts'

export interface ParagraphLook {
  style?: ParagraphStyle | undefined
  direction: Direction
  /** The list that numbers it. */
  list?: { number: number; level: number } | undefined
  indent?: number | undefined
  keepNext?: boolean
  /** What notes to the desk are pinned to it. */
  notes?: readonly Note[]
}

/** A paragraph around runs; its own direction is always said, so that no program has to guess it. */
export function paragraphXml(place: Place, look: ParagraphLook, runs: string): string {
  const { style, direction, list, indent, keepNext, notes } = look
  const isRtl = direction === 'rtl'
  let properties = style ? xmlElement('w:pStyle', { 'w:val': style }) : ''
  if (keepNext) properties += '<w:keepNext/>'
  if (list)
    properties += `<w:numPr>${xmlElement('w:ilvl', { 'w:val': list.level })}${xmlElement('w:numId', { 'w:val': list.number })}</w:numPr>`
  properties += isRtl ? '<w:bidi/>' : '<w:bidi w:val="0"/>'
  if (indent) properties += xmlElement('w:ind', { 'w:left': indent })
  if (isRtl) properties += '<w:rPr><w:rtl/></w:rPr>'
  const content = notes ? pinned(place, notes, runs) : runs
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
}

/** The same around inline nodes. */
export const textParagraph = (
  place: Place,
  look: ParagraphLook,
  content: readonly Inline[] | undefined,
  runLook: RunLook = {},
): string => paragraphXml(place, look, runsXml(content ?? [], look.direction, place.word, runLook))

/** The runs with comments over them: what notes say. */
function pinned({ word, direction }: Place, notes: readonly Note[], runs: string): string {
  if (!word.hasNotes || notes.length === 0) return runs
  const ids = notes.map((note) => {
    const around = note.attrs?.dir ?? direction
    word.notes.push({
      id: word.notes.length,
      content: note.content.map(({ content }) => content ?? []),
      directions: note.content.map(({ attrs }: Paragraph) => attrs?.dir ?? around),
    })
    return word.notes.length - 1
  })
  const starts = ids.map((id) => xmlElement('w:commentRangeStart', { 'w:id': id })).join('')
  const ends = ids
    .map((id) => {
      const style = xmlElement('w:rPr', {}, xmlElement('w:rStyle', { 'w:val': characterStyles.comment }))
      const reference = `<w:r>${style}${xmlElement('w:commentReference', { 'w:id': id })}</w:r>`
      return xmlElement('w:commentRangeEnd', { 'w:id': id }) + reference
    })
    .join('')
  return starts + runs + ends
}

/**
 * Blocks held together under a name, without a frame on screen; the name says a direction that is their own. A gallery is named because
 * LibreOffice 7 makes form fields of the words in any other control.
 */
export const controlXml = (tag: string, content: string, dir?: Direction | null): string =>
  `<w:sdt><w:sdtPr>${xmlElement('w:tag', { 'w:val': dir ? `${tag}:${dir}` : tag })}` +
  '<w15:appearance w15:val="hidden"/><w:docPartObj><w:docPartGallery w:val="Midad"/></w:docPartObj></w:sdtPr>' +
  `<w:sdtContent>${content}</w:sdtContent></w:sdt>`
