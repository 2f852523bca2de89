import { CheckCircle } from '@phosphor-icons/react/dist/icons/CheckCircle'
import { CircleDashed } from '@phosphor-icons/react/dist/icons/CircleDashed'
import { CircleHalf } from '@phosphor-icons/react/dist/icons/CircleHalf'
import { LockSimple } from '@phosphor-icons/react/dist/icons/LockSimple'
import { Prohibit } from '@phosphor-icons/react/dist/icons/Prohibit'
import { formatTime } from '../../core/language/dates.ts'
import type { ArticleRow } from '../../core/model/article.ts'
import { isHeld } from '../../core/model/unreal-days.ts'
import { Icon } from './icon.tsx'
import { localInstant } from './instants.ts'
import { useNow } from './now.ts'
import { useWords } from './words.tsx'

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
  const word =
    isEmbargoed && row.embargoUntil
      ? t('status.embargo', { time: formatTime(localInstant(row.embargoUntil), dates) })
      : t(`status.${row.status}`)
  return (
    <span className={`status ${kind}`}>
      <Icon of={icon} size="text" weight={kind === 'published' ? 'fill' : 'regular'} />
      {word}
    </span>
  )
}
