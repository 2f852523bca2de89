import { ClockCounterClockwise } from '@phosphor-icons/react/dist/icons/ClockCounterClockwise'
import { CornersIn } from '@phosphor-icons/react/dist/icons/CornersIn'
import { CornersOut } from '@phosphor-icons/react/dist/icons/CornersOut'
import { SidebarSimple } from '@phosphor-icons/react/dist/icons/SidebarSimple'
import { Trash } from '@phosphor-icons/react/dist/icons/Trash'
import type { CommandId } from '../../core/commands/table.ts'
import { SaveBadge } from '../features/article/save-badge.tsx'
import type { ArticleSession } from '../features/article/session.ts'
import { Button, IconButton } from '../ui/controls.tsx'
import { capsOf } from '../ui/key-caps.tsx'
import { useWords } from '../ui/words.tsx'
import type { DeskWindow } from './desk-window.ts'
import type { LayoutState } from './layout-state.ts'

interface PageBarProps {
  desk: DeskWindow
  session: ArticleSession | null
  layout: LayoutState
  isFocused: boolean
  run: (command: CommandId) => void
}

/** The head of the page: fold the library, what the disk has, commands, focus, export, fold the inspector. */
export function PageBar({ session, layout, isFocused, run }: PageBarProps) {
  const { t } = useWords()
  if (isFocused && session) {
    return (
      <header className="bar">
        <SaveBadge key={session.key} session={session} />
        <span className="grow" />
        <Button icon={CornersIn} caps={['Esc']} onPress={() => run('view.focus')}>
          {t('focus.leave')}
        </Button>
      </header>
    )
  }
  return (
    <header className="bar">
      <IconButton
        icon={SidebarSimple}
        name={t(layout.isLibraryShown ? 'library.hide' : 'library.show')}
        command="pane.library"
        points
        onPress={() => run('pane.library')}
      />
      {session && <SaveBadge key={session.key} session={session} />}
      <span className="grow" />
      <Button className="commands" caps={capsOf('palette.open')} onPress={() => run('palette.open')}>
        {t('palette.name')}
      </Button>
      {session && (
        <>
          <IconButton
            icon={ClockCounterClockwise}
            name={t('versions.name')}
            command="versions.open"
            onPress={() => run('versions.open')}
          />
          {!session.isReadOnly && (
            <IconButton icon={Trash} name={t('article.trash')} onPress={() => run('article.trash')} />
          )}
          <IconButton
            icon={CornersOut}
            name={t('focus.toggle')}
            command="view.focus"
            onPress={() => run('view.focus')}
          />
          <Button look="primary" tour="export" onPress={() => run('article.export')}>
            {t('export.name')}
          </Button>
          <span className="end-side">
            <IconButton
              icon={SidebarSimple}
              name={t(layout.isInspectorShown ? 'inspector.hide' : 'inspector.show')}
              command="pane.inspector"
              points
              onPress={() => run('pane.inspector')}
            />
          </span>
        </>
      )}
    </header>
  )
}
