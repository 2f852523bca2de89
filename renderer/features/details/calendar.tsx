import { CaretLeft } from '@phosphor-icons/react/dist/icons/CaretLeft'
import { CaretRight } from '@phosphor-icons/react/dist/icons/CaretRight'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import {
  addMonths,
  weekdayNames,
  weekdaysInOrder,
  weekOf,
  weeksAround,
} from '../../../core/language/calendar.ts'
import { formatDate } from '../../../core/language/dates.ts'
import { toDigits } from '../../../core/language/digits.ts'
import { monthNames } from '../../../core/language/months.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { dayByKey } from './calendar-keys.ts'

interface CalendarProps {
  /** ISO; '' for none. */
  day: string
  today: string
  /** '' takes the day away. */
  onChoose: (day: string) => void
  /** By Escape: the focus goes back to where it came from. */
  onLeave: () => void
  /** The focus has gone on to something else. */
  onAway: () => void
}

/** The month around a day in the interface's language: its week, its names, its digits (ARIA date grid). */
export function Calendar({ day, today, onChoose, onLeave, onAway }: CalendarProps) {
  const { t, language, direction, dates } = useWords()
  const id = useId()
  const [at, setAt] = useState(day || today)
  const grid = useRef<HTMLTableElement>(null)
  // Only the keys of the grid take the focus along; the buttons above it keep it.
  const takesFocus = useRef(true)
  useEffect(() => {
    if (takesFocus.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    takesFocus.current = false
  })
  const digits = (figure: number) => toDigits(String(figure), dates.digits ?? languageOf(language).digits)
  const onGridKey = (event: KeyboardEvent) => {
    const next = dayByKey(event, at, { direction, language })
    if (next === undefined) return
    event.preventDefault()
    takesFocus.current = true
    setAt(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onLeave()
  }
  const month = monthNames(language, dates)[Number(at.slice(5, 7)) - 1]
  return (
    // Escape, wherever in the dialog it is pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="calendar"
      role="dialog"
      aria-label={t('date.calendar')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, currentTarget }) =>
        relatedTarget && !currentTarget.contains(relatedTarget) && onAway()
      }
    >
      <header>
        <IconButton
          icon={CaretLeft}
          points
          className="small"
          name={t('date.monthBefore')}
          onPress={() => setAt(addMonths(at, -1))}
        />
        <h3 id={id} aria-live="polite">
          {month} {digits(Number(at.slice(0, 4)))}
        </h3>
        <IconButton
          icon={CaretRight}
          points
          className="small"
          name={t('date.monthAfter')}
          onPress={() => setAt(addMonths(at, 1))}
        />
      </header>
      {/* A table of days is what ARIA's date grid is made of. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table role="grid" aria-labelledby={id} ref={grid} onKeyDown={onGridKey}>
        <thead>
          <tr>
            {weekdaysInOrder(language).map((weekday) => (
              <th key={weekday} scope="col" abbr={weekdayNames(language, 'long')[weekday]}>
                {weekdayNames(language, 'narrow')[weekday]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksAround(at, language).map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td key={each} aria-selected={each === day}>
                  <button
                    type="button"
                    tabIndex={each === at ? 0 : -1}
                    className={dayLook(each, at, language)}
                    aria-current={each === today ? 'date' : undefined}
                    onClick={() => onChoose(each)}
                  >
                    {/* Not a label: the figure is no word of "3ê mijdara 2026an", in which it must be found. */}
                    <span className="visually-hidden">{formatDate(each, { ...dates, style: 'full' })}</span>
                    <span aria-hidden="true">{digits(Number(each.slice(8)))}</span>
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        <Button onPress={() => onChoose(today)}>{t('day.today')}</Button>
        <Button isDisabled={day === ''} onPress={() => onChoose('')}>
          {t('date.clear')}
        </Button>
      </footer>
    </div>
  )
}

function dayLook(day: string, at: string, language: Parameters<typeof weekOf>[0]): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6
  const isOther = day.slice(0, 7) !== at.slice(0, 7)
  return `${isOther ? 'other' : ''} ${weekOf(language).weekend.includes(weekday) ? 'weekend' : ''}`.trim()
}
