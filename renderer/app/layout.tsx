import { X } from '@phosphor-icons/react/dist/icons/X'
import { useCallback, useRef, useSyncExternalStore, type DragEvent } from 'react'
import type { DeskState } from '../../core/api/contract.ts'
import type { Settings } from '../../core/model/settings.ts'
import { ArticlePage } from '../features/article/article-page.tsx'
import { ExportDialog } from '../features/exporting/export-dialog.tsx'
import { LibraryPane } from '../features/library/library-pane.tsx'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { TrashDialog } from '../features/trash/trash-dialog.tsx'
import { IconButton } from '../ui/controls.tsx'
import { useWords } from '../ui/words.tsx'
import { Banners } from './banners.tsx'
import type { DeskWindow, Told } from './desk-window.ts'
import { EmptyDesk } from './empty-desk.tsx'
import { panels } from './features.tsx'
import type { LayoutState } from './layout-state.ts'
import { PageBar } from './page-bar.tsx'
import { Toast } from './toast.tsx'

interface LayoutProps {
  desk: DeskWindow
  state: DeskState
  layout: LayoutState
  onLayout: (part: Partial<LayoutState>) => void
  changeSettings: (part: Partial<Settings>) => void
  onImport: () => void
  told: Told | null
  onTold: (told: Told | null) => void
}
type Place = { block: number; fraction: number }

/** Library, page and inspector side by side, and what floats over them. */
export function Layout({
  desk,
  state,
  layout,
  onLayout,
  changeSettings,
  onImport,
  told,
  onTold,
}: LayoutProps) {
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const { onPlace, tellPlace } = usePlaces()
  const isInspectorShown = layout.isInspectorShown && session !== null
  const dropFiles = (event: DragEvent) => {
    const files = [...event.dataTransfer.files].filter(({ type }) => !type.startsWith('image/'))
    if (files.length === 0) return
    event.preventDefault()
    void desk.import(files)
  }
  return (
    <div
      className="desk"
      data-panel={layout.panel}
      data-width={settings.previewWidth}
      data-library={layout.isLibraryShown ? undefined : 'hidden'}
      data-inspector={isInspectorShown ? undefined : 'hidden'}
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={dropFiles}
    >
      <div className={layout.isLibraryShown ? 'col' : 'col folded'}>
        <LibraryPane
          shelf={desk.shelf}
          currentId={session?.id ?? null}
          isReadOnly={state.readOnly}
          onOpen={(id) => void desk.open(id)}
          onNew={() => void desk.create()}
          onDelete={(id) => void desk.trash(id)}
          onSettings={() => onLayout({ dialog: 'settings' })}
          onTrash={() => onLayout({ dialog: 'trash' })}
          onImport={onImport}
        />
      </div>
      <main className="col page">
        <PageBar desk={desk} session={session} layout={layout} onLayout={onLayout} />
        <Banners desk={desk} />
        {session ? (
          <ArticlePage
            key={session.key}
            session={session}
            quotes={settings.quotes}
            onCursor={tellPlace}
            onNotice={(words) => onTold({ kind: 'error', error: words })}
          />
        ) : (
          <EmptyDesk desk={desk} isReadOnly={state.readOnly} onImport={onImport} />
        )}
      </main>
      <Inspector
        desk={desk}
        state={state}
        layout={layout}
        isShown={isInspectorShown}
        onLayout={onLayout}
        changeSettings={changeSettings}
        onPlace={onPlace}
      />
      <Dialogs
        desk={desk}
        state={state}
        layout={layout}
        onLayout={onLayout}
        changeSettings={changeSettings}
      />
      {told && (
        <Toast
          key={JSON.stringify([told.kind, told.id, told.count, String(told.error)])}
          told={told}
          desk={desk}
          onClose={() => onTold(null)}
        />
      )}
    </div>
  )
}

type DialogsProps = Pick<LayoutProps, 'desk' | 'state' | 'layout' | 'onLayout' | 'changeSettings'>

function Dialogs({ desk, state, layout, onLayout, changeSettings }: DialogsProps) {
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  return (
    <>
      {layout.dialog === 'export' && session && (
        <ExportDialog
          draft={session}
          formats={state.formats}
          themes={state.themes}
          theme={settings.houseTheme}
          onClose={() => onLayout({ dialog: null })}
          onSaved={() => undefined}
        />
      )}
      {layout.dialog === 'settings' && (
        <SettingsDialog
          settings={settings}
          themes={state.themes}
          library={state.library}
          onChange={changeSettings}
          onClose={() => onLayout({ dialog: null })}
        />
      )}
      {layout.dialog === 'trash' && (
        <TrashDialog
          isReadOnly={state.readOnly}
          onClose={() => onLayout({ dialog: null })}
          onRestored={() => void desk.shelf.refresh()}
        />
      )}
    </>
  )
}

interface InspectorProps extends Pick<
  LayoutProps,
  'desk' | 'state' | 'layout' | 'onLayout' | 'changeSettings'
> {
  isShown: boolean
  onPlace: (listener: (place: Place) => void) => () => void
}

function Inspector({ desk, state, layout, isShown, onLayout, changeSettings, onPlace }: InspectorProps) {
  const { t } = useWords()
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  if (!isShown || !session) return <div className="col inspector folded" />
  const panel = panels.find(({ id }) => id === layout.panel)
  return (
    <aside className="col inspector" aria-label={t('inspector.name')}>
      <header className="bar">
        <div className="tabs" role="group" aria-label={t('inspector.panels')}>
          {panels.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="tab"
              aria-pressed={id === layout.panel}
              onClick={() => onLayout({ panel: id })}
            >
              {t(label)}
            </button>
          ))}
        </div>
        <IconButton
          icon={X}
          className="over-only"
          name={t('inspector.close')}
          onPress={() => onLayout({ isInspectorShown: false })}
        />
      </header>
      <Panel key={`${session.key}/${layout.panel}`}>
        {panel?.draw({ draft: session, desk: state, settings, changeSettings, onPlace })}
      </Panel>
    </aside>
  )
}

const Panel = ({ children }: { children: React.ReactNode }) => children

/** The editor tells where it is; whoever follows listens. No React state: it changes with every key. */
function usePlaces() {
  const listeners = useRef(new Set<(place: Place) => void>())
  const last = useRef<Place | null>(null)
  const onPlace = useCallback((listener: (place: Place) => void) => {
    listeners.current.add(listener)
    if (last.current) listener(last.current)
    return () => {
      listeners.current.delete(listener)
    }
  }, [])
  const tellPlace = useCallback((place: Place) => {
    last.current = place
    for (const listener of listeners.current) listener(place)
  }, [])
  return { onPlace, tellPlace }
}
