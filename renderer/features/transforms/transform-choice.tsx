import { useId, type KeyboardEvent } from 'react'
import type { Translate } from '../../../core/i18n/translate.ts'
import { toDigits } from '../../../core/language/digits.ts'
import type { transformsFor } from '../../../core/language/transforms/registry.ts'
import type { Transform, TransformId } from '../../../core/language/transforms/transform.ts'
import { useWords } from '../../ui/words.tsx'

interface TransformChoiceProps {
  choices: ReturnType<typeof transformsFor>
  chosen: TransformId
  onChoose: (transform: TransformId) => void
  /** Enter on a choice. */
  onApply: () => void
}

// The digits in their names are no words of any language.
const digitStyles = { 'digits-latn': 'latn', 'digits-arab': 'arab', 'digits-arabext': 'arabext' } as const
const isDigits = (id: TransformId): id is keyof typeof digitStyles => id in digitStyles
const wordedAs = (id: TransformId) => (isDigits(id) ? 'digitsTo' : id)

function nameOf(t: Translate, id: TransformId): string {
  if (isDigits(id)) return t('transform.digitsTo', { sample: toDigits('123', digitStyles[id]) })
  return t(`transform.${id}`)
}

/** The transforms with a line of help each, first those that the article's language wants. */
export function TransformChoice({ choices, chosen, onChoose, onApply }: TransformChoiceProps) {
  const { t } = useWords()
  const group = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onApply()
  }
  const choice = ({ id }: Transform) => (
    <label className="transform" key={id}>
      <input
        type="radio"
        name={group}
        value={id}
        aria-label={nameOf(t, id)}
        aria-describedby={`${group}${id}`}
        autoFocus={id === chosen}
        checked={id === chosen}
        onChange={() => onChoose(id)}
        onKeyDown={onKeyDown}
      />
      <span className="grow">
        <b>{nameOf(t, id)}</b>
        <small id={`${group}${id}`}>{t(`transform.${wordedAs(id)}.about`)}</small>
      </span>
    </label>
  )
  return (
    <fieldset className="transform-list scroll">
      <legend className="visually-hidden">{t('transform.choose')}</legend>
      {choices.wanted.map(choice)}
      <hr />
      {choices.others.map(choice)}
    </fieldset>
  )
}
