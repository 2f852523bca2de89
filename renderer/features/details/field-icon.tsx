import { LockSimple } from '@phosphor-icons/react/dist/icons/LockSimple'
import { MapPin } from '@phosphor-icons/react/dist/icons/MapPin'
import { Newspaper } from '@phosphor-icons/react/dist/icons/Newspaper'
import { User } from '@phosphor-icons/react/dist/icons/User'
import { CalendarBlank } from '@phosphor-icons/react/dist/icons/CalendarBlank'
import type { FieldId } from '../../../core/model/fields.ts'
import { Icon } from '../../ui/icon.tsx'

export const fieldIcons = {
  byline: User,
  source: Newspaper,
  place: MapPin,
  date: CalendarBlank,
  embargoUntil: LockSimple,
}

/** The drawing of a field that has one. */
export function FieldIcon({ field }: { field: FieldId }) {
  if (!(field in fieldIcons)) return null
  return <Icon of={fieldIcons[field as keyof typeof fieldIcons]} size="text" />
}
