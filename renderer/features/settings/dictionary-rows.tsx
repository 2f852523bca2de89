import { useRef } from 'react'
import type { DictionaryInfo, SpellingState } from '../../../core/api/spelling.ts'
import { languages, type Language } from '../../../core/language/registry.ts'
import {
  shippedDictionary,
  type ShippedDictionary,
} from '../../../core/language/spelling/shipped-dictionaries.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { EnglishSpelling, Settings } from '../../../core/model/settings.ts'
import type { DeskClient } from '../../desk/client.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { base64Of } from '../../desk/pictures.ts'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../ui/words.tsx'

interface DictionaryRowsProps {
  state: SpellingState
  off: readonly LanguageCode[]
  english: EnglishSpelling
  onChange: (part: Partial<Settings>) => void
  tryTo: (work: () => Promise<unknown>) => Promise<void>
  onProblem: (sentence: string) => void
}

/** A line a language: whether it is checked, by what, and a way to bring another dictionary. */
export function DictionaryRows({ state, off, english, onChange, tryTo, onProblem }: DictionaryRowsProps) {
  const { t } = useWords()
  const desk = useDesk()
  const take = (language: LanguageCode, files: readonly File[]) => {
    const affixes = files.find(({ name }) => /\.aff$/i.test(name))
    const words = files.find(({ name }) => /\.dic$/i.test(name))
    if (!affixes || !words) return onProblem(t('spelling.bothFiles', { rules: '.aff', words: '.dic' }))
    return void tryTo(() => putDictionary(desk, language, { affixes, words }))
  }
  return (
    <ul className="dictionaries" aria-label={t('spelling.dictionaries')}>
      {languages.map((language) => (
        <DictionaryRow
          key={language.code}
          language={language}
          shipped={shippedDictionary(language.code, english)}
          own={state.dictionaries.find((each) => each.language === language.code)}
          isOn={!off.includes(language.code)}
          onSwitch={(isOn) =>
            onChange({
              spellingOff: isOn
                ? off.filter((code) => code !== language.code)
                : [...off.filter((code) => code !== language.code), language.code],
            })
          }
          onTake={(files) => take(language.code, files)}
          onDrop={() => void tryTo(() => desk.call('spelling.dropDictionary', { language: language.code }))}
        />
      ))}
    </ul>
  )
}

async function putDictionary(
  desk: DeskClient,
  language: LanguageCode,
  { affixes, words }: { affixes: File; words: File },
): Promise<void> {
  await desk.call('spelling.putDictionary', {
    language,
    name: words.name,
    affixes: await base64Of(affixes),
    words: await base64Of(words),
  })
}

interface DictionaryRowProps {
  language: Language
  shipped: ShippedDictionary | undefined
  own: DictionaryInfo | undefined
  isOn: boolean
  onSwitch: (isOn: boolean) => void
  onTake: (files: readonly File[]) => void
  onDrop: () => void
}

function DictionaryRow({ language, shipped, own, isOn, onSwitch, onTake, onDrop }: DictionaryRowProps) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const named = { language: language.ownName }
  return (
    <li className="dictionary">
      <Switch isOn={isOn} onChange={onSwitch}>
        {language.ownName}
      </Switch>
      <span className="whose">
        {own && !own.isWhole && t('spelling.halfDictionary')}
        {own?.isWhole && t('spelling.ownDictionary', { name: own.name })}
        {!own && !shipped && t('spelling.noDictionary')}
        {!own && shipped && (
          <bdi dir="ltr">
            {shipped.name} · {shipped.licence}
          </bdi>
        )}
      </span>
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept=".aff,.dic"
        onChange={(event) => {
          onTake([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {own && (
        <button type="button" className="btn" aria-label={t('spelling.dropFor', named)} onClick={onDrop}>
          {t('spelling.drop')}
        </button>
      )}
      <button
        type="button"
        className="btn"
        aria-label={t('spelling.chooseFor', named)}
        onClick={() => input.current?.click()}
      >
        {t('spelling.choose')}
      </button>
    </li>
  )
}
