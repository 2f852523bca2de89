import { Check } from '@phosphor-icons/react/dist/icons/Check'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { missingFor, requiredFor, type Requirement } from '../../../core/model/required.ts'
import type { DraftDetails } from '../../desk/draft.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { useDetailsTools } from './details-context.tsx'

export const requirementWord = (requirement: Requirement): MessageKey =>
  requirement.startsWith('picture.')
    ? (requirement as Extract<Requirement, `picture.${string}`>)
    : `field.${requirement as Exclude<Requirement, `picture.${string}`>}`

/** The sign of what the present status asks for: filled while it is missing. */
export function NeededMark({ isMissing }: { isMissing: boolean }) {
  return <i className={`needed-mark ${isMissing ? 'missing' : ''}`} aria-hidden="true" />
}

interface NeededProps {
  details: DraftDetails
  onGo: (requirement: Requirement) => void
}

/**
 * What the present status asks for; what is missing leads to its field. What is there stays in its place, ticked, so that
 * nothing moves under the hands of somebody who is filling it in. It never holds anything up.
 */
export function Needed({ details, onGo }: NeededProps) {
  const { t } = useWords()
  const { type } = useDetailsTools()
  const { status, fields } = details
  const missing = missingFor(status, fields, type)
  const all = requiredFor(status, type).filter(
    (each) => !each.startsWith('picture.') || fields.leadImage?.media,
  )
  if (all.length === 1 && missing.length === 0) return null
  return (
    <div className="needed">
      <p>
        {missing.length === 0
          ? t('needed.nothing', { status: t(`status.${status}`) })
          : t('needed.missing', { status: t(`status.${status}`), count: missing.length })}
      </p>
      <ul>
        {all.map((each) => (
          <li key={each}>
            {missing.includes(each) ? (
              <button type="button" onClick={() => onGo(each)}>
                <NeededMark isMissing />
                {t(requirementWord(each))}
              </button>
            ) : (
              <span>
                <Icon of={Check} size="tiny" />
                {t(requirementWord(each))}
                <span className="visually-hidden">{t('needed.given')}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
