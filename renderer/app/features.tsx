import type { ReactNode } from 'react'
import type { DeskState } from '../../core/api/contract.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { OpenDraft } from '../desk/draft.ts'
import type { StoryEditor } from '../editor/story-editor.ts'
import type { Place } from './layout-props.ts'

export interface PanelWorld {
  draft: OpenDraft
  /** The story of the page, once it can be written in. */
  story: StoryEditor | null
  desk: DeskState
  settings: Settings
  changeSettings: (part: Partial<Settings>) => void
  onPlace: (listener: (place: Place) => void) => () => void
  /** Puts the focus on the headline, which is written on the page. */
  onHeadline: () => void
}
export type DrawPanel = (world: PanelWorld) => ReactNode
export interface Panel {
  id: string
  label: MessageKey
  /** Reads its code when it is first looked at: the story can be written before. */
  load: () => Promise<DrawPanel>
}

/** THE list of panels on the end side, in the order of their buttons. */
export const panels: readonly Panel[] = [
  {
    id: 'details',
    label: 'details.name',
    load: async () => {
      const { DetailsPane } = await import('../features/details/details-pane.tsx')
      return ({ draft, onHeadline }) => <DetailsPane draft={draft} onHeadline={onHeadline} />
    },
  },
  {
    id: 'preview',
    label: 'preview.name',
    load: async () => {
      const { PreviewPane } = await import('../features/preview/preview-pane.tsx')
      return ({ draft, desk, settings, changeSettings, onPlace }) => (
        <PreviewPane
          draft={draft}
          themes={desk.themes}
          theme={settings.houseTheme}
          onTheme={(houseTheme) => changeSettings({ houseTheme })}
          width={settings.previewWidth}
          onWidth={(previewWidth) => changeSettings({ previewWidth })}
          onPlace={onPlace}
        />
      )
    },
  },
  {
    id: 'outline',
    label: 'outline.name',
    load: async () => {
      const { OutlinePane } = await import('../features/outline/outline-pane.tsx')
      return ({ story, onPlace }) => <OutlinePane story={story} onPlace={onPlace} />
    },
  },
]
