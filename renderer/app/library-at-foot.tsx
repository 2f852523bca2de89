import { useEffect, useSyncExternalStore } from 'react'
import { LibrarySpot } from '../features/libraries/library-spot.tsx'
import type { LayoutProps } from './layout-props.ts'

/** Which library this is and where it lies, with what can be done about that. */
export function LibraryAtFoot({ desk, state, run, applies }: LayoutProps) {
  const { library } = desk
  const path = useSyncExternalStore(library.subscribe, library.path)
  const recent = useSyncExternalStore(library.subscribe, library.recent)
  // Before anybody asks: the menu then opens with all that is in it.
  useEffect(() => void library.look(), [library])
  return (
    <LibrarySpot
      path={path}
      recent={recent ?? []}
      host={state.host}
      applies={applies}
      onRun={run}
      onLook={() => void library.look()}
      onOpen={(chosen) => void library.openRecent(chosen)}
      onForget={(chosen) => void library.forget(chosen)}
    />
  )
}
