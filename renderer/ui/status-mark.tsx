import { CheckCircle } from '@phosphor-icons/react/dist/icons/CheckCircle'
import { CircleDashed } from '@phosphor-icons/react/dist/icons/CircleDashed'
import { CircleHalf } from '@phosphor-icons/react/dist/icons/CircleHalf'
import { LockSimple } from '@phosphor-icons/react/dist/icons/LockSimple'
import { Prohibit } from '@phosphor-icons/react/dist/icons/Prohibit'
import { formatDate, formatTime, type TimeOptions } from '../../core/language/dates.ts'
import type { ArticleRow } from '../../core/model/article.ts'
import { isOnCalendar } from '../../core/model/fields.ts'
import { isOpenEmbargo } from '../../core/model/open-embargo.ts'
import { isHeld } from '../../core/model/unreal-days.ts'
import { Icon } from './icon.tsx'
import { localInstant } from './instants.ts'
import { useNow } from './now.ts'
import { useWords } from './words.tsx'

/** When an embargo ends: a day that there is not has no time here, and is told as it is written. */
const endOf = (embargoUntil: string, dates: TimeOptions): string =>
  isOnCalendar(embargoUntil)
    ? formatTime(localInstant(embargoUntil), dates)
    : formatDate(embargoUntil, { ...dates, style: 'short' })

/** Where an article stands. Icon, colour and word: never colour alone. */
export function StatusMark({ row }: { row: Pick<ArticleRow, 'status' | 'embargoUntil'> }) {
  const { t, dates } = useWords()
  const now = useNow()
  const isEmbargoed = isHeld(row.embargoUntil, now) && row.status !== 'killed'
  const kind = isEmbargoed ? 'embargo' : row.status
  const icon = {
    draft: CircleDashed,
    ready: CircleHalf,
    published: CheckCircle,
    killed: Prohibit,
    embargo: LockSimple,
  }[kind]
  const until = isEmbargoed ? row.embargoUntil : null
  const word =
    until === null
      ? t(`status.${row.status}`)
      : isOpenEmbargo(until)
        ? t('status.embargoOpen')
        : t('status.embargo', { time: endOf(until, dates) })
  return (
    <span className={`status ${kind}`}>
      <Icon of={icon} size="text" weight={kind === 'published' ? 'fill' : 'regular'} />
      {word}
    </span>
  )
}
