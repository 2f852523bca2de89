import type { MetName } from '../../../core/api/names.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'

interface MetListProps {
  met: readonly MetName[]
  isReadOnly: boolean
  onTake: (met: readonly MetName[]) => void
}

/** What articles hold and the list has not: taken in by a press, one by one or all that are shown. */
export function MetList({ met, isReadOnly, onTake }: MetListProps) {
  const { t } = useWords()
  if (met.length === 0) return <p className="names-none">{t('names.metNothing')}</p>
  return (
    <ul className="met-list scroll" aria-label={t('names.met')}>
      {met.map((each) => {
        const { tag, direction } = languageOf(each.language)
        const kind = t(`names.kind.${each.kind}`)
        return (
          <li key={`${each.kind} ${each.word}`}>
            <b>
              <bdi lang={tag} dir={direction}>
                {each.word}
              </bdi>
            </b>
            <span>{kind}</span>
            <span className="met-times">{t('names.metTimes', { count: each.count })}</span>
            <button
              type="button"
              className="btn plain"
              disabled={isReadOnly}
              aria-label={t('names.takeWord', { word: each.word, kind })}
              onClick={({ currentTarget }) => {
                // The row goes: on to the next one.
                currentTarget.closest('li')?.nextElementSibling?.querySelector('button')?.focus()
                onTake([each])
              }}
            >
              {t('names.take')}
            </button>
          </li>
        )
      })}
      <li className="met-all">
        <Button look="line" isDisabled={isReadOnly} onPress={() => onTake(met)}>
          {t('names.takeAll', { count: met.length })}
        </Button>
      </li>
    </ul>
  )
}
