import type { Inline } from '../../model/body.ts'
import type { Questions, Source, Sources } from '../../model/story-blocks.ts'
import { characterStyles, footnoteBookmark, styles, tags } from '../../model/word-names.ts'
import { controlXml, paragraphXml } from './paragraph.ts'
import type { Place, WriteBlocks } from './place.ts'
import { runProperties, runsXml, textXml } from './runs.ts'

/** Questions with what was answered, each behind its letter as it is printed. */
export function questionsXml(questions: Questions, place: Place, write: WriteBlocks): string {
  const { word, direction } = place
  const pairs = questions.content.map(({ content: [question, answer] }) => {
    const look = { style: styles.question, direction, indent: place.indent, keepNext: true }
    const asked = paragraphXml(place, look, labelled(word.language.asked, question.content, place))
    const [first, ...rest] = answer.content
    if (first?.type !== 'paragraph') return asked + answered(answer.content, place, write)
    const said = first.attrs?.dir ?? direction
    const head = paragraphXml(
      place,
      { style: styles.answer, direction: said, indent: place.indent },
      labelled(word.language.answered, first.content, { ...place, direction: said }),
    )
    return asked + controlXml(tags.answer, head + write(rest, { ...place, style: styles.answer }))
  })
  return controlXml(tags.questions, pairs.join(''), questions.attrs?.dir)
}

const answered = (blocks: Parameters<WriteBlocks>[0], place: Place, write: WriteBlocks): string =>
  controlXml(tags.answer, write(blocks, { ...place, style: styles.answer }))

function labelled(letter: string, content: readonly Inline[] | undefined, place: Place): string {
  const isRtl = place.direction === 'rtl'
  const label = `<w:r>${runProperties([], { isRtl }, { style: characterStyles.label })}${textXml(`${letter}: `)}</w:r>`
  return label + runsXml(content ?? [], place.direction, place.word)
}

/** Of the sources those that no footnote has named: the others stand at the foot of their pages. */
export function sourcesXml({ content }: Sources, place: Place): string {
  const { word } = place
  const left = content.filter((source) => !word.isNamed(source))
  if (left.length === 0) return ''
  const items = left.map((source) => sourceXml(source, place))
  return controlXml(tags.sources, items.join(''))
}

function sourceXml({ attrs: { id }, content }: Source, place: Place): string {
  const { word, direction, indent } = place
  const runs = runsXml(content ?? [], direction, word)
  return paragraphXml(
    place,
    { style: styles.sourceItem, direction, indent },
    word.bookmark(footnoteBookmark + id, runs),
  )
}
