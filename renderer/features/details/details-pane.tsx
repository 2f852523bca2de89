import { useSyncExternalStore } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { fieldIds, fieldOf, type FieldGroup, type FieldId } from '../../../core/model/fields.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { useWords } from '../../ui/words.tsx'
import { FieldControl } from './field-control.tsx'
import './details.css'

const groups: readonly { id: FieldGroup; title: MessageKey | null }[] = [
  { id: 'desk', title: null },
  { id: 'story', title: 'details.story' },
  { id: 'credits', title: 'details.credits' },
  { id: 'time', title: 'details.time' },
  { id: 'search', title: 'details.search' },
  { id: 'picture', title: 'field.leadImage' },
  { id: 'note', title: null },
]

/** Every field of the table that is not written on the page itself, in its order, with its own control. */
export function DetailsPane({ draft }: { draft: OpenDraft }) {
  const { t } = useWords()
  const details = useSyncExternalStore(
    (listener) => draft.subscribe(listener),
    () => draft.details(),
  )
  return (
    <section className="panel details scroll" aria-label={t('details.name')}>
      {groups.map(({ id, title }) => (
        <div className="group" key={id} role="group" aria-label={title ? t(title) : undefined}>
          {title && <h2>{t(title)}</h2>}
          {fieldsOf(id).map((field) => (
            <FieldControl key={field} field={field} draft={draft} details={details} />
          ))}
        </div>
      ))}
    </section>
  )
}

const fieldsOf = (group: FieldGroup): FieldId[] =>
  fieldIds.filter((field) => fieldOf(field).group === group && !fieldOf(field).onPage)
