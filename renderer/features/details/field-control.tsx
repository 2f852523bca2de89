import { useId } from 'react'
import { languages } from '../../../core/language/registry.ts'
import { fieldOf, statuses } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { missingFor, requiredFor } from '../../../core/model/required.ts'
import { Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { DateControl } from './date-control.tsx'
import { useDetailsTools } from './details-context.tsx'
import type { ControlProps, FieldProps } from './field-props.ts'
import { HouseWrites, isHinted } from './house-writes.tsx'
import { LeadPictureControl } from './lead-picture-control.tsx'
import { Counter, lengthsOf, useLengthWords } from './lengths.tsx'
import { ListControl } from './list-control.tsx'
import { NeededMark } from './needed.tsx'
import { SubjectsControl } from './subjects-control.tsx'
import { SlugControl, TextControl } from './text-control.tsx'
import { TypeControl } from './type-control.tsx'

/** One field of Details: its label, mark and counter, the control that its kind asks for, and its help. */
export function FieldControl(props: FieldProps) {
  const { field, details } = props
  const { t } = useWords()
  const id = useId()
  const words = useLengthWords()
  const { type } = useDetailsTools()
  const { kind, size } = fieldOf(field)
  if (kind === 'picture') return <LeadPictureControl {...props} />
  const isTall = size === 'tall'
  const lengths = lengthsOf(field, details.fields)
  const isNeeded = requiredFor(details.status, type).includes(field)
  const wiring = { id, 'aria-describedby': `${id}-about`, 'aria-required': isNeeded || undefined }
  return (
    <div className={isTall ? 'f tall' : 'f'} data-help={field} data-field={field}>
      <span className="label">
        <label htmlFor={id}>{t(`field.${field}`)}</label>
        {isNeeded && (
          <NeededMark isMissing={missingFor(details.status, details.fields, type).includes(field)} />
        )}
        {isTall && <Counter lengths={lengths} />}
      </span>
      <Control {...props} wiring={wiring} />
      {isHinted(field) && <HouseWrites field={field} draft={props.draft} details={details} />}
      <span hidden id={`${id}-about`}>
        {t(`help.${field}`)}{' '}
        {lengths
          .filter(({ count }) => count > 0)
          .map(words.of)
          .join(' ')}
      </span>
    </div>
  )
}

function Control(props: ControlProps) {
  const { field, draft, details, wiring } = props
  const { t } = useWords()
  const { kind } = fieldOf(field)
  const isDisabled = draft.isReadOnly
  switch (kind) {
    case 'status':
      return (
        <Select
          {...wiring}
          label={t('field.status')}
          isDisabled={isDisabled}
          value={details.status}
          onChange={(value) => draft.setStatus(value)}
          choices={statuses.map((value) => ({ value, name: t(`status.${value}`) }))}
        />
      )
    case 'type':
      return <TypeControl {...props} />
    case 'language':
      return (
        <Select
          {...wiring}
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
          {...wiring}
          label={t('field.urgency')}
          isDisabled={isDisabled}
          value={String(details.fields.urgency ?? '')}
          onChange={(value) => draft.setField('urgency', value === '' ? null : Number(value))}
          choices={urgencies(t)}
        />
      )
    case 'date':
      return <DateControl {...props} />
    case 'lines':
      return <ListControl {...props} />
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
