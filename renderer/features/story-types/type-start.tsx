import { useId, useState } from 'react'
import { languages } from '../../../core/language/registry.ts'
import { fieldOf } from '../../../core/model/fields.ts'
import { startFieldIds, type StartLanguage } from '../../../core/model/story-type.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { Button, Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { Line } from './line.tsx'
import { lineOf, withStartField, withStartText } from './type-change.ts'
import type { TypePart } from './type-part.ts'

/** Subjects are chosen in a story, and come along with a type that is made of it. */
const listed = startFieldIds.filter((field) => fieldOf(field).kind !== 'subjects')

/** What a story of the type begins with, in one language or in all that have nothing of their own. */
export function TypeStart({ type, isReadOnly, draft, onChange }: TypePart & { draft: OpenDraft | null }) {
  const { t } = useWords()
  const id = useId()
  const [of, setOf] = useState<StartLanguage>(draft?.details().language ?? 'any')
  const { fields = {}, body } = type.starts[of] ?? {}
  const urgencies = ['', '1', '2', '3', '4', '5', '6', '7', '8', '9']
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('types.start')}</h3>
      <div className="setting">
        <label htmlFor={`${id}-of`}>{t('types.startOf')}</label>
        <Select
          id={`${id}-of`}
          label={t('types.startOf')}
          value={of}
          onChange={setOf}
          choices={[
            { value: 'any', name: t('types.anyLanguage') },
            ...languages.map(({ code, ownName }) => ({ value: code, name: ownName })),
          ]}
        />
      </div>
      {listed.map((field) =>
        field === 'urgency' ? (
          <div className="setting" key={field}>
            <label htmlFor={`${id}-urgency`}>{t('field.urgency')}</label>
            <Select
              id={`${id}-urgency`}
              label={t('field.urgency')}
              isDisabled={isReadOnly}
              value={lineOf(fields.urgency)}
              onChange={(value) => onChange(withStartField(type, of, field, value))}
              choices={urgencies.map((value) => ({
                value,
                name: value === '' ? t('urgency.none') : t('urgency.level', { level: value }),
              }))}
            />
          </div>
        ) : (
          <Line
            key={`${of} ${field}`}
            label={t(`field.${field}`)}
            language={of === 'any' ? undefined : of}
            value={lineOf(fields[field])}
            isReadOnly={isReadOnly}
            onChange={(line) => onChange(withStartField(type, of, field, line))}
          />
        ),
      )}
      <div className="type-text">
        <p>{t(body ? 'types.hasText' : 'types.noText')}</p>
        <Button
          look="line"
          isDisabled={isReadOnly || !draft}
          onPress={() => draft && onChange(withStartText(type, of, draft.draft().body))}
        >
          {t('types.takeText')}
        </Button>
        {body && (
          <Button isDisabled={isReadOnly} onPress={() => onChange(withStartText(type, of, null))}>
            {t('types.dropText')}
          </Button>
        )}
      </div>
    </section>
  )
}
