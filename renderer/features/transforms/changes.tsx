import { ArrowRight } from '@phosphor-icons/react/dist/icons/ArrowRight'
import { useMemo } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { changeLines, leftLines, type ChangeLine, type LinePiece } from './lines.ts'
import type { Plan } from './plan.ts'

const mostLines = 200
const mostLeft = 5

/** How many places change, each as it is and as it would be, and what is left. */
export function Changes({ plan }: { plan: Plan }) {
  const { t } = useWords()
  const lines = useMemo(() => changeLines(plan), [plan])
  const left = useMemo(() => leftLines(plan), [plan])
  return (
    <div className="changes">
      <p role="status" className="changes-count">
        {t('transform.places', { count: plan.count })}
      </p>
      {plan.unpaired > 0 && (
        <div className="banner quiet changes-left">
          <p>{t('transform.unpaired', { count: plan.unpaired })}</p>
          <Lines lines={left.slice(0, mostLeft)} label={t('transform.left')} />
        </div>
      )}
      {lines.length > 0 && (
        // It scrolls: by keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="changes-list scroll" tabIndex={0} role="region" aria-label={t('transform.list')}>
          <Lines lines={lines.slice(0, mostLines)} label={t('transform.list')} />
          {lines.length > mostLines && (
            <p className="changes-more">{t('transform.more', { count: lines.length - mostLines })}</p>
          )}
        </div>
      )}
    </div>
  )
}

function Lines({ lines, label }: { lines: readonly ChangeLine[]; label: string }) {
  // A plan never changes: its lines are known by their places.
  const placed = lines.map((line, at) => ({ line, at }))
  return (
    <ul aria-label={label}>
      {placed.map(({ line, at }) => (
        <OneLine key={at} line={line} />
      ))}
    </ul>
  )
}

function OneLine({ line }: { line: ChangeLine }) {
  const { t } = useWords()
  const { field, language, before, after } = line
  const { tag, direction } = languageOf(language)
  return (
    <li>
      {field && <small>{t(`field.${field}`)}</small>}
      <span className="was" lang={tag} dir={direction}>
        <Words pieces={before} />
      </span>
      {after && (
        <>
          <Icon of={ArrowRight} points size="text" />
          <span className="visually-hidden">{t('transform.becomes')}</span>
          <span className="will" lang={tag} dir={direction}>
            <Words pieces={after} />
          </span>
        </>
      )}
    </li>
  )
}

function Words({ pieces }: { pieces: readonly LinePiece[] }) {
  const placed = pieces.map((piece, at) => ({ ...piece, at }))
  return placed.map(({ text, isChanged, at }) => (isChanged ? <mark key={at}>{text}</mark> : text))
}
