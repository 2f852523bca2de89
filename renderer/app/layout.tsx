import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import { ArticlePage } from '../features/article/article-page.tsx'
import { useWords } from '../ui/words.tsx'
import { useDroppedFiles, usePastedFiles } from './dropped-files.ts'
import type { Furniture } from './furniture.tsx'
import { KeptLine } from './kept-line.ts'
import { KeyHold } from './key-hold.tsx'
import type { LayoutProps, Place } from './layout-props.ts'
import { LibraryColumn } from './library-column.tsx'
import { useLoaded } from './use-loaded.ts'

const loadDialogs = () => import('./dialogs.tsx')

interface FurnishedProps extends LayoutProps {
  /** What stands around the story; null until it is read. */
  furniture: Furniture | null
}

/** Library, page and inspector side by side, and what floats over them. */
export function Layout({ furniture, ...props }: FurnishedProps) {
  const { desk, state, layout, onLayout, run, onPage, told, onTold } = props
  const { t } = useWords()
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const { onPlace, tellPlace } = usePlaces()
  const isFocused = layout.isFocused && session !== null
  const isListWide = layout.isListWide && layout.isLibraryShown && !isFocused
  const isLibraryShown = layout.isLibraryShown && !isFocused
  const isInspectorShown = layout.isInspectorShown && session !== null && !isFocused
  const shape = `${isLibraryShown} ${isInspectorShown && layout.panel} ${isFocused} ${settings.previewWidth}`
  const dialogs = useLoaded(loadDialogs, layout.dialog !== null)
  const [typed, hold] = useState('')
  const closeDialog = () => {
    hold('')
    onLayout({ dialog: null })
  }
  const drop = useDroppedFiles((offered) => void desk.files.import(offered), !state.readOnly)
  usePastedFiles(desk.files, !state.readOnly)
  return (
    <div
      className="desk"
      data-panel={layout.panel}
      data-width={settings.previewWidth}
      data-library={isLibraryShown ? undefined : 'hidden'}
      data-inspector={isInspectorShown ? undefined : 'hidden'}
      data-list={isListWide ? 'wide' : undefined}
      data-focus={isFocused ? 'on' : undefined}
      {...drop.handlers}
    >
      <KeptLine story={props.page?.story ?? null} shape={shape} />
      <div
        className={isLibraryShown ? 'col' : 'col folded'}
        data-pane="library"
        role={isListWide ? 'main' : undefined}
        aria-label={isListWide ? t('library.articles') : undefined}
      >
        {isListWide && <h1 className="visually-hidden">{t('library.articles')}</h1>}
        {furniture && <LibraryColumn {...props} furniture={furniture} isWide={isListWide} />}
      </div>
      <main className="col page" data-pane="page" aria-label={session ? t('article.sheet') : t('app.name')}>
        <h1 className="visually-hidden">{t(session ? 'article.sheet' : 'app.name')}</h1>
        {furniture ? (
          <>
            <furniture.PageBar
              desk={desk}
              session={session}
              layout={layout}
              isFocused={isFocused}
              run={run}
            />
            <furniture.Banners
              desk={desk}
              onDialog={(dialog) => onLayout({ dialog })}
              isSourceShown={isInspectorShown && layout.panel === 'source'}
              onSource={() => run('panel.source')}
            />
          </>
        ) : (
          <header className="bar" />
        )}
        {session ? (
          <ArticlePage
            key={session.key}
            session={session}
            early={props.early}
            writing={settings}
            houseDigits={state.themes.find(({ id }) => id === settings.houseTheme)?.digits}
            tkWords={settings.tkWords}
            isFocused={isFocused}
            parts={furniture}
            onPage={onPage}
            onCursor={tellPlace}
            onNotice={(words) => onTold({ kind: 'error', error: words })}
          />
        ) : (
          furniture && <furniture.NoArticle {...props} />
        )}
        {furniture && drop.isOver && <furniture.DropCurtain />}
      </main>
      {furniture ? (
        <furniture.Inspector {...props} isShown={isInspectorShown} onPlace={onPlace} />
      ) : (
        <div className="col inspector" />
      )}
      {furniture && layout.isTouring && <furniture.TourPlace onLayout={onLayout} />}
      {layout.dialog &&
        (dialogs ? (
          <dialogs.Dialogs {...props} typed={typed} onClose={closeDialog} />
        ) : (
          <KeyHold onTyped={hold} onCancel={closeDialog} />
        ))}
      {furniture && (
        <furniture.Toasts told={told} desk={desk} dialog={layout.dialog} onClose={() => onTold(null)} />
      )}
    </div>
  )
}

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
