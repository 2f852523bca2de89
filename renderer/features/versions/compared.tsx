import { useId } from 'react'
import { useWords } from '../../ui/words.tsx'
import { Comparison } from './comparison.tsx'
import type { useChanges } from './use-changes.ts'
import type { AskedComparison } from './use-comparison.ts'

interface ComparedProps {
  id: string
  asked: AskedComparison
  /** What must be said above it; empty where all is well. */
  problem?: string
  changes: ReturnType<typeof useChanges>
}
interface AgainstProps {
  against: 'present' | 'before'
  onAgainst: (against: 'present' | 'before') => void
  /** There is no version before the chosen one. */
  isOldest: boolean
}

/** The chosen version beside another text: with which one, and how they differ. */
export function Compared(props: ComparedProps & AgainstProps) {
  const { t } = useWords()
  const group = useId()
  const { against, onAgainst, isOldest } = props
  const choice = (value: AgainstProps['against'], name: string) => (
    <label>
      <input type="radio" name={group} checked={against === value} onChange={() => onAgainst(value)} />
      <span>{name}</span>
    </label>
  )
  return (
    <div className="beside">
      <fieldset className="against">
        <legend className="visually-hidden">{t('compare.with')}</legend>
        {choice('present', t('compare.present'))}
        {choice('before', t('compare.before'))}
      </fieldset>
      {against === 'before' && isOldest ? (
        <p className="beside-note">{t('compare.oldest')}</p>
      ) : (
        <Difference {...props} />
      )}
    </div>
  )
}

/** How the two texts differ, or why that cannot be said. */
export function Difference({ id, asked, problem, changes }: ComparedProps) {
  const { t } = useWords()
  const said = asked.problem || problem
  const { of, compared } = asked.last
  const isWaiting = !asked.compared && !asked.problem
  return (
    <>
      {said && (
        <p role="alert" className="banner danger">
          {said}
        </p>
      )}
      {compared && (
        <Comparison
          key={of}
          id={id}
          compared={compared}
          isWaiting={isWaiting}
          place={changes.place}
          at={changes.at}
          onGo={changes.go}
        />
      )}
      {!compared && isWaiting && (
        <p role="status" className="beside-note waiting">
          {t('compare.reading')}
        </p>
      )}
    </>
  )
}
