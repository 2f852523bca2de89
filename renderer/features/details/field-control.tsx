import { CalendarBlank } from '@phosphor-icons/react/dist/icons/CalendarBlank'
import { LockSimple } from '@phosphor-icons/react/dist/icons/LockSimple'
import { MapPin } from '@phosphor-icons/react/dist/icons/MapPin'
import { Newspaper } from '@phosphor-icons/react/dist/icons/Newspaper'
import { User } from '@phosphor-icons/react/dist/icons/User'
import { useId, type ReactNode } from 'react'
import { languageOf, languages } from '../../../core/language/registry.ts'
import { suggestSlug } from '../../../core/language/slug.ts'
import {
  fieldOf,
  statuses,
  type ArticleFields,
  type FieldId,
  type StoredFieldId,
} from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { goodLengths } from '../../../core/model/lengths.ts'
import { countGraphemes } from '../../../core/model/measure.ts'
import { Button, Select } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { DateControl } from './date-control.tsx'
import type { FieldProps } from './field-props.ts'
import { LeadPictureControl } from './lead-picture-control.tsx'
import { ListControl } from './list-control.tsx'
import { SubjectsControl } from './subjects-control.tsx'

/** One field of Details: its label, and the control that its kind asks for. */
export function FieldControl(props: FieldProps) {
  const { field, details } = props
  const { t } = useWords()
  const id = useId()
  const { kind, size } = fieldOf(field)
  const goodLength = goodLengths(field, details.fields)[0]?.good
  if (kind === 'picture') return <LeadPictureControl {...props} />
  const value = goodLength ? details.fields[field as StoredFieldId] : ''
  const text = typeof value === 'string' ? value : ''
  return (
    <div className={size === 'tall' ? 'f tall' : 'f'}>
      <span className="label">
        <label htmlFor={id}>{t(`field.${field}`)}</label>
        {goodLength && text !== '' && (
          <span className={`counter ${countGraphemes(text) > goodLength ? 'long' : ''}`} dir="ltr">
            {t('count.plain', { count: countGraphemes(text) })} / {t('count.plain', { count: goodLength })}
          </span>
        )}
      </span>
      <Control {...props} id={id} />
    </div>
  )
}

const icons = {
  byline: User,
  source: Newspaper,
  place: MapPin,
  date: CalendarBlank,
  embargoUntil: LockSimple,
}
const iconOf = (field: FieldId): ReactNode =>
  field in icons ? <Icon of={icons[field as keyof typeof icons]} size="text" /> : null

function Control(props: FieldProps & { id: string }) {
  const { field, draft, details, id } = props
  const { t } = useWords()
  const { kind } = fieldOf(field)
  const set = <F extends StoredFieldId>(name: F, value: ArticleFields[F]) => draft.setField(name, value)
  const isDisabled = draft.isReadOnly
  switch (kind) {
    case 'status':
      return (
        <Select
          id={id}
          label={t('field.status')}
          isDisabled={isDisabled}
          value={details.status}
          onChange={(value) => draft.setStatus(value)}
          choices={statuses.map((value) => ({ value, name: t(`status.${value}`) }))}
        />
      )
    case 'language':
      return (
        <Select
          id={id}
          label={t('field.language')}
          isDisabled={isDisabled}
          value={details.language}
          onChange={(value: LanguageCode) => draft.setLanguage(value)}
          choices={languages.map(({ code, ownName }) => ({ value: code, name: ownName }))}
        />
      )
    case 'urgency':
      return (
        <Select
          id={id}
          label={t('field.urgency')}
          isDisabled={isDisabled}
          value={String(details.fields.urgency ?? '')}
          onChange={(value) => set('urgency', value === '' ? null : Number(value))}
          choices={urgencies(t)}
        />
      )
    case 'date':
      return <DateControl {...props} icon={iconOf(field)} />
    case 'lines':
      return <ListControl {...props} icon={iconOf(field)} />
    case 'subjects':
      return <SubjectsControl {...props} />
    case 'slug':
      return <SlugControl {...props} />
    case 'line':
    case 'url':
    case 'text':
      return <TextControl {...props} />
    case 'picture':
      return null
  }
}

type T = ReturnType<typeof useWords>['t']
const urgencies = (t: T) => [
  { value: '', name: t('urgency.none') },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => ({
    value: String(value),
    name: t('urgency.level', { level: value }),
  })),
]

/** The direction a field is written in: the story's, its own by its first letters, or always left to right. */
function writingOf(field: FieldId, language: LanguageCode, value: string) {
  const { direction } = fieldOf(field)
  const { tag, direction: ofStory } = languageOf(language)
  if (direction === 'ltr') return { dir: 'ltr' as const }
  if (direction === 'story' || value === '') return { dir: ofStory, lang: tag }
  return { dir: 'auto' as const }
}

type TextField = Extract<
  StoredFieldId,
  'kicker' | 'headline' | 'summary' | 'source' | 'seoTitle' | 'canonicalUrl'
>

function TextControl({ field, draft, details, id }: FieldProps & { id: string }) {
  const name = field as TextField
  const value = details.fields[name]
  const writing = writingOf(field, details.language, value)
  const onChange = (text: string) => draft.setField(name, text)
  if (fieldOf(field).kind === 'text') {
    return (
      <span className="control">
        <textarea
          id={id}
          {...writing}
          rows={2}
          value={value}
          readOnly={draft.isReadOnly}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    )
  }
  return (
    <span className="control">
      {iconOf(field)}
      <input
        id={id}
        {...writing}
        type={fieldOf(field).kind === 'url' ? 'url' : 'text'}
        autoComplete="off"
        value={value}
        readOnly={draft.isReadOnly}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  )
}

/** The slug, with what the headline suggests standing in it until a person writes another. */
function SlugControl({ draft, details, id }: FieldProps & { id: string }) {
  const { t } = useWords()
  const { slug, headline } = details.fields
  const suggestion = suggestSlug(headline, details.language)
  return (
    <span className="control slug">
      <input
        id={id}
        dir="ltr"
        type="text"
        autoComplete="off"
        placeholder={suggestion}
        value={slug}
        readOnly={draft.isReadOnly}
        onChange={(event) => draft.setField('slug', event.target.value)}
      />
      {slug === '' && suggestion !== '' && !draft.isReadOnly && (
        <Button onPress={() => draft.setField('slug', suggestion)}>{t('details.useSuggestion')}</Button>
      )}
    </span>
  )
}
