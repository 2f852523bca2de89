import type { ReactNode } from 'react'
import { formatDate, formatTime } from '../../../core/language/dates.ts'
import { localInstant, offsetOf } from '../../ui/instants.ts'
import { useNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words.tsx'
import type { FieldProps } from './field-props.ts'

/** The offsets in use on land, in minutes east of Greenwich (IANA time zone database). */
const offsets = [
  -720, -660, -600, -570, -540, -480, -420, -360, -300, -240, -210, -180, -150, -120, -60, 0, 60, 120, 180,
  210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570, 600, 630, 660, 720, 765, 780, 840,
].map(offsetOf)

/** A day, and where it matters the time with its zone; what is stored is ISO 8601 and never a local time. */
export function DateControl({
  field,
  draft,
  details,
  id,
  icon,
}: FieldProps & { id: string; icon: ReactNode }) {
  const { t, dates } = useWords()
  const now = useNow()
  const name = field as 'date' | 'embargoUntil'
  const value = details.fields[name]
  const day = value?.slice(0, 10) ?? ''
  const time = value?.includes('T') ? value.slice(11, 16) : ''
  const zone =
    value?.match(/(?:Z|[+-]\d{2}:\d{2})$/)?.[0]?.replace('Z', '+00:00') ?? localInstant(now).slice(-6)
  const put = (next: { day?: string; time?: string; zone?: string }) => {
    const to = { day, time, zone, ...next }
    if (to.day === '') draft.setField(name, null)
    else draft.setField(name, to.time === '' ? to.day : `${to.day}T${to.time}${to.zone}`)
  }
  const isFixed = draft.isReadOnly
  return (
    <span className="control date">
      {icon}
      <span className="moment day-part">
        <input
          id={id}
          type="date"
          dir="ltr"
          max="9999-12-31"
          value={day}
          readOnly={isFixed}
          onChange={(event) => put({ day: event.target.value })}
        />
        <span className="shown" aria-hidden="true">
          {day && formatDate(day, { ...dates, style: 'long' })}
        </span>
      </span>
      {day !== '' && (
        <span className="moment">
          <input
            type="time"
            dir="ltr"
            aria-label={t('date.time', { field: t(`field.${name}`) })}
            value={time}
            readOnly={isFixed}
            onChange={(event) => put({ time: event.target.value })}
          />
          <span className="shown" aria-hidden="true">
            {time && formatTime(`${day}T${time}`, dates)}
          </span>
        </span>
      )}
      {time !== '' && (
        <select
          dir="ltr"
          aria-label={t('date.zone', { field: t(`field.${name}`) })}
          value={zone}
          disabled={isFixed}
          onChange={(event) => put({ zone: event.target.value })}
        >
          {[...new Set([...offsets, zone])].map((offset) => (
            <option key={offset}>{offset}</option>
          ))}
        </select>
      )}
    </span>
  )
}
