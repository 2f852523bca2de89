import type { Inline } from '../../model/body.ts'
import { xmlElement } from '../xml.ts'
import { characterStyles, styles } from '../../model/word-names.ts'
import { paragraphXml } from './paragraph.ts'
import type { Place } from './place.ts'
import { runsXml } from './runs.ts'

/** footnotes.xml: the sources that the text names; '' where it names none. To be asked after the text was written. */
export function footnotesXml(place: Place): string {
  const { word } = place
  if (word.footnotes.length === 0) return ''
  word.part = 'footnotes'
  const list = word.article.body.content.find((block) => block.type === 'sources')
  const direction = list?.attrs?.dir ?? place.direction
  const rtl = direction === 'rtl' ? '<w:rtl/>' : ''
  const mark = `<w:r><w:rPr>${xmlElement('w:rStyle', { 'w:val': characterStyles.footnote })}${rtl}</w:rPr><w:footnoteRef/></w:r>`
  const space = `<w:r><w:rPr>${xmlElement('w:rStyle', { 'w:val': characterStyles.label })}${rtl}</w:rPr><w:t xml:space="preserve"> </w:t></w:r>`
  const written = word.footnotes.map(({ content }, at) => {
    const runs = mark + space + runsXml(content ?? [], direction, word)
    const paragraph = paragraphXml(place, { style: styles.footnoteText, direction }, runs)
    return xmlElement('w:footnote', { 'w:id': at + 1 }, paragraph)
  })
  word.part = 'document'
  return separator(-1, 'separator', place) + separator(0, 'continuationSeparator', place) + written.join('')
}

const separator = (id: number, type: string, place: Place): string =>
  xmlElement(
    'w:footnote',
    { 'w:type': type, 'w:id': id },
    paragraphXml(place, { style: styles.gap, direction: place.direction }, `<w:r><w:${type}/></w:r>`),
  )

/** comments.xml: notes to the desk, where somebody asked for them in the file. */
export function commentsXml(place: Place): string {
  const { word } = place
  return word.notes
    .map(({ id, content, directions }) => {
      const paragraphs = content.map((inlines, at) => {
        const direction = directions[at] ?? place.direction
        const look = { style: styles.commentText, direction }
        return paragraphXml(place, look, runsXml(withoutLinks(inlines), direction, word))
      })
      return xmlElement('w:comment', { 'w:id': id, 'w:author': 'Midad', 'w:initials': 'M' }, ...paragraphs)
    })
    .join('')
}

// Their relations would need a part of their own; a number of a source has no place in a comment.
const withoutLinks = (content: readonly Inline[]): Inline[] =>
  content.flatMap((node): Inline[] =>
    node.type === 'footnote' ? [] : [{ ...node, marks: node.marks?.filter(({ type }) => type !== 'link') }],
  )
