import { useSyncExternalStore } from 'react'
import { ExportManyDialog } from '../features/bulk/export-many-dialog.tsx'
import { ImportDialog } from '../features/bulk/import-dialog.tsx'
import type { LayoutProps } from './layout-props.ts'

interface BulkDialogProps extends Pick<LayoutProps, 'desk' | 'state'> {
  onClose: () => void
}

/** Many files that come in; once they are in and were looked at, nothing of it stays on screen. */
export function ImportManyDialog({ desk, state, onClose }: BulkDialogProps) {
  const { imports } = desk.bulk
  const progress = useSyncExternalStore(imports.subscribe, imports.state)
  const close = () => {
    onClose()
    if (!imports.isBusy) imports.forget()
  }
  if (!progress) return null
  return (
    <ImportDialog
      progress={progress}
      host={state.host}
      onCancel={() => imports.cancel()}
      onOpen={(id) => {
        close()
        void desk.open(id)
      }}
      onClose={close}
    />
  )
}

/** Many articles that go out. */
export function ExportMany({ desk, state, onClose }: BulkDialogProps) {
  const { bulk } = desk
  const progress = useSyncExternalStore(bulk.exports.subscribe, bulk.exports.state)
  const { settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const close = () => {
    onClose()
    if (!bulk.exports.isBusy) bulk.exports.forget()
  }
  const nameOf = (id: string) => desk.shelf.state().rows.find((row) => row.id === id)?.headline || id
  return (
    <ExportManyDialog
      progress={progress}
      count={bulk.chosen()}
      formats={state.formats}
      themes={state.themes}
      theme={settings.houseTheme}
      host={state.host}
      nameOf={nameOf}
      onStart={(format, theme) => bulk.startExport(format, theme)}
      onCancel={() => bulk.exports.cancel()}
      onClose={close}
    />
  )
}
