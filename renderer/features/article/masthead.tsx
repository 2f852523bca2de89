import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { formatDate } from '../../../core/language/dates.ts'
import { directionOf } from '../../../core/language/direction.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { pictureGate } from '../../desk/pictures.ts'
import { useWords } from '../../ui/words.tsx'
import type { ArticleSession } from './session.ts'

interface MastheadProps {
  session: ArticleSession
  /** Enter or the down arrow after the last line goes on into the story. */
  onLeave: () => void
}

/** What stands over the story on the sheet: kicker, headline, subheadline, who and where, the lead picture. */
export function Masthead({ session, onLeave }: MastheadProps) {
  const { t } = useWords()
  const { fields, language } = useSyncExternalStore(session.subscribe, session.details)
  const isReadOnly = session.isReadOnly
  const line = (
    field: 'kicker' | 'headline' | 'subheadline',
    name: string,
    className: string,
    placeholder: string,
  ) => (
    <Line
      className={className}
      name={name}
      placeholder={placeholder}
      value={fields[field]}
      isReadOnly={isReadOnly}
      onChange={(value) => session.setField(field, value)}
      onEnter={(from) => (field === 'subheadline' ? onLeave() : focusNext(from, onLeave))}
    />
  )
  const by = [
    fields.byline.length > 0 && (
      <b key="byline">{fields.byline.join(languageOf(language).script === 'arabic' ? '، ' : ', ')}</b>
    ),
    fields.place !== '' && <bdi key="place">{fields.place}</bdi>,
    fields.date && (
      <time key="date" dateTime={fields.date}>
        {formatDate(fields.date, { language, style: 'long' })}
      </time>
    ),
  ].filter(Boolean)
  return (
    <header className="masthead">
      {line('kicker', t('article.kickerOnPage'), 'kicker', t('field.kicker'))}
      {line('headline', t('field.headline'), 'head', t('article.headlinePlaceholder'))}
      {line('subheadline', t('article.deckOnPage'), 'deck', t('field.subheadline'))}
      {by.length > 0 && (
        <p className="by">
          {by.flatMap((part, index) => (index ? [<i className="dot" key={`dot${index}`} />, part] : [part]))}
        </p>
      )}
      <LeadPicture session={session} direction={directionOf(language)} />
    </header>
  )
}

interface LineProps {
  className: string
  name: string
  placeholder: string
  value: string
  isReadOnly: boolean
  onChange: (value: string) => void
  onEnter: (from: HTMLElement) => void
}

/** One line of the masthead: grows with its words, holds no line breaks. */
function Line({ className, name, placeholder, value, isReadOnly, onChange, onEnter }: LineProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { value: text, selectionEnd } = event.currentTarget
    const leaves = event.key === 'Enter' || (event.key === 'ArrowDown' && selectionEnd === text.length)
    if (!leaves || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter(event.currentTarget)
  }
  return (
    <textarea
      className={className}
      aria-label={name}
      placeholder={placeholder}
      rows={1}
      value={value}
      readOnly={isReadOnly}
      spellCheck={false}
      onKeyDown={onKeyDown}
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
    />
  )
}

function focusNext(from: HTMLElement, otherwise: () => void) {
  const next = from.nextElementSibling
  if (next instanceof HTMLTextAreaElement) next.focus()
  else otherwise()
}

function LeadPicture({ session, direction }: { session: ArticleSession; direction: 'rtl' | 'ltr' }) {
  const desk = useDesk()
  const { fields } = useSyncExternalStore(session.subscribe, session.details)
  const lead = fields.leadImage
  const media = lead?.media ?? null
  const [url, setUrl] = useState('')
  const gate = useRef(pictureGate(desk, session.id))
  useEffect(() => {
    let isWanted = true
    setUrl('')
    if (media)
      gate.current.url(media).then(
        (found) => isWanted && setUrl(found),
        () => undefined,
      )
    return () => {
      isWanted = false
    }
  }, [media])
  if (!lead || !media) return null
  return (
    <figure dir={direction}>
      <div className="picture" style={{ aspectRatio: `${lead.width ?? 2} / ${lead.height ?? 1}` }}>
        {url && <img src={url} alt={lead.alt} />}
      </div>
      {(lead.caption || lead.credit) && (
        <figcaption>
          {lead.caption}
          {lead.credit && <span>{lead.credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
