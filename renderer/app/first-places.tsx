import { useSyncExternalStore } from 'react'
import { EmptyDesk } from './empty-desk.tsx'
import type { HintId } from '../features/tour/hints.ts'
import type { LayoutProps } from './layout-props.ts'
import type { LayoutState } from './layout-state.ts'
import { useLoaded } from './use-loaded.ts'

const loadWelcome = () => import('../features/welcome/welcome.tsx')
const loadTour = () => import('../features/tour/tour.tsx')

/** The page while no article is open: the welcome of the first minutes, later what can be done. */
export function NoArticle(props: LayoutProps) {
  const { desk, state, run } = props
  const { settings } = useSyncExternalStore(desk.subscribe, desk.state)
  if (settings.firstMinutes === 'welcome') return <WelcomePlace {...props} />
  return <EmptyDesk desk={desk} isReadOnly={state.readOnly} run={run} />
}

function WelcomePlace({ desk, state, changeSettings, run }: LayoutProps) {
  const { settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const { all, isRead } = useSyncExternalStore(desk.shelf.subscribe, desk.shelf.state)
  const place = useSyncExternalStore(desk.library.subscribe, desk.library.path)
  const welcome = useLoaded(loadWelcome, true)
  if (!welcome || !isRead) return <div className="empty" />
  return (
    <welcome.Welcome
      settings={settings}
      library={place}
      host={state.host}
      isReadOnly={state.readOnly}
      isFirst={all === 0}
      onChange={changeSettings}
      onRun={run}
      onChooseLibrary={(place) => void desk.library.choose(place)}
      onRevealLibrary={() => void desk.library.reveal()}
    />
  )
}

/** The hints of the tour, while it lasts. */
export function TourPlace({ onLayout }: Pick<LayoutProps, 'onLayout'>) {
  const tour = useLoaded(loadTour, true)
  if (!tour) return null
  return (
    <tour.Tour onHint={(hint) => onLayout(roomFor(hint))} onLeave={() => onLayout({ isTouring: false })} />
  )
}

/** What must be unfolded for a hint; in a narrow window also what lies over it and must go. */
function roomFor(hint: HintId): Partial<LayoutState> {
  const overPage = window.innerWidth < 1100 ? { isInspectorShown: false } : {}
  const overAll = window.innerWidth < 840 ? { isLibraryShown: false } : {}
  switch (hint) {
    case 'library':
      return { isFocused: false, ...overPage, isLibraryShown: true }
    case 'story':
    case 'export':
      return { isFocused: false, ...overPage, ...overAll }
    case 'details':
    case 'preview':
      return { isFocused: false, ...overAll, isInspectorShown: true, panel: hint }
  }
}
