import { useSyncExternalStore } from 'react'
import { ExportManyDialog } from '../features/bulk/export-many-dialog.tsx'
import { ImportDialog } from '../features/bulk/import-dialog.tsx'
import type { LayoutProps } from './layout-props.ts'

interface BulkDialogProps extends Pick<LayoutProps, 'desk' | 'state'> {
  onClose: () => void
}

/** Many files that come in; once they are in and were looked at, nothing of it stays on screen. */
export function ImportManyDialog({ desk, state, onClose }: BulkDialogProps) {
  const { imports } = desk.files
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
  const { files } = desk
  const progress = useSyncExternalStore(files.exports.subscribe, files.exports.state)
  const { settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const close = () => {
    onClose()
    if (!files.exports.isBusy) files.exports.forget()
  }
  const nameOf = (id: string) => {
    const at = desk.shelf.indexOf(id)
    return (at !== undefined && desk.shelf.rowAt(at)?.headline) || id
  }
  return (
    <ExportManyDialog
      progress={progress}
      count={files.chosen()}
      formats={state.formats}
      themes={state.themes}
      theme={settings.houseTheme}
      host={state.host}
      nameOf={nameOf}
      onStart={(format, theme) => files.startExport(format, theme)}
      onCancel={() => files.exports.cancel()}
      onClose={close}
    />
  )
}
