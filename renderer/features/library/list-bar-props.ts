import type { Settings } from '../../../core/model/settings.ts'
import type { Shelf, ShelfState } from './shelf.ts'

/** What stands over the list is drawn from this, and asks for that. */
export interface ListBarProps {
  shelf: Shelf
  state: ShelfState
  settings: Pick<Settings, 'listLook' | 'savedViews' | 'ownNames'>
  isWide: boolean
  onChange: (part: Partial<Settings>) => void
  onWide: () => void
}
