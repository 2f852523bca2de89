import { useState, type KeyboardEvent } from 'react'
import { fold } from '../../../core/language/fold.ts'
import { mediaTopics, topicName } from '../../../core/model/media-topics.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { useWords } from '../../ui/words.tsx'
import { useDetailsTools } from './details-context.tsx'
import type { ControlProps } from './field-props.ts'
import { bestFits } from './house-words.ts'
import { TagList } from './tag-list.tsx'

// Found by the names of all languages and by their code: an Arabic desk knows IPTC's English words too.
const findable = mediaTopics.map(({ code, names }) => ({
  code,
  word: code,
  folded: fold([...Object.values(names), code].join(' ')),
}))

/** The seventeen top-level IPTC Media Topics: chosen ones as tags, the others found by a few letters. */
export function SubjectsControl({ draft, details, wiring }: ControlProps) {
  const { t, language } = useWords()
  const { say } = useDetailsTools()
  const chosen = details.fields.subjects
  const [written, setWritten] = useState('')
  const fits = () =>
    bestFits(findable, written)
      .filter(({ code }) => !chosen.includes(code))
      .map(({ code }) => ({ key: code, word: topicName(code, language) }))
  const add = (code: string) => {
    setWritten('')
    draft.setField('subjects', [...chosen, code])
    say(t('details.added', { word: topicName(code, language) }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [only, another] = fits()
    if (event.key !== 'Enter' || written.trim() === '' || !only) return
    event.preventDefault()
    // What is written stands for a subject only where it can mean no other.
    if (!another || fold(only.word) === fold(written)) add(only.key)
  }
  return (
    <span className="control tags">
      <TagList
        tags={chosen.map((code) => ({ key: code, word: topicName(code, language) }))}
        isFixed={draft.isReadOnly}
        onRemove={(code) =>
          draft.setField(
            'subjects',
            chosen.filter((other) => other !== code),
          )
        }
      >
        <Combobox
          {...wiring}
          placeholder={chosen.length === 0 ? t('details.addSubject') : undefined}
          value={written}
          readOnly={draft.isReadOnly}
          options={fits}
          onText={setWritten}
          onOption={({ key }) => add(key)}
          none={<p className="none">{t('details.noSubject')}</p>}
          onKeyDown={onKeyDown}
          onBlur={() => setWritten('')}
        />
      </TagList>
    </span>
  )
}
