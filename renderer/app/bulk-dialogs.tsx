import { useSyncExternalStore } from 'react'
import { targetUsed } from '../../core/model/export-target.ts'
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

interface ExportManyProps extends BulkDialogProps, Pick<LayoutProps, 'changeSettings'> {}

/** Many articles that go out. */
export function ExportMany({ desk, state, changeSettings, onClose }: ExportManyProps) {
  const { files } = desk
  const progress = useSyncExternalStore(files.exports.subscribe, files.exports.state)
  const { settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const close = () => {
    onClose()
    if (!files.exports.isBusy) files.exports.forget()
  }
  const noteTarget = (target: string | undefined) =>
    target !== undefined && changeSettings({ exportTargets: targetUsed(settings.exportTargets, target) })
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
      targets={settings.exportTargets}
      nameOf={nameOf}
      onTargets={(exportTargets) => changeSettings({ exportTargets })}
      onStart={(choice) => {
        noteTarget(choice.target)
        return files.startExport(choice)
      }}
      onTry={(choice) => files.tryExport(choice)}
      onCancel={() => files.exports.cancel()}
      onBack={() => files.exports.forget()}
      onClose={close}
    />
  )
}
