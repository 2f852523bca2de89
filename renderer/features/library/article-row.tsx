import { memo, useEffect, useState, type MouseEvent } from 'react'
import type { SearchHit } from '../../../core/api/contract.ts'
import { formatDate, formatTime } from '../../../core/language/dates.ts'
import { languageOf } from '../../../core/language/registry.ts'
import type { ArticleRow as Row } from '../../../core/model/article.ts'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { Isolated } from '../../ui/isolated.tsx'
import { localInstant } from '../../ui/instants.ts'
import { StatusMark } from '../../ui/status-mark.tsx'
import { useWords } from '../../ui/words.tsx'
import type { Thumbs } from './thumbs.ts'

/** How rows are drawn: lines beside the page, columns over all of it, cards with their pictures. */
export type RowLook = 'lines' | 'columns' | 'cards'

interface ArticleRowProps {
  /** Undefined where the desk has not told it yet: its place is kept. */
  row: Row | undefined
  hit: SearchHit | undefined
  index: number
  count: number
  look: RowLook
  /** Its day stands above it. */
  isUnderDay: boolean
  isCurrent: boolean
  isTabStop: boolean
  /** It can be chosen; whether it is. */
  isPicking: boolean
  isPicked: boolean
  /** Drawn apart, so high from the top of the list: it has the focus and is out of sight. */
  away: number | undefined
  thumbs: Thumbs
  onPress: (index: number, event: MouseEvent) => void
  onPick: (index: number, isRange: boolean) => void
}

/** An article in the list. */
export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const { row, index, count, isCurrent, isTabStop, isPicking, isPicked, away, onPress, onPick } = props
  const { t } = useWords()
  return (
    <li
      aria-setsize={count}
      aria-posinset={index + 1}
      data-picked={isPicked || undefined}
      data-away={away === undefined ? undefined : ''}
      style={away === undefined ? undefined : { insetBlockStart: away }}
    >
      {isPicking && row && (
        <input
          type="checkbox"
          className="pick"
          tabIndex={-1}
          aria-label={t('list.pick', { headline: row.headline || t('article.untitled') })}
          checked={isPicked}
          onChange={(event) => onPick(index, (event.nativeEvent as PointerEvent).shiftKey)}
        />
      )}
      <button
        type="button"
        className="row"
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isCurrent ? 'true' : undefined}
        aria-busy={row ? undefined : true}
        data-index={index}
        data-id={row?.id}
        onClick={(event) => onPress(index, event)}
      >
        {row ? <Face {...props} row={row} /> : <span className="h">…</span>}
      </button>
    </li>
  )
})

function Face(props: ArticleRowProps & { row: Row }) {
  const { row, hit, look, isUnderDay, thumbs } = props
  const { t, language } = useWords()
  const { tag, direction } = languageOf(row.language)
  const { script } = languageOf(row.headline ? row.language : language)
  return (
    <>
      {look === 'cards' && <Thumb key={`${row.id} ${row.picture}`} row={row} thumbs={thumbs} />}
      <span className="words">
        <span className="h" {...headlineLanguage(row)} data-script={script}>
          <Headline of={row} />
        </span>
        {hit && hit.excerpt !== '' && (
          <span className="x" lang={tag} dir={direction}>
            <Isolated text={hit.excerpt} base={direction} marks={hit.marks} />
          </span>
        )}
        <span className="m">
          <StatusMark row={row} />
          {(row.place !== '' || look === 'columns') && (
            <span className="place">
              <i className="dot" />
              <bdi>{row.place}</bdi>
            </span>
          )}
          {look === 'columns' && (
            <>
              <span className="section">
                <bdi>{row.section}</bdi>
              </span>
              <span className="by">
                <bdi>
                  {row.byline.map((name, at) =>
                    at === 0 ? name : t('told.and', { first: '', second: name }),
                  )}
                </bdi>
              </span>
              <span className="count">{t('count.plain', { count: row.words })}</span>
            </>
          )}
          <Moment at={row.updatedAt} isUnderDay={isUnderDay} />
        </span>
      </span>
    </>
  )
}

/** When it was changed last: the hour under its day, else the day too. */
function Moment({ at, isUnderDay }: { at: string; isUnderDay: boolean }) {
  const { dates } = useWords()
  const instant = localInstant(at)
  return (
    <time dateTime={at}>
      {isUnderDay
        ? formatTime(instant, dates)
        : formatDate(instant.slice(0, 10), { ...dates, style: 'short' })}
    </time>
  )
}

/** The lead picture, small; its words are in the article. */
function Thumb({ row, thumbs }: { row: Row; thumbs: Thumbs }) {
  const { id, picture } = row
  const [url, setUrl] = useState(picture === null ? null : (thumbs.known(id, picture) ?? null))
  useEffect(
    () => (picture === null || url !== null ? undefined : thumbs.ask(id, picture, setUrl)),
    [id, picture, url, thumbs],
  )
  return (
    <span className="thumb" data-none={picture === null || undefined}>
      {url !== null && <img src={url} alt="" />}
    </span>
  )
}
