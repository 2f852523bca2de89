import { DownloadSimple } from '@phosphor-icons/react/dist/icons/DownloadSimple'
import { FileArrowDown } from '@phosphor-icons/react/dist/icons/FileArrowDown'
import { X } from '@phosphor-icons/react/dist/icons/X'
import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { useSyncExternalStore } from 'react'
import type { ProgressStore } from '../features/bulk/progress.ts'
import { Button, IconButton } from '../ui/controls.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../ui/words.tsx'
import type { DialogName } from './layout-state.ts'
import type { WindowFiles } from './window-files.ts'

interface BulkBannersProps {
  files: WindowFiles
  onDialog: (dialog: DialogName) => void
}

/** What is on its way in or out: one line each, until it has ended and was looked at. */
export function BulkBanners({ files, onDialog }: BulkBannersProps) {
  const { t } = useWords()
  return (
    <>
      <Line
        store={files.imports}
        icon={DownloadSimple}
        counted={(done, total) => t('files.importing', { done, total })}
        ended={({ articles }) => t('files.cameIn', { count: articles.length })}
        onShow={() => onDialog('import-many')}
      />
      <Line
        store={files.exports}
        icon={FileArrowDown}
        counted={(done, total) => t('files.exporting', { done, total })}
        ended={({ files }) => t('files.written', { count: files.length })}
        onShow={() => onDialog('export-many')}
      />
    </>
  )
}

interface LineProps<Report> {
  store: ProgressStore<Report>
  icon: PhosphorIcon
  counted: (done: number, total: number) => string
  ended: (report: Report) => string
  onShow: () => void
}

function Line<Report>({ store, icon, counted, ended, onShow }: LineProps<Report>) {
  const { t } = useWords()
  const progress = useSyncExternalStore(store.subscribe, store.state)
  if (!progress) return null
  const { phase, done, total, report } = progress
  const isDone = phase === 'done' && report !== null
  return (
    <div className="banner quiet" role="note">
      <Icon of={icon} />
      {/* Only its end is read out. */}
      <span className="grow" role={isDone ? 'status' : undefined}>
        {isDone ? ended(report) : phase === 'gathering' ? t('files.gathering') : counted(done, total)}
      </span>
      <Button look="line" onPress={onShow}>
        {t('files.show')}
      </Button>
      {isDone && <IconButton icon={X} name={t('notice.dismiss')} onPress={() => store.forget()} />}
    </div>
  )
}
