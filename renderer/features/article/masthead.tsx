import {
  Fragment,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
} from 'react'
import { focalPosition, seenSize, viewBox } from '../../../core/model/crop.ts'
import type { Direction } from '../../../core/model/language-code.ts'
import { formatDate } from '../../../core/language/dates.ts'
import { directionOf } from '../../../core/language/direction.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { pictureGate } from '../../desk/pictures.ts'
import { Isolated } from '../../ui/isolated.tsx'
import { useWords } from '../../ui/words.tsx'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { undoesReplacing } from '../../editor/words/over-undo.ts'
import type { OverName } from '../../editor/words/over-story.ts'
import type { ArticleSession } from './session.ts'
import { useAtRest } from './use-at-rest.ts'
import { useTyping } from './use-typing.ts'

interface MastheadProps {
  session: ArticleSession
  /** The story under it, once it is there. */
  editor: StoryEditor | null
  /** Enter or the down arrow after the last line goes on into the story. */
  onLeave: () => void
}

/** What stands over the story on the sheet: kicker, headline, subheadline, who and where, the lead picture. */
export function Masthead({ session, editor, onLeave }: MastheadProps) {
  const { t, dates } = useWords()
  const { fields, language } = useSyncExternalStore(session.subscribe, session.details)
  const isReadOnly = session.isReadOnly
  const line = (field: OverName, name: string, className: string, placeholder: string) => (
    <Line
      className={className}
      field={field}
      name={name}
      placeholder={placeholder}
      value={fields[field]}
      isReadOnly={isReadOnly}
      direction={directionOf(language)}
      editor={editor}
      onChange={(value) => session.setField(field, value)}
      onEnter={(from) => (field === 'subheadline' ? onLeave() : focusNext(from, onLeave))}
    />
  )
  const separator = languageOf(language).script === 'arabic' ? '، ' : ', '
  const by = [
    { id: 'byline', part: fields.byline.length > 0 && <b>{fields.byline.join(separator)}</b> },
    { id: 'place', part: fields.place !== '' && <bdi>{fields.place}</bdi> },
    {
      id: 'date',
      part: fields.date && (
        <time dateTime={fields.date}>
          {formatDate(fields.date, { ...dates, language, digits: undefined, style: 'long' })}
        </time>
      ),
    },
  ].filter(({ part }) => part)
  // A new article begins with its headline.
  const masthead = useRef<HTMLElement>(null)
  useEffect(() => {
    if (session.isNew) masthead.current?.querySelector<HTMLElement>('.head')?.focus()
  }, [session])
  return (
    <header className="masthead" ref={masthead}>
      {line('kicker', t('article.kickerOnPage'), 'kicker', t('field.kicker'))}
      {line('headline', t('field.headline'), 'head', t('article.headlinePlaceholder'))}
      {line('subheadline', t('article.deckOnPage'), 'deck', t('field.subheadline'))}
      {by.length > 0 && (
        <p className="by">
          {by.map(({ id, part }, index) => (
            <Fragment key={id}>
              {index > 0 && <i className="dot" />}
              {part}
            </Fragment>
          ))}
        </p>
      )}
      <LeadPicture session={session} direction={directionOf(language)} />
    </header>
  )
}

interface LineProps {
  className: string
  field: OverName
  name: string
  placeholder: string
  value: string
  isReadOnly: boolean
  direction: Direction
  editor: StoryEditor | null
  onChange: (value: string) => void
  onEnter: (from: HTMLElement) => void
}

/** One line of the masthead: grows with its words, holds no line breaks. */
function Line({ className, field, name, placeholder, editor, onChange, onEnter, ...shown }: LineProps) {
  const area = useAtRest(shown.value, shown.direction)
  useTyping(area, () => editor?.typing() ?? null)
  const viewNow = useEffectEvent(() => editor?.view ?? null)
  useEffect(() => (area.current ? undoesReplacing(area.current, () => viewNow()) : undefined), [area])
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { value: text, selectionEnd } = event.currentTarget
    const leaves = event.key === 'Enter' || (event.key === 'ArrowDown' && selectionEnd === text.length)
    if (!leaves || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter(event.currentTarget)
  }
  return (
    <textarea
      ref={area}
      className={className}
      data-over={field}
      aria-label={name}
      placeholder={placeholder}
      rows={1}
      value={shown.value}
      readOnly={shown.isReadOnly}
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
  const [shown, setShown] = useState({ media: '', url: '' })
  const gate = useMemo(() => pictureGate(desk, session.id), [desk, session.id])
  useEffect(() => () => gate.close(), [gate])
  useEffect(() => {
    let isWanted = true
    if (media)
      gate.url(media).then(
        (url) => isWanted && setShown({ media, url }),
        () => undefined,
      )
    return () => {
      isWanted = false
    }
  }, [gate, media])
  if (!lead || !media) return null
  const size = seenSize(lead) ?? { width: 2, height: 1 }
  return (
    <figure dir={direction}>
      <div className="picture" style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        {shown.media === media && (
          <img
            src={shown.url}
            alt={lead.alt}
            style={{ objectViewBox: viewBox(lead.crop), objectPosition: focalPosition(lead) }}
          />
        )}
      </div>
      {(lead.caption || lead.credit) && (
        <figcaption>
          <Isolated text={lead.caption} base={direction} />
          {lead.credit && <span>{lead.credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
