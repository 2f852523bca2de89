import { useSyncExternalStore } from 'react'
import { KeepDialog } from '../features/versions/keep-dialog.tsx'
import { RecoveryDialog } from '../features/versions/recovery-dialog.tsx'
import { VersionsDialog } from '../features/versions/versions-dialog.tsx'
import type { LayoutProps } from './layout-props.ts'
import type { DialogName } from './layout-state.ts'

export type VersionDialogName = Extract<
  DialogName,
  'versions' | 'before-recovery' | 'keep-version' | 'recovery'
>

interface VersionDialogsProps extends Pick<LayoutProps, 'desk' | 'onLayout' | 'onTold'> {
  dialog: VersionDialogName
  onClose: () => void
}

/** The dialogs about older texts of an article, and about those that an interruption has left. */
export function VersionDialogs({ dialog, desk, onLayout, onTold, onClose }: VersionDialogsProps) {
  const { session } = useSyncExternalStore(desk.subscribe, desk.state)
  const found = useSyncExternalStore(desk.recovery.subscribe, desk.recovery.found)
  if (dialog === 'recovery') {
    return (
      <RecoveryDialog
        recovered={found}
        onOpen={(id) => {
          onClose()
          void desk.open(id)
        }}
        onDiscard={async (id) => {
          await desk.recovery.discard(id)
          onTold({ kind: 'discarded', id })
          if (desk.recovery.found().length === 0) onClose()
        }}
        onClose={onClose}
      />
    )
  }
  if (!session) return null
  if (dialog === 'keep-version') {
    return (
      <KeepDialog
        draft={session}
        onKept={(isNew) => onTold({ kind: isNew ? 'kept' : 'kept-already' })}
        onClose={onClose}
      />
    )
  }
  return (
    <VersionsDialog
      key={session.id}
      draft={session}
      first={dialog === 'before-recovery' ? dialog : undefined}
      onRestore={({ name, keptAt }) => desk.restoreVersion(name, keptAt)}
      onKeep={() => onLayout({ dialog: 'keep-version' })}
      onClose={onClose}
    />
  )
}
