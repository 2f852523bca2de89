import { useId } from 'react'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { shownIn } from './type-words.ts'
import type { Phrase } from '../../../core/model/theme.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { Button } from '../../ui/controls.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../ui/words.tsx'
import { Line } from './line.tsx'
import { TypeFields } from './type-fields.tsx'
import type { TypePart } from './type-part.ts'
import { TypeStart } from './type-start.tsx'

interface TypeFormProps extends TypePart {
  draft: OpenDraft | null
  /** It is the house's own, and can be taken away. */
  isOwn: boolean
  onRemove: () => void
}

/** All that one type says. */
export function TypeForm({ draft, isOwn, onRemove, ...part }: TypeFormProps) {
  const { t, language } = useWords()
  const { type, isReadOnly, onChange } = part
  const names = useId()
  const withPhrase = (phrase: Phrase, code: LanguageCode, words: string): Phrase => ({
    ...(typeof phrase === 'string' ? (phrase ? { [language]: phrase } : {}) : phrase),
    [code]: words,
  })
  return (
    <>
      <section aria-labelledby={names}>
        <h3 id={names}>{t('types.names')}</h3>
        {interfaceLanguages.map(({ code, ownName }) => (
          <Line
            key={code}
            label={ownName}
            language={code}
            value={shownIn(type.name, code)}
            isReadOnly={isReadOnly}
            onChange={(words) => onChange({ ...type, name: withPhrase(type.name, code, words) })}
          />
        ))}
        <Line
          label={t('types.about')}
          language={language}
          value={shownIn(type.about, language)}
          isReadOnly={isReadOnly}
          onChange={(words) => onChange({ ...type, about: withPhrase(type.about, language, words) })}
        />
        <Switch isOn={type.isOffered} onChange={(isOffered) => onChange({ ...type, isOffered })}>
          {t('types.offered')}
        </Switch>
      </section>
      <TypeStart {...part} draft={draft} />
      <TypeFields {...part} />
      {isOwn && !isReadOnly && (
        <section>
          <Button look="line" onPress={onRemove}>
            {t('types.remove')}
          </Button>
          <p>{t('types.removeAbout')}</p>
        </section>
      )}
    </>
  )
}
