import { memo, type CSSProperties } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { ComparedLine, LineStyle } from '../../../core/model/comparison.ts'
import { useWords } from '../../ui/words.tsx'
import { Picture, type PictureUrl } from './picture.tsx'
import { Pieces, Spoken } from './pieces.tsx'
import { styleInWords } from './version-words.ts'

/** What stands in the margin; a line that only has words changed in it shows that itself. */
const marginWords: Readonly<Partial<Record<ComparedLine['kind'], MessageKey>>> = {
  inserted: 'compare.inserted',
  deleted: 'compare.deleted',
  moved: 'compare.moved',
  restyled: 'compare.restyled',
}
const lists: readonly string[] = ['bulletList', 'orderedList']

interface LineProps {
  line: ComparedLine
  pictureUrl: PictureUrl
}

/** One line of the story with what became of it. */
export const Line = memo(function Line({ line, pictureUrl }: LineProps) {
  const { t } = useWords()
  const { kind, style, was } = line
  const word = marginWords[kind]
  return (
    <div className={`line ${kind}`} data-change={kind === 'same' ? undefined : ''}>
      <Spoken className="margin">
        {word && <b>{t(word)}</b>}
        {was && <small>{t('compare.was', { style: styleInWords(t, was, style) })}</small>}
      </Spoken>
      <div className={classOf(style)} dir={style.direction} style={depthOf(style)}>
        {style.type === 'horizontalRule' && <hr />}
        {line.media !== undefined && <Picture media={line.media} pictureUrl={pictureUrl} />}
        <Pieces pieces={line.pieces} />
      </div>
    </div>
  )
})

const classOf = ({ type, level, within }: LineStyle) =>
  ['words', type, type === 'heading' && `level-${level ?? 2}`, ...within].filter(Boolean).join(' ')

const depthOf = ({ within }: LineStyle) =>
  ({ '--depth': within.filter((around) => lists.includes(around)).length }) as CSSProperties
