import { useWords } from '../../ui/words.tsx'
import { numberIn } from './version-words.ts'

/** How many words came and went: “+12 −3”, said in words for the ear. */
export function WordsChanged({ inserted, deleted }: { inserted: number; deleted: number }) {
  const { t, dates } = useWords()
  if (inserted === 0 && deleted === 0) return <span className="words-changed">{t('versions.sameWords')}</span>
  return (
    <span className="words-changed">
      <span className="visually-hidden">{t('versions.change', { inserted, deleted })}</span>
      <bdi dir="ltr" aria-hidden="true">
        {inserted > 0 && <b className="came">+{numberIn(dates, inserted)}</b>}
        {deleted > 0 && <b className="went">−{numberIn(dates, deleted)}</b>}
      </bdi>
    </span>
  )
}
