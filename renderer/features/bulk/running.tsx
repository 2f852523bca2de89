import { useWords } from '../../ui/words.tsx'
import { PathName } from './path-name.tsx'
import type { Progress } from './progress.ts'
import './bulk.css'

interface RunningProps {
  progress: Progress<unknown>
  /** So many of so many. */
  counted: string
  name: string
}

/** How far a run has come. The bar is read out where somebody asks for it; a line a second would say nothing else. */
export function Running({ progress: { phase, done, total, name: atHand }, counted, name }: RunningProps) {
  const { t } = useWords()
  const isCounted = phase !== 'gathering' && total > 0
  const words = isCounted ? counted : t('files.gathering')
  return (
    <div className="bulk-running">
      <p>{phase === 'stopping' ? t('files.stopping') : words}</p>
      <div
        role="progressbar"
        className="bulk-bar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={isCounted ? done : undefined}
        aria-valuetext={words}
      >
        <i style={{ inlineSize: isCounted ? `${(done / total) * 100}%` : 0 }} />
      </div>
      <PathName path={atHand || '\u00a0'} />
      <p className="bulk-hint">{t('files.goesOn')}</p>
    </div>
  )
}
