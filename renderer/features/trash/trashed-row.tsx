import { ArrowUUpLeft } from '@phosphor-icons/react/dist/icons/ArrowUUpLeft'
import type { TrashedArticle } from '../../../core/api/versions.ts'
import { formatDateTime } from '../../../core/language/dates.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { Button } from '../../ui/controls.tsx'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { localInstant } from '../../ui/instants.ts'
import { useNow } from '../../ui/now.ts'
import { StatusMark } from '../../ui/status-mark.tsx'
import { useWords } from '../../ui/words.tsx'

const dayMs = 24 * 60 * 60 * 1000

interface TrashedRowProps {
  article: TrashedArticle
  /** Nothing can be done with it now. */
  isHeld: boolean
  onRestore: () => void
  onRemove: () => void
}

/** One article of the trash: what it is, when and where it was put here, when it leaves. */
export function TrashedRow({ article, isHeld, onRestore, onRemove }: TrashedRowProps) {
  const { t, dates } = useWords()
  const now = useNow()
  const { row, trashedAt, from, leavesAt } = article
  const language = languageOf(row.language)
  const since = formatDateTime(localInstant(trashedAt), { ...dates, style: 'long' })
  // The clock is read twice a minute: what came here since has all its days.
  const counted = Math.max(now, Date.parse(trashedAt))
  const days = Math.max(0, Math.ceil((Date.parse(leavesAt) - counted) / dayMs))
  return (
    <li>
      <div className="grow">
        <b {...headlineLanguage(row)}>
          <Headline of={row} />
        </b>
        <p className="marks">
          <StatusMark row={row} />
          <span>{language.ownName}</span>
          <span className="leaves">{t('trash.leaves', { days })}</span>
        </p>
        <p>
          {t('trash.since', { time: since })}
          {from && ` · ${t(`trash.from.${from.host}`, { computer: from.computer })}`}
        </p>
      </div>
      <Button isDisabled={isHeld} onPress={onRemove}>
        {t('trash.remove')}
      </Button>
      <Button look="line" icon={ArrowUUpLeft} isDisabled={isHeld} onPress={onRestore}>
        {t('trash.restore')}
      </Button>
    </li>
  )
}
