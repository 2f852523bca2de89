import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import { useWords } from '../../ui/words.tsx'
import { useDetailsTools } from './details-context.tsx'
import { FieldIcon } from './field-icon.tsx'
import { nameWriting, type ControlProps } from './field-props.ts'
import { RememberingInput } from './remembering-input.tsx'
import { TagList } from './tag-list.tsx'

/** Between words in what is written or pasted: commas and semicolons of both scripts, lines and tabs. */
const between = /[,،؛;\n\r\t]/

/** What a text adds to a list: each word once, without those that are there already. */
export function freshWords(text: string, there: readonly string[]): string[] {
  const words = text.split(between).map((word) => word.trim())
  return words.filter((word, at) => word !== '' && !there.includes(word) && words.indexOf(word) === at)
}

/** Names or keywords one after the other: Enter, a comma (, or ،) or leaving the field adds what is written. */
export function ListControl({ field, draft, details, wiring }: ControlProps) {
  const { t, language } = useWords()
  const { say } = useDetailsTools()
  const name = field as 'byline' | 'keywords'
  const values = details.fields[name]
  const [written, setWritten] = useState('')
  const comma = languageOf(language).script === 'arabic' ? '، ' : ', '
  const add = (text: string) => {
    const fresh = freshWords(text, values)
    setWritten('')
    if (fresh.length === 0) return
    draft.setField(name, [...values, ...fresh])
    say(t('details.added', { word: fresh.join(comma) }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add(written)
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (!between.test(pasted.trim()) || draft.isReadOnly) return
    event.preventDefault()
    add(`${written},${pasted}`)
  }
  return (
    <span className="control tags">
      <FieldIcon field={field} />
      <TagList
        tags={values.map((word) => ({ key: word, word }))}
        isFixed={draft.isReadOnly}
        onRemove={(word) =>
          draft.setField(
            name,
            values.filter((other) => other !== word),
          )
        }
      >
        <RememberingInput
          {...wiring}
          {...nameWriting(details.language, written)}
          field={name}
          chosen={values}
          value={written}
          readOnly={draft.isReadOnly}
          onText={(text) => (between.test(text) ? add(text) : setWritten(text))}
          onChosen={add}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add(written)}
        />
      </TagList>
    </span>
  )
}
