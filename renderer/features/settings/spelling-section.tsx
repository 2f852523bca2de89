import { useState, useSyncExternalStore } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { Settings } from '../../../core/model/settings.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { houseSpellingOf } from '../../desk/house-spelling.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../ui/words.tsx'
import { Choice } from './choice.tsx'
import { DictionaryRows } from './dictionary-rows.tsx'
import { HouseWordList } from './house-word-list.tsx'
import { Section } from './section.tsx'
import './spelling.css'

const spellings = [
  { value: 'american', sample: 'color, organize' },
  { value: 'british', sample: 'colour, organise' },
] as const
/** What is written alike in every language. KurdishHunspell: rtl.md 3.1. */
const aboutDictionaries = {
  kind: 'Hunspell',
  rules: '.aff',
  words: '.dic',
  place: 'github.com/sinaahmadi/KurdishHunspell',
  licence: 'CC BY-SA 4.0',
}

interface SpellingSectionProps {
  settings: Settings
  host: HostInfo
  onChange: (part: Partial<Settings>) => void
}

/** Whether words are marked, by which dictionary, and what is right whatever a dictionary says. */
export function SpellingSection({ settings, host, onChange }: SpellingSectionProps) {
  const { t } = useWords()
  const house = houseSpellingOf(useDesk())
  const state = useSyncExternalStore(house.subscribe, house.state)
  const failure = useSyncExternalStore(house.subscribe, house.failure)
  const [problem, setProblem] = useState('')
  const tryTo = async (work: () => Promise<unknown>) => {
    setProblem('')
    try {
      await work()
    } catch (thrown) {
      setProblem(errorSentence(t, thrown))
    }
  }
  const told = problem || (failure === null ? '' : errorSentence(t, failure))
  const parts = { house, tryTo, onProblem: setProblem }
  return (
    <Section title="spelling.name">
      <Switch isOn={settings.spelling} onChange={(spelling) => onChange({ spelling })}>
        {t('spelling.mark')}
      </Switch>
      <Choice
        label="settings.englishSpelling"
        value={settings.englishSpelling}
        onChange={(englishSpelling) => onChange({ englishSpelling })}
        choices={spellings.map(({ value, sample }) => ({
          value,
          name: t(`englishSpelling.${value}`, { sample }),
        }))}
      />
      {state && (
        <>
          <DictionaryRows
            {...parts}
            state={state}
            off={settings.spellingOff}
            english={settings.englishSpelling}
            onChange={onChange}
          />
          <p>{t('spelling.about', aboutDictionaries)}</p>
          <HouseWordList {...parts} host={host} first={settings.storyLanguage} />
        </>
      )}
      {told && (
        <p role="alert" className="problem">
          {told}
        </p>
      )}
    </Section>
  )
}
