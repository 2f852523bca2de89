import type { ReactNode } from 'react'
import type { DeskState } from '../../core/api/contract.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { OpenDraft } from '../desk/draft.ts'
import type { StoryEditor } from '../editor/story-editor.ts'
import type { Place } from './layout-props.ts'

export interface PanelWorld {
  /** Of the open article, and of the one that it was translated from. */
  id: string
  sourceId: string | null
  onOpen: (id: string) => void
  draft: OpenDraft
  /** The story of the page, once it can be written in. */
  story: StoryEditor | null
  desk: DeskState
  settings: Settings
  changeSettings: (part: Partial<Settings>) => void
  onPlace: (listener: (place: Place) => void) => () => void
  /** Puts the focus on the headline, which is written on the page. */
  onHeadline: () => void
  /** The story is to be of this type; '' for none. */
  onType: (id: string) => void
}
export type DrawPanel = (world: PanelWorld) => ReactNode
export interface Panel {
  id: string
  label: MessageKey
  /** Reads its code when it is first looked at: the story can be written before. */
  load: () => Promise<DrawPanel>
  /** Whether there is something to show for this article; absent: always. */
  isFor?: (world: Pick<PanelWorld, 'id' | 'sourceId'>) => boolean
}

/** THE list of panels on the end side, in the order of their buttons. */
export const panels: readonly Panel[] = [
  {
    id: 'details',
    label: 'details.name',
    load: async () => {
      const { DetailsPane } = await import('../features/details/details-pane.tsx')
      return ({ draft, onHeadline, onType }) => (
        <DetailsPane draft={draft} onHeadline={onHeadline} onType={onType} />
      )
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
  {
    id: 'source',
    label: 'source.name',
    isFor: ({ sourceId }) => sourceId !== null,
    load: async () => {
      const [{ SourcePane }, { ComparedStory }] = await Promise.all([
        import('../features/source/source-pane.tsx'),
        import('../features/versions/compared-story.tsx'),
      ])
      return ({ id, sourceId, onOpen }) =>
        sourceId && (
          <SourcePane
            id={id}
            sourceId={sourceId}
            onOpen={onOpen}
            drawStory={(of, compared) => <ComparedStory id={of} compared={compared} />}
          />
        )
    },
  },
]
