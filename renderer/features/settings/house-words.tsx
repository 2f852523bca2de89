import { useId, useState } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import type { Settings } from '../../../core/model/settings.ts'
import { useWords } from '../../ui/words.tsx'
import { wordsFrom } from './words-from.ts'

interface HouseWordsProps {
  words: Settings['tkWords']
  onChange: (words: Settings['tkWords']) => void
}

/** The words of the house for what is still to come, in one line; they hold when it is left, or at Enter. */
export function HouseWords({ words, onChange }: HouseWordsProps) {
  const { t, language } = useWords()
  const id = useId()
  const [typed, setTyped] = useState(() => words.join(languageOf(language).script === 'arabic' ? '، ' : ', '))
  const keep = () => {
    const kept = wordsFrom(typed)
    if (kept.join('\n') !== words.join('\n')) onChange(kept)
  }
  return (
    <>
      <div className="setting">
        <label htmlFor={id}>{t('settings.tkWords')}</label>
        <span className="control">
          <input
            id={id}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            aria-describedby={`${id}-about`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={keep}
            onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep()}
          />
        </span>
      </div>
      <p id={`${id}-about`}>{t('settings.tkWordsAbout')}</p>
    </>
  )
}
