import type { ReactNode } from 'react'
import type { DeskState } from '../../core/api/contract.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { OpenDraft } from '../desk/draft.ts'
import { DetailsPane } from '../features/details/details-pane.tsx'
import { PreviewPane } from '../features/preview/preview-pane.tsx'

export interface PanelWorld {
  draft: OpenDraft
  desk: DeskState
  settings: Settings
  changeSettings: (part: Partial<Settings>) => void
  onPlace: Parameters<typeof PreviewPane>[0]['onPlace']
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
