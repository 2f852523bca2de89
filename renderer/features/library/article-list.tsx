import { memo, useMemo, useState, type KeyboardEvent, type ReactNode, type UIEvent } from 'react'
import type { SearchHit } from '../../../core/api/contract.ts'
import { formatDate, formatTime } from '../../../core/language/dates.ts'
import { languageOf } from '../../../core/language/registry.ts'
import type { ArticleRow } from '../../../core/model/article.ts'
import { Button } from '../../ui/controls.tsx'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { Isolated } from '../../ui/isolated.tsx'
import { localInstant } from '../../ui/instants.ts'
import { useNow } from '../../ui/now.ts'
import { StatusMark } from '../../ui/status-mark.tsx'
import { useWords } from '../../ui/words.tsx'
import type { ShelfState } from './shelf.ts'

interface ArticleListProps {
  state: ShelfState
  currentId: string | null
  onOpen: (id: string) => void
  onDelete: (id: string) => void
  onClearSearch: () => void
  onSearch: (query: string) => void
  onShowAll: () => void
}

/** Rows drawn at first, and added whenever the reader comes near the end of them: taller than any screen. */
const rowsAtATime = 80
const nearEndPx = 1200

/** The articles, newest change first, under the day of it; while searching, the hits with their words. */
export function ArticleList(props: ArticleListProps) {
  const { state, currentId, onOpen, onDelete } = props
  const { t } = useWords()
  const rows = state.filter === 'all' ? state.rows : state.rows.filter((row) => row.status === state.filter)
  const hits = state.hits?.filter(({ row }) => state.filter === 'all' || row.status === state.filter)
  const [drawn, setDrawn] = useState(rowsAtATime)
  const count = hits?.length ?? rows.length
  const drawMore = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent) => {
    if (drawn < count && scrollTop + clientHeight > scrollHeight - nearEndPx) setDrawn(drawn + rowsAtATime)
  }
  const nothing = hits ? hits.length === 0 : state.isRead && rows.length === 0
  const moveByArrow = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.row')]
    buttons[buttons.indexOf(document.activeElement as HTMLElement) + step]?.focus()
    event.preventDefault()
  }
  const item = (row: ArticleRow, hit?: SearchHit) => (
    <Row
      key={row.id}
      row={row}
      hit={hit}
      isCurrent={row.id === currentId}
      onOpen={onOpen}
      onDelete={onDelete}
    />
  )
  return (
    <div className="list scroll" onKeyDown={moveByArrow} onScroll={drawMore} role="presentation">
      <p className="waiting" role="status">
        {state.isWaiting && t('library.reading')}
      </p>
      {nothing && <Nothing {...props} />}
      <ul aria-label={t('library.articles')}>
        {hits ? (
          hits.slice(0, drawn).map((hit) => item(hit.row, hit))
        ) : (
          <ByDay rows={rows} drawn={drawn} item={item} />
        )}
      </ul>
    </div>
  )
}

/** Why the list is empty, and the way out. */
function Nothing({ state, onClearSearch, onSearch, onShowAll }: ArticleListProps) {
  const { t } = useWords()
  const { instead } = state
  const isSearch = state.hits !== null
  const isFiltered = state.filter !== 'all' && state.rows.length > 0
  return (
    <div className="none">
      <p>{t(isSearch ? 'library.noHits' : isFiltered ? 'library.noneSuch' : 'library.empty')}</p>
      {isSearch && instead !== null && (
        <Button look="line" onPress={() => onSearch(instead)}>
          {t('library.instead', { query: instead })}
        </Button>
      )}
      {isSearch && (
        <Button look={instead === null ? 'line' : 'plain'} onPress={onClearSearch}>
          {t('library.clearSearch')}
        </Button>
      )}
      {isFiltered && (
        <Button look={isSearch ? 'plain' : 'line'} onPress={onShowAll}>
          {t('library.showAll')}
        </Button>
      )}
    </div>
  )
}

interface ByDayProps {
  rows: readonly ArticleRow[]
  drawn: number
  item: (row: ArticleRow) => ReactNode
}

function ByDay({ rows, drawn, item }: ByDayProps) {
  const { t, dates } = useWords()
  const days = useMemo(() => groupByDay(rows.slice(0, drawn)), [rows, drawn])
  const now = useNow()
  const today = dayOf(now)
  const yesterday = dayOf(now - 86_400_000)
  return days.flatMap(({ day, rows: ofDay }) => {
    const near = day === today ? t('day.today') : day === yesterday ? t('day.yesterday') : null
    return [
      <li key={day} className="day">
        {near && <b>{near}</b>}
        {formatDate(day, { ...dates, style: 'day-month' })}
      </li>,
      ...ofDay.map((row) => item(row)),
    ]
  })
}

const dayOf = (time: number | string) => localInstant(time).slice(0, 10)

function groupByDay(rows: readonly ArticleRow[]) {
  const days: { day: string; rows: ArticleRow[] }[] = []
  for (const row of rows) {
    const day = dayOf(row.updatedAt)
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}

interface RowProps {
  row: ArticleRow
  hit?: SearchHit | undefined
  isCurrent: boolean
  onOpen: (id: string) => void
  onDelete: (id: string) => void
}

const Row = memo(function Row({ row, hit, isCurrent, onOpen, onDelete }: RowProps) {
  const { dates, language } = useWords()
  const { tag, direction } = languageOf(row.language)
  const { script } = languageOf(row.headline ? row.language : language)
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onOpen(row.id)}
        onKeyDown={(event) => event.key === 'Delete' && onDelete(row.id)}
      >
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
          {row.place !== '' && (
            <>
              <i className="dot" />
              <bdi>{row.place}</bdi>
            </>
          )}
          <time dateTime={row.updatedAt}>{formatTime(localInstant(row.updatedAt), dates)}</time>
        </span>
      </button>
    </li>
  )
})
