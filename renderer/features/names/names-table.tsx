import { X } from '@phosphor-icons/react/dist/icons/X'
import { useLayoutEffect, useRef, useState } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { nameKinds, type NameEntry } from '../../../core/model/names.ts'
import { Select } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { shownName } from './name-rows.ts'
import { SpellingCell } from './spelling-cell.tsx'

interface NamesTableProps {
  rows: readonly NameEntry[]
  columns: readonly LanguageCode[]
  isReadOnly: boolean
  /** Its first field has the focus when it appears. */
  freshId: string | null
  onChange: (entry: NameEntry) => void
  onRemove: (entry: NameEntry) => void
}

/** CSS pixels: names.css gives each row as much. */
const rowPx = 72
/** Rows that are drawn beyond what is in sight. */
const beyond = 8

/** A name a row, a language a column; drawn is what is in sight, and the row that has the focus. */
export function NamesTable({ rows, columns, isReadOnly, freshId, onChange, onRemove }: NamesTableProps) {
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last, look } = useDrawn(scroller, rows.length)
  const [focusedId, setFocused] = useState<string | null>(null)
  useLayoutEffect(() => {
    if (freshId === null) return
    scroller.current?.scrollTo({ top: 0 })
    scroller.current?.querySelector<HTMLElement>('.preferred')?.focus()
  }, [freshId])
  const grid = { gridTemplateColumns: `7.5rem repeat(${columns.length}, minmax(10.5rem, 1fr)) 2.5rem` }
  const drawn = rows
    .map((entry, at) => ({ entry, at }))
    .filter(({ entry, at }) => (at >= first && at < last) || entry.id === focusedId)
  return (
    <div ref={scroller} className="names-table scroll" onScroll={look}>
      <div role="table" aria-label={t('names.name')} aria-rowcount={rows.length + 1}>
        <div role="rowgroup" className="names-heads">
          <div role="row" aria-rowindex={1} style={grid}>
            <span role="columnheader">{t('names.kind')}</span>
            {columns.map((code) => (
              <span
                key={code}
                role="columnheader"
                lang={languageOf(code).tag}
                dir={languageOf(code).direction}
              >
                {languageOf(code).ownName}
              </span>
            ))}
            <span role="columnheader">
              <span className="visually-hidden">{t('names.removeHead')}</span>
            </span>
          </div>
        </div>
        {/* Only looks on where the focus is. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          role="rowgroup"
          className="names-rows"
          style={{ blockSize: `${rows.length * rowPx}px` }}
          onFocus={({ target }) => setFocused(target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null)}
          onBlur={({ currentTarget, relatedTarget }) =>
            currentTarget.contains(relatedTarget) || setFocused(null)
          }
        >
          {drawn.map(({ entry, at }) => (
            <NameRow
              key={entry.id}
              {...{ entry, columns, isReadOnly, onChange, onRemove }}
              index={at + 2}
              style={{ ...grid, insetBlockStart: `${at * rowPx}px` }}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

interface NameRowProps extends Pick<NamesTableProps, 'columns' | 'isReadOnly' | 'onChange' | 'onRemove'> {
  entry: NameEntry
  index: number
  style: React.CSSProperties
}

function NameRow({ entry, columns, isReadOnly, index, style, onChange, onRemove }: NameRowProps) {
  const { t, language } = useWords()
  return (
    <div role="row" className="name-row" aria-rowindex={index} data-id={entry.id} style={style}>
      <div role="cell">
        <Select
          label={t('names.kind')}
          value={entry.kind}
          isDisabled={isReadOnly}
          onChange={(kind) => onChange({ ...entry, kind })}
          choices={nameKinds.map((value) => ({ value, name: t(`names.kind.${value}`) }))}
        />
      </div>
      {columns.map((code) => (
        <SpellingCell key={code} {...{ entry, isReadOnly, onChange }} language={code} />
      ))}
      <div role="cell">
        <button
          type="button"
          className="btn icon-only"
          disabled={isReadOnly}
          aria-label={t('names.remove', { word: shownName(entry, language) })}
          onClick={() => onRemove(entry)}
        >
          <Icon of={X} size="tiny" />
        </button>
      </div>
    </div>
  )
}

/** Which rows are in sight of the scroller, some beyond it included. */
function useDrawn(scroller: React.RefObject<HTMLElement | null>, count: number) {
  const [seen, setSeen] = useState({ from: 0, rows: 12 })
  const look = () => {
    const element = scroller.current
    if (!element) return
    const from = Math.floor(element.scrollTop / rowPx / 4) * 4
    const rows = Math.ceil(element.clientHeight / rowPx) + 4
    setSeen((before) => (before.from === from && before.rows === rows ? before : { from, rows }))
  }
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
    // oxlint-disable-next-line react/exhaustive-deps -- `look` reads only what the scroller has
  }, [scroller, count])
  return { first: seen.from - beyond, last: seen.from + seen.rows + beyond, look }
}
