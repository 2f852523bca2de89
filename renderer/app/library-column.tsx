import type { LayoutProps } from './layout-props.ts'
import { besideArticle } from './layout-state.ts'
import type { Furniture } from './furniture.tsx'
import { useSyncExternalStore } from 'react'

interface LibraryColumnProps extends LayoutProps {
  furniture: Furniture
  isWide: boolean
}

/** The library, and what its list asks of the window. */
export function LibraryColumn({ furniture, isWide, ...props }: LibraryColumnProps) {
  const { desk, state, onLayout, onTold, run, changeSettings } = props
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  return (
    <furniture.LibraryPane
      shelf={desk.shelf}
      currentId={session?.id ?? null}
      isReadOnly={state.readOnly}
      settings={settings}
      isWide={isWide}
      bulk={desk.bulk.work}
      deeds={desk.bulk.deeds}
      onChange={changeSettings}
      onWide={() => run('list.wide')}
      onOpen={(id) => {
        onLayout(besideArticle(window.innerWidth))
        void desk.open(id)
      }}
      onNew={() => run('article.new')}
      onNewOf={(type) => void desk.create(type)}
      onSettings={() => run('settings.open')}
      onTrash={() => run('trash.open')}
      onImport={() => run('article.import')}
      spot={<furniture.LibraryAtFoot {...props} />}
      onFailed={(error) => onTold({ kind: 'error', error })}
    />
  )
}
