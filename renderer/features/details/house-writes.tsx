import { useSyncExternalStore } from 'react'
import type { FieldId } from '../../../core/model/fields.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import type { DraftDetails, OpenDraft } from '../../desk/draft.ts'
import { houseNamesOf } from '../../desk/house-names.ts'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { nameKindsOf } from './name-kinds.ts'

const hinted = ['byline', 'source', 'place'] as const
type Hinted = (typeof hinted)[number]
export const isHinted = (field: FieldId): field is Hinted => (hinted as readonly string[]).includes(field)

interface HouseWritesProps {
  field: Hinted
  draft: OpenDraft
  details: DraftDetails
}

/** What the house writes where the field has another spelling of it: a hint, put there by a press and never by itself. */
export function HouseWrites({ field, draft, details }: HouseWritesProps) {
  const { t } = useWords()
  const names = houseNamesOf(useDesk())
  useSyncExternalStore(names.subscribe, names.entries)
  const written = details.fields[field]
  const values = typeof written === 'string' ? [written] : written
  if (draft.isReadOnly || values.every((value) => value === '')) return null
  const index = names.index()
  const preferred = values.map((value) => index.preferredFor(value, details.language, nameKindsOf[field]))
  const at = preferred.findIndex((word) => word !== undefined)
  const word = preferred[at]
  if (word === undefined) return null
  const put = () => {
    if (field === 'byline') {
      const changed = values.map((value, place) => (place === at ? word : value))
      draft.setField(field, [...new Set(changed)])
    } else draft.setField(field, word)
  }
  return (
    <p className="house-writes">
      <Button onPress={put}>{t('names.houseWrites', { word: `\u2068${word}\u2069` })}</Button>
    </p>
  )
}
