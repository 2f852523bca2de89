import { useId } from 'react'
import { goodCaption } from '../../../core/model/lengths.ts'
import { countGraphemes } from '../../../core/model/measure.ts'
import { missingFor, requiredFor, type Requirement } from '../../../core/model/required.ts'
import type { DraftDetails } from '../../desk/draft.ts'
import { useWords } from '../../ui/words.tsx'
import { useDetailsTools } from './details-context.tsx'
import { nameWriting, storyWriting } from './field-props.ts'
import { Counter } from './lengths.tsx'
import { NeededMark } from './needed.tsx'
import { RememberingInput } from './remembering-input.tsx'

interface PictureWordsProps {
  word: 'alt' | 'caption' | 'credit' | 'source'
  value: string
  details: DraftDetails
  isReadOnly: boolean
  onChange: (value: string) => void
}
const remembered = { credit: 'pictureCredit', source: 'pictureSource' } as const

/** One of the lead picture's texts; who it is by is remembered, what it shows is written out over more lines. */
export function PictureWords({ word, value, details, isReadOnly, onChange }: PictureWordsProps) {
  const { t } = useWords()
  const id = useId()
  const { type } = useDetailsTools()
  const requirement = `picture.${word}`
  const isNeeded = (requiredFor(details.status, type) as readonly string[]).includes(requirement)
  const isMissing = missingFor(details.status, details.fields, type).includes(requirement as Requirement)
  const wiring = { id, 'aria-describedby': `${id}-about`, 'aria-required': isNeeded || undefined }
  const isName = word === 'credit' || word === 'source'
  const writing = isName ? nameWriting(details.language, value) : storyWriting(details.language)
  const length = { field: 'leadImage' as const, ...goodCaption, count: countGraphemes(value) }
  return (
    <div className={isName ? 'f' : 'f tall'} data-help={requirement} data-field={requirement}>
      <span className="label">
        <label htmlFor={id}>{t(`picture.${word}`)}</label>
        {isNeeded && <NeededMark isMissing={isMissing} />}
        {word === 'caption' && <Counter lengths={[length]} isQuiet />}
      </span>
      <span className="control">
        {isName ? (
          <RememberingInput
            {...wiring}
            {...writing}
            field={remembered[word]}
            value={value}
            readOnly={isReadOnly}
            onText={onChange}
          />
        ) : (
          <textarea
            {...wiring}
            {...writing}
            rows={1}
            value={value}
            readOnly={isReadOnly}
            onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
          />
        )}
      </span>
      <span hidden id={`${id}-about`}>
        {t(`help.picture.${word}`)}
      </span>
    </div>
  )
}
