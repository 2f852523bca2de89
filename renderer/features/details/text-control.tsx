import { suggestSlug } from '../../../core/language/slug.ts'
import { fieldOf, type StoredFieldId } from '../../../core/model/fields.ts'
import { isRemembered } from '../../../core/model/remembered.ts'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { FieldIcon } from './field-icon.tsx'
import { writingOf, type ControlProps } from './field-props.ts'
import { Counter, lengthsOf } from './lengths.tsx'
import { RememberingInput } from './remembering-input.tsx'

type TextField = Extract<
  StoredFieldId,
  'kicker' | 'headline' | 'summary' | 'source' | 'seoTitle' | 'canonicalUrl'
>

/** A line or a text; a line that the house remembers offers what it knows. */
export function TextControl({ field, draft, details, wiring }: ControlProps) {
  const name = field as TextField
  const { kind, size } = fieldOf(field)
  const value = details.fields[name]
  const writing = writingOf(field, details.language, value)
  const onText = (text: string) => draft.setField(name, text)
  const common = { ...wiring, ...writing, value, readOnly: draft.isReadOnly }
  return (
    <span className="control">
      <FieldIcon field={field} />
      {kind === 'text' ? (
        <textarea {...common} rows={2} onChange={(event) => onText(event.target.value)} />
      ) : isRemembered(field) ? (
        <RememberingInput {...common} field={field} onText={onText} />
      ) : (
        <input
          {...common}
          type={kind === 'url' ? 'url' : 'text'}
          autoComplete="off"
          onChange={(event) => onText(event.target.value)}
        />
      )}
      {size !== 'tall' && <Counter lengths={lengthsOf(field, details.fields)} isQuiet />}
    </span>
  )
}

/** The slug, with what the headline suggests standing in it until a person writes another. */
export function SlugControl({ draft, details, wiring }: ControlProps) {
  const { t } = useWords()
  const { slug, headline } = details.fields
  const suggestion = suggestSlug(headline, details.language)
  return (
    <span className="control slug">
      <input
        {...wiring}
        dir="ltr"
        type="text"
        autoComplete="off"
        placeholder={suggestion}
        value={slug}
        readOnly={draft.isReadOnly}
        onChange={(event) => draft.setField('slug', event.target.value)}
      />
      <Counter lengths={lengthsOf('slug', details.fields)} isQuiet />
      {slug === '' && suggestion !== '' && !draft.isReadOnly && (
        <Button onPress={() => draft.setField('slug', suggestion)}>{t('details.useSuggestion')}</Button>
      )}
    </span>
  )
}
