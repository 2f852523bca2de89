import { BookOpenText } from '@phosphor-icons/react/dist/icons/BookOpenText'
import { DownloadSimple } from '@phosphor-icons/react/dist/icons/DownloadSimple'
import { NotePencil } from '@phosphor-icons/react/dist/icons/NotePencil'
import { Signpost } from '@phosphor-icons/react/dist/icons/Signpost'
import { useId, useState, type ReactNode } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { CommandId } from '../../../core/commands/table.ts'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'
import { languageOf, languages } from '../../../core/language/registry.ts'
import type { Settings } from '../../../core/model/settings.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { Button, Select } from '../../ui/controls.tsx'
import { capsOf } from '../../ui/key-caps.tsx'
import { LibraryPlace } from '../../ui/library-place.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import { addSampleStories } from './sample-stories.ts'
import './welcome.css'

interface WelcomeProps {
  settings: Settings
  library: string
  host: HostInfo
  isReadOnly: boolean
  /** The library is empty, so that its own "New article" is not on screen. */
  isFirst: boolean
  onChange: (part: Partial<Settings>) => void
  onRun: (command: CommandId) => void
  onChooseLibrary: (place?: string) => void
  onRevealLibrary: () => void
}

// In the order of every list of languages.
const spoken = languages.filter(({ code }) => interfaceLanguages.some((each) => each.code === code))

/** The first minutes, on the page itself and never in the way: language, place of the library, and ways to begin. */
export function Welcome(props: WelcomeProps) {
  const { t } = useWords()
  const { isReadOnly, onChange, onRun } = props
  return (
    <div className="welcome scroll">
      <div className="column">
        <header>
          <i className="nuqta" />
          <h2>{t('welcome.title')}</h2>
          <p>{t('welcome.text')}</p>
        </header>
        <Languages {...props} />
        <Part title={t('welcome.place')}>
          <LibraryPlace
            library={props.library}
            host={props.host}
            onChoose={props.onChooseLibrary}
            onReveal={props.onRevealLibrary}
          />
        </Part>
        <Part title={t('welcome.begin')}>{!isReadOnly && <Beginnings {...props} />}</Part>
        <footer>
          <Button caps={capsOf('help.keys')} onPress={() => onRun('help.keys')}>
            {t('help.keys')}
          </Button>
          <Button onPress={() => onChange({ firstMinutes: 'done' })}>{t('welcome.close')}</Button>
        </footer>
      </div>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

function Languages({ settings, isReadOnly, onChange }: WelcomeProps) {
  const { t, chosen } = useWords()
  const id = useId()
  return (
    <fieldset className="part" disabled={isReadOnly}>
      <legend>{t('welcome.language')}</legend>
      <div className="tongues">
        {spoken.map(({ code, ownName }) => (
          <label key={code} lang={languageOf(code).tag} dir={languageOf(code).direction}>
            <input
              type="radio"
              name={id}
              value={code}
              checked={code === chosen}
              // Who reads a language mostly writes it; the line below says so and can be told otherwise.
              onChange={() => onChange({ interfaceLanguage: code, storyLanguage: code })}
            />
            <span>{ownName}</span>
          </label>
        ))}
      </div>
      <div className="writes">
        <span aria-hidden="true">{t('welcome.storyLanguage')}</span>
        <Select
          label={t('welcome.storyLanguage')}
          value={settings.storyLanguage}
          isDisabled={isReadOnly}
          onChange={(storyLanguage) => onChange({ storyLanguage })}
          choices={languages.map(({ code, ownName }) => ({ value: code, name: ownName }))}
        />
      </div>
    </fieldset>
  )
}

function Beginnings({ isFirst, onRun }: WelcomeProps) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [told, setTold] = useState('')
  const [isAdding, setAdding] = useState(false)
  const addSamples = async () => {
    setAdding(true)
    try {
      const { count } = await addSampleStories(desk, language)
      setTold(t('welcome.samplesAdded', { count }))
    } catch (thrown) {
      setTold(errorSentence(t, thrown))
    } finally {
      setAdding(false)
    }
  }
  return (
    <>
      <ul className="ways">
        {isFirst && (
          <Way about={t('welcome.newText')}>
            <Button
              look="primary"
              isBig
              icon={NotePencil}
              caps={capsOf('article.new')}
              onPress={() => onRun('article.new')}
            >
              {t('library.new')}
            </Button>
          </Way>
        )}
        <Way about={t('welcome.samplesText')}>
          <Button
            look="line"
            isBig
            icon={BookOpenText}
            isDisabled={isAdding}
            onPress={() => void addSamples()}
          >
            {t('welcome.samples')}
          </Button>
        </Way>
        <Way about={t('welcome.tourText')}>
          <Button look="line" isBig icon={Signpost} onPress={() => onRun('help.tour')}>
            {t('help.tour')}
          </Button>
        </Way>
        <Way about={t('welcome.importText')}>
          <Button look="line" isBig icon={DownloadSimple} onPress={() => onRun('article.import')}>
            {t('import.files')}
          </Button>
        </Way>
      </ul>
      <p role="status" className="told">
        {told}
      </p>
    </>
  )
}

function Way({ about, children }: { about: string; children: ReactNode }) {
  return (
    <li>
      {children}
      <span>{about}</span>
    </li>
  )
}
