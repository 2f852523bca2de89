import { useId, useRef, useState, type SyntheticEvent } from 'react'
import { X } from '@phosphor-icons/react/dist/icons/X'
import type { HostInfo } from '../../../core/api/contract.ts'
import { languageOf, languages } from '../../../core/language/registry.ts'
import { entryOf, type HouseLanguage } from '../../../core/language/spelling/house-list.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { handOver } from '../../desk/hand-over.ts'
import type { HouseSpelling } from '../../desk/house-spelling.ts'
import { base64Of } from '../../desk/pictures.ts'
import { Button, Select } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'

interface HouseWordListProps {
  house: HouseSpelling
  host: HostInfo
  /** The language that is shown first. */
  first: LanguageCode
  tryTo: (work: () => Promise<unknown>) => Promise<void>
  onProblem: (sentence: string) => void
}

const nothing: HouseLanguage = { words: [], pairs: [] }
const fileName = 'midad-words.txt'

/** The house's words of one language: added, taken off, and shared as a file. */
export function HouseWordList({ house, host, first, tryTo, onProblem }: HouseWordListProps) {
  const { t } = useWords()
  const id = useId()
  const [language, setLanguage] = useState(first)
  const { words, pairs } = house.list()[language] ?? nothing
  const entries = [...words, ...pairs.map((pair) => pair.join(' = '))]
  return (
    <div className="house-words" role="group" aria-labelledby={id}>
      <h4 id={id}>{t('spelling.house')}</h4>
      <p>{t('spelling.houseAbout')}</p>
      <div className="house-words-row">
        <Select
          label={t('spelling.language')}
          value={language}
          onChange={setLanguage}
          choices={languages.map(({ code, ownName }) => ({ value: code, name: ownName }))}
        />
        <NewEntry
          language={language}
          onAdd={(entry) => void tryTo(() => house.change(language, { add: [entry] }))}
          onProblem={onProblem}
        />
      </div>
      <Entries
        language={language}
        entries={entries}
        onRemove={(entry) => void tryTo(() => house.change(language, { remove: [entry] }))}
      />
      <Sharing text={house.state()?.words ?? ''} host={host} tryTo={tryTo} />
    </div>
  )
}

interface NewEntryProps {
  language: LanguageCode
  onAdd: (entry: string) => void
  onProblem: (sentence: string) => void
}

function NewEntry({ language, onAdd, onProblem }: NewEntryProps) {
  const { t } = useWords()
  const [written, setWritten] = useState('')
  const { tag, direction } = languageOf(language)
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    const entry = entryOf(written)
    if (entry === null) return onProblem(t('spelling.notAnEntry'))
    onProblem('')
    onAdd(entry)
    return setWritten('')
  }
  return (
    <form className="new-entry" onSubmit={add}>
      <span className="control">
        <input
          aria-label={t('spelling.entry')}
          placeholder={t('spelling.entry')}
          lang={tag}
          dir={written ? direction : undefined}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
        />
      </span>
      <button type="submit" className="btn line">
        {t('spelling.addEntry')}
      </button>
    </form>
  )
}

interface EntriesProps {
  language: LanguageCode
  entries: readonly string[]
  onRemove: (entry: string) => void
}

function Entries({ language, entries, onRemove }: EntriesProps) {
  const { t } = useWords()
  const { tag, direction } = languageOf(language)
  if (entries.length === 0) return <p className="no-entries">{t('spelling.empty')}</p>
  return (
    <ul className="entries scroll" aria-label={t('spelling.entries')} lang={tag} dir={direction}>
      {entries.map((entry) => (
        <li key={entry}>
          <span>{entry}</span>
          <button
            type="button"
            className="btn icon-only"
            aria-label={t('spelling.removeEntry', { word: entry })}
            onClick={() => onRemove(entry)}
          >
            <Icon of={X} size="tiny" />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Sharing({ text, host, tryTo }: { text: string } & Pick<HouseWordListProps, 'host' | 'tryTo'>) {
  const { t } = useWords()
  const desk = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [taken, setTaken] = useState<number | null>(null)
  const save = async () => {
    const base64 = await base64Of(new Blob([text]))
    await handOver({ name: fileName, mime: 'text/plain', base64, warnings: [] }, desk, host)
  }
  const take = async (file: File) => {
    const { added } = await desk.call('spelling.merge', { base64: await base64Of(file) })
    setTaken(added)
  }
  return (
    <div className="house-words-row">
      <input
        ref={input}
        hidden
        type="file"
        accept=".txt,text/plain"
        onChange={(event) => {
          const file = event.target.files?.[0]
          setTaken(null)
          if (file) void tryTo(() => take(file))
          event.target.value = ''
        }}
      />
      <Button look="line" isDisabled={text === ''} onPress={() => void tryTo(save)}>
        {t('spelling.save')}
      </Button>
      <Button onPress={() => input.current?.click()}>{t('spelling.take')}</Button>
      <output>{taken === null ? '' : t('spelling.taken', { count: taken })}</output>
    </div>
  )
}
