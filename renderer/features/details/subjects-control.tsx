import { mediaTopics, topicName } from '../../../core/model/media-topics.ts'
import { useWords } from '../../ui/words.tsx'
import type { FieldProps } from './field-props.ts'
import { Tag } from './tag.tsx'

/** The seventeen top-level IPTC Media Topics: chosen ones as tags, the others in a list to add from. */
export function SubjectsControl({ draft, details, id }: FieldProps & { id: string }) {
  const { t, language } = useWords()
  const chosen = details.fields.subjects
  return (
    <span className="control tags select">
      {chosen.map((code) => (
        <Tag
          key={code}
          word={topicName(code, language)}
          isFixed={draft.isReadOnly}
          onRemove={() =>
            draft.setField(
              'subjects',
              chosen.filter((other) => other !== code),
            )
          }
        />
      ))}
      <select
        id={id}
        value=""
        disabled={draft.isReadOnly}
        onChange={(event) => draft.setField('subjects', [...chosen, event.target.value])}
      >
        <option value="" disabled>
          {t('details.addSubject')}
        </option>
        {mediaTopics
          .filter(({ code }) => !chosen.includes(code))
          .map(({ code }) => (
            <option key={code} value={code}>
              {topicName(code, language)}
            </option>
          ))}
      </select>
    </span>
  )
}
