import { SidebarSimple } from '@phosphor-icons/react/dist/icons/SidebarSimple'
import { Trash } from '@phosphor-icons/react/dist/icons/Trash'
import { SaveBadge } from '../features/article/save-badge.tsx'
import type { ArticleSession } from '../features/article/session.ts'
import { Button, IconButton } from '../ui/controls.tsx'
import { useWords } from '../ui/words.tsx'
import type { DeskWindow } from './desk-window.ts'
import type { LayoutState } from './layout-state.ts'

interface PageBarProps {
  desk: DeskWindow
  session: ArticleSession | null
  layout: LayoutState
  onLayout: (part: Partial<LayoutState>) => void
}

/** The head of the page: fold the library, what the disk has, trash, export, fold the inspector. */
export function PageBar({ desk, session, layout, onLayout }: PageBarProps) {
  const { t } = useWords()
  return (
    <header className="bar">
      <IconButton
        icon={SidebarSimple}
        name={t(layout.isLibraryShown ? 'library.hide' : 'library.show')}
        keys="Ctrl+\"
        points
        onPress={() => onLayout({ isLibraryShown: !layout.isLibraryShown })}
      />
      {session && (
        <>
          <SaveBadge key={session.key} session={session} />
          <span className="grow" />
          {!session.isReadOnly && (
            <IconButton icon={Trash} name={t('article.trash')} onPress={() => void desk.trash(session.id)} />
          )}
          <Button look="primary" onPress={() => onLayout({ dialog: 'export' })}>
            {t('export.name')}
          </Button>
          <span className="end-side">
            <IconButton
              icon={SidebarSimple}
              name={t(layout.isInspectorShown ? 'inspector.hide' : 'inspector.show')}
              keys="Ctrl+Shift+\"
              points
              onPress={() => onLayout({ isInspectorShown: !layout.isInspectorShown })}
            />
          </span>
        </>
      )}
    </header>
  )
}
