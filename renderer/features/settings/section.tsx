import { useId, type ReactNode } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { useWords } from '../../ui/words.tsx'

/** A part of the settings, its name beside its rows. */
export function Section({ title, children }: { title: MessageKey; children: ReactNode }) {
  const { t } = useWords()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t(title)}</h3>
      <div className="rows">{children}</div>
    </section>
  )
}
