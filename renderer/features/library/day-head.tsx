import { formatDate } from '../../../core/language/dates.ts'
import { localInstant } from '../../ui/instants.ts'
import { useNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words.tsx'

const dayMs = 86_400_000
const dayOf = (time: number) => localInstant(time).slice(0, 10)

/** The day over the articles that were changed on it; it stays in sight as long as they are. */
export function DayHead({ day }: { day: string }) {
  const { t, dates } = useWords()
  const now = useNow()
  const near = day === dayOf(now) ? t('day.today') : day === dayOf(now - dayMs) ? t('day.yesterday') : null
  const isOfThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4)
  return (
    <li className="day">
      {near && <b>{near}</b>}
      {formatDate(day, { ...dates, style: isOfThisYear ? 'day-month' : 'long' })}
    </li>
  )
}
