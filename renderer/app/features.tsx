import { lazy, type ReactNode } from 'react'
import type { DeskState } from '../../core/api/contract.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { OpenDraft } from '../desk/draft.ts'
import type { Place } from './layout-props.ts'

// Each is loaded when it is first looked at: the story can be written before.
const DetailsPane = lazy(() =>
  import('../features/details/details-pane.tsx').then(({ DetailsPane: named }) => ({ default: named })),
)
const PreviewPane = lazy(() =>
  import('../features/preview/preview-pane.tsx').then(({ PreviewPane: named }) => ({ default: named })),
)

export interface PanelWorld {
  draft: OpenDraft
  desk: DeskState
  settings: Settings
  changeSettings: (part: Partial<Settings>) => void
  onPlace: (listener: (place: Place) => void) => () => void
}
export interface Panel {
  id: string
  label: MessageKey
  draw: (world: PanelWorld) => ReactNode
}

/** THE list of panels on the end side, in the order of their buttons. */
export const panels: readonly Panel[] = [
  { id: 'details', label: 'details.name', draw: ({ draft }) => <DetailsPane draft={draft} /> },
  {
    id: 'preview',
    label: 'preview.name',
    draw: ({ draft, desk, settings, changeSettings, onPlace }) => (
      <PreviewPane
        draft={draft}
        themes={desk.themes}
        theme={settings.houseTheme}
        onTheme={(houseTheme) => changeSettings({ houseTheme })}
        width={settings.previewWidth}
        onWidth={(previewWidth) => changeSettings({ previewWidth })}
        onPlace={onPlace}
      />
    ),
  },
]
