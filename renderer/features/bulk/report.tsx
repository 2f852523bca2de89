import { Check } from '@phosphor-icons/react/dist/icons/Check'
import { Warning } from '@phosphor-icons/react/dist/icons/Warning'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { PathName } from './path-name.tsx'
import type { ReportLine, ReportLines } from './report-lines.ts'

/** So many are shown; all of them are in the report that is copied or saved. */
const shownLines = 100
const shownNames = 3

/** What became of a run, read out when it appears. */
export function Report({
  lines: { sentences, isWell, failedCount, failed, warnings },
}: {
  lines: ReportLines
}) {
  const { t } = useWords()
  const [first, ...others] = sentences
  return (
    <div className="bulk-report">
      <div role="status" className="bulk-sentence">
        <Icon of={isWell ? Check : Warning} />
        <p>
          <b>{first}</b> {others.join(' ')}
        </p>
      </div>
      <Lines name={t('files.failed', { count: failedCount })} lines={failed} />
      <Lines name={t('files.look')} lines={warnings} />
    </div>
  )
}

function Lines({ name, lines }: { name: string; lines: readonly ReportLine[] }) {
  const { t } = useWords()
  if (lines.length === 0) return null
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <ul>
        {lines.slice(0, shownLines).map(({ names, sentence }) => (
          <li key={sentence + names[0]}>
            {names.slice(0, shownNames).map((each) => (
              <PathName key={each} path={each} />
            ))}
            {names.length > shownNames && (
              <small>{t('files.more', { count: names.length - shownNames })}</small>
            )}
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {lines.length > shownLines && <small>{t('files.more', { count: lines.length - shownLines })}</small>}
    </section>
  )
}
