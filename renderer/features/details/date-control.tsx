import { useRef, useState } from 'react'
import { Clock } from '@phosphor-icons/react/dist/icons/Clock'
import { formatDate, formatTime } from '../../../core/language/dates.ts'
import { toDigits } from '../../../core/language/digits.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { isOnCalendar } from '../../../core/model/fields.ts'
import { isOpenEmbargo, untilFurtherNotice } from '../../../core/model/open-embargo.ts'
import { IconButton } from '../../ui/controls.tsx'
import { Float, useAnchor } from '../../ui/float.tsx'
import { Icon } from '../../ui/icon.tsx'
import { localInstant, offsetOf } from '../../ui/instants.ts'
import { useNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words.tsx'
import { Calendar } from './calendar.tsx'
import { fieldIcons } from './field-icon.tsx'
import type { ControlProps } from './field-props.ts'
import { partsOf, readDay, readTime } from './read-moment.ts'
import { useTyped } from './typed.ts'

/** The offsets in use on land, in minutes east of Greenwich (IANA time zone database). */
const offsets = [
  -720, -660, -600, -570, -540, -480, -420, -360, -300, -240, -210, -180, -150, -120, -60, 0, 60, 120, 180,
  210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570, 600, 630, 660, 720, 765, 780, 840,
].map(offsetOf)

/** A day, and where it matters the time with its zone; what is stored is ISO 8601 and never a local time. */
export function DateControl({ field, draft, details, wiring }: ControlProps) {
  const { t, dates } = useWords()
  const now = useNow()
  const anchor = useAnchor()
  const name = field as 'date' | 'embargoUntil'
  const parts = partsOf(details.fields[name])
  const zone = parts.zone ?? localInstant(now).slice(-6)
  const put = (next: { day?: string; time?: string; zone?: string }) => {
    const to = { ...parts, zone, ...next }
    const moment = to.time === '' ? to.day : `${to.day}T${to.time}${to.zone}`
    if (moment !== details.fields[name]) draft.setField(name, to.day === '' ? null : moment)
  }
  const isOpen = name === 'embargoUntil' && isOpenEmbargo(parts.day)
  const noEnd = t('date.furtherNotice')
  const day = useTyped({
    value: parts.day,
    shown: isOpen ? noEnd : parts.day && formatDate(parts.day, { ...dates, style: 'long' }),
    read: (text) => (name === 'embargoUntil' && text.trim() === noEnd ? untilFurtherNotice : readDay(text)),
    onValue: (value) => put({ day: value }),
  })
  const isFixed = draft.isReadOnly
  const problem = `${wiring.id}-problem`
  // A file of another program may say 31 February: it is shown as it is, and said.
  const isUnreal = parts.day !== '' && !isOnCalendar(parts.day)
  const unreal = name === 'date' ? 'date.notInCalendar' : 'warning.embargo-without-end'
  const wrong = day.isWrong ? 'date.notRead' : isUnreal ? unreal : undefined
  return (
    <span className="moment">
      <span className={`control ${wrong ? 'error' : ''}`} style={anchor.style}>
        <CalendarButton
          field={name}
          anchor={anchor.name}
          day={isUnreal || isOpen ? '' : parts.day}
          isFixed={isFixed}
          onDay={(chosen) => {
            day.giveBack()
            put({ day: chosen })
          }}
        />
        <input
          {...wiring}
          {...day.input}
          aria-describedby={`${wiring['aria-describedby']} ${wrong ? problem : ''}`}
          type="text"
          dir="auto"
          autoComplete="off"
          placeholder={t(name === 'date' ? 'date.none' : 'date.noEmbargo')}
          readOnly={isFixed}
        />
        <AtRest words={day.atRest} />
      </span>
      {wrong && (
        <span id={problem} className="problem" role="alert">
          {t(wrong)}
        </span>
      )}
      {parts.day !== '' && !isOpen && (
        <TimeControl
          name={t(`field.${name}`)}
          day={parts.day}
          time={parts.time}
          zone={zone}
          isFixed={isFixed}
          onChange={put}
        />
      )}
    </span>
  )
}

interface CalendarButtonProps {
  field: 'date' | 'embargoUntil'
  anchor: string
  day: string
  isFixed: boolean
  onDay: (day: string) => void
}

function CalendarButton({ field, anchor, day, isFixed, onDay }: CalendarButtonProps) {
  const { t } = useWords()
  const now = useNow()
  const place = useRef<HTMLSpanElement>(null)
  const [isOpen, setOpen] = useState(false)
  // The press that closes the calendar from outside must not open it again.
  const wasOpen = useRef(false)
  const giveBack = () => {
    setOpen(false)
    place.current?.querySelector('button')?.focus()
  }
  return (
    <span
      className="contents"
      ref={place}
      onPointerDownCapture={() => {
        wasOpen.current = isOpen
      }}
    >
      <IconButton
        icon={fieldIcons[field]}
        className="small"
        name={t('date.openCalendar')}
        isDisabled={isFixed}
        onPress={() => {
          setOpen(!wasOpen.current)
          wasOpen.current = false
        }}
      />
      {isOpen && (
        <Float anchor={anchor} className="calendar-box" onClose={() => setOpen(false)}>
          <Calendar
            day={day}
            today={localInstant(now).slice(0, 10)}
            onChoose={(chosen) => {
              onDay(chosen)
              giveBack()
            }}
            onLeave={giveBack}
            onAway={() => setOpen(false)}
          />
        </Float>
      )}
    </span>
  )
}

/** The value in words, over a field in which nobody writes; a screen reader has the field itself. */
const AtRest = ({ words }: { words: string }) =>
  words && (
    <span className="at-rest" aria-hidden="true">
      {words}
    </span>
  )

interface TimeControlProps {
  /** The label of the field it belongs to. */
  name: string
  day: string
  time: string
  zone: string
  isFixed: boolean
  onChange: (next: { time?: string; zone?: string }) => void
}

function TimeControl({ name, day, time, zone, isFixed, onChange }: TimeControlProps) {
  const { t, dates, language } = useWords()
  const typed = useTyped({
    value: time,
    shown: time && formatTime(`${day}T${time}`, dates),
    read: readTime,
    onValue: (value) => onChange({ time: value }),
  })
  return (
    <span className={`control time ${typed.isWrong ? 'error' : ''}`}>
      <Icon of={Clock} size="text" />
      <input
        {...typed.input}
        type="text"
        dir="ltr"
        autoComplete="off"
        inputMode="numeric"
        aria-label={t('date.time', { field: name })}
        placeholder={t('date.noTime')}
        readOnly={isFixed}
      />
      <AtRest words={typed.atRest} />
      {time !== '' && (
        <select
          dir="ltr"
          aria-label={t('date.zone', { field: name })}
          value={zone}
          disabled={isFixed}
          onChange={(event) => onChange({ zone: event.target.value })}
        >
          {[...new Set([...offsets, zone])].map((offset) => (
            <option key={offset} value={offset}>
              {toDigits(offset, dates.digits ?? languageOf(language).digits)}
            </option>
          ))}
        </select>
      )}
    </span>
  )
}
