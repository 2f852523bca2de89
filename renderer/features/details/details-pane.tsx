import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type FocusEvent } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { FieldId } from '../../../core/model/fields.ts'
import type { Requirement } from '../../../core/model/required.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import type { DraftDetails, OpenDraft } from '../../desk/draft.ts'
import { houseNamesOf } from '../../desk/house-names.ts'
import { useStoryTypes } from '../../desk/story-types.ts'
import { useWords } from '../../ui/words.tsx'
import { DetailsProvider, type DetailsTools } from './details-context.tsx'
import { FieldControl } from './field-control.tsx'
import type { FieldProps } from './field-props.ts'
import { HouseWords } from './house-words.ts'
import { allLengths, crossings, HeadlineLengths, useLengthWords } from './lengths.tsx'
import { Needed } from './needed.tsx'
import { sectionsOf } from './sections.ts'
import './details.css'

interface DetailsPaneProps {
  draft: OpenDraft
  /** The headline is written on the page, and the focus goes there. */
  onHeadline: () => void
  /** Another type was chosen. */
  onType: (id: string) => void
}

/** Every field of the table that is not written on the page itself, in its order, with its own control. */
export function DetailsPane({ draft, onHeadline, onType }: DetailsPaneProps) {
  const { t } = useWords()
  const pane = useRef<HTMLElement>(null)
  const details = useSyncExternalStore(
    (listener) => draft.subscribe(listener),
    () => draft.details(),
  )
  const [said, say] = useState('')
  const type = useStoryTypes().types.find(({ id }) => id === details.fields.storyType)
  const tools = useDetailsTools({ draft, type, onType, say })
  const { shown, more } = useMemo(() => sectionsOf(type), [type])
  useLengthAnnouncements(details, say)
  const [helped, setHelped] = useState<string | null>(null)
  const go = (requirement: Requirement) => {
    if (requirement === 'headline') return onHeadline()
    const field = pane.current?.querySelector(`[data-field="${requirement}"]`)
    field?.closest('details')?.setAttribute('open', '')
    const control = requirement === 'leadImage' ? 'button' : 'input, textarea, select'
    field?.querySelector<HTMLElement>(control)?.focus()
  }
  const onFocus = ({ target }: FocusEvent) =>
    setHelped(target.closest<HTMLElement>('[data-help]')?.dataset.help ?? null)
  return (
    <DetailsProvider value={tools}>
      {/* Only looks on where the focus is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={pane}
        className="panel details"
        aria-label={t('details.name')}
        onFocus={onFocus}
        onBlur={({ relatedTarget, currentTarget }) =>
          currentTarget.contains(relatedTarget) || setHelped(null)
        }
      >
        <div className="fields scroll">
          {shown.map(({ key, title, fields }) => (
            <div className="group" key={key} role="group" aria-label={title ? t(title) : undefined}>
              {title && <h2>{t(title)}</h2>}
              {key === 'story' && <HeadlineLengths fields={details.fields} />}
              <Fields fields={fields} draft={draft} details={details} />
              {key === 'desk' && <Needed details={details} onGo={go} />}
            </div>
          ))}
          {more.length > 0 && (
            <details className="group more-fields">
              <summary>{t('details.more')}</summary>
              <Fields fields={more} draft={draft} details={details} />
            </details>
          )}
        </div>
        {/* Screen readers have the same words with the field itself. */}
        <p className="help" aria-hidden="true">
          {helped ? t(`help.${helped}` as MessageKey) : t('details.help')}
        </p>
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
      </section>
    </DetailsProvider>
  )
}

function Fields({ fields, ...props }: { fields: readonly FieldId[] } & Omit<FieldProps, 'field'>) {
  return fields.map((field) => <FieldControl key={field} field={field} {...props} />)
}

interface ToolsProps extends Omit<DetailsTools, 'houseWords'> {
  draft: OpenDraft
}

function useDetailsTools({ draft, type, onType, say }: ToolsProps) {
  const desk = useDesk()
  const houseWords = useMemo(() => new HouseWords(desk, draft), [desk, draft])
  const words = useSyncExternalStore(houseWords.subscribe, houseWords.words)
  useEffect(() => {
    // For the hints under the fields, which can wait.
    const idle = requestIdleCallback(() => void houseNamesOf(desk).ask())
    return () => cancelIdleCallback(idle)
  }, [desk])
  // Drawn anew when words have come: a field that is waiting for them then offers them.
  return useMemo(() => ({ houseWords, type, onType, say, words }), [houseWords, type, onType, say, words])
}

/** Says only when a text becomes too long for a place, or fits again; never with each key. */
function useLengthAnnouncements({ id, fields }: DraftDetails, say: (sentence: string) => void) {
  const words = useLengthWords()
  const before = useRef({ id, lengths: allLengths(fields) })
  useEffect(() => {
    const lengths = allLengths(fields)
    const crossed = before.current.id === id ? crossings(before.current.lengths, lengths) : []
    before.current = { id, lengths }
    if (crossed.length > 0) say(crossed.map(words.crossed).join(' '))
  }, [id, fields, say, words])
}
