import { useState } from 'react'
import { PathDialog, PathField, useGoing, type Go } from '../../ui/path-dialog.tsx'
import { useWords } from '../../ui/words.tsx'

interface CopyDialogProps<Paths> {
  /** A copy is being saved or opened. */
  isBusy: boolean
  onGo: Go<Paths>
  onClose: () => void
}

/** Where a copy of the library is saved, for a host that takes paths in words. */
export function SaveCopyDialog({ isBusy, onGo, onClose }: CopyDialogProps<{ place: string }>) {
  const { t } = useWords()
  const [place, setPlace] = useState('')
  const { problem, go } = useGoing((onFailed) => onGo({ place: place.trim() }, onFailed), onClose)
  return (
    <PathDialog
      about={t('copy.about')}
      title={t('command.saveCopy')}
      does={t('copy.save')}
      isReady={place.trim() !== ''}
      busy={isBusy ? t('copy.saving') : ''}
      problem={problem}
      onGo={go}
      onClose={onClose}
    >
      <PathField
        label={t('copy.file')}
        about={t('copy.fileAbout')}
        value={place}
        onChange={setPlace}
        isFirst
      />
    </PathDialog>
  )
}

/** Which copy is opened, and in which folder, for a host that takes paths in words. */
export function OpenCopyDialog({ isBusy, onGo, onClose }: CopyDialogProps<{ copy: string; place: string }>) {
  const { t } = useWords()
  const [copy, setCopy] = useState('')
  const [place, setPlace] = useState('')
  const paths = { copy: copy.trim(), place: place.trim() }
  const { problem, go } = useGoing((onFailed) => onGo(paths, onFailed), onClose)
  return (
    <PathDialog
      about={t('copy.about')}
      title={t('command.openCopy')}
      does={t('copy.open')}
      isReady={paths.copy !== '' && paths.place !== ''}
      busy={isBusy ? t('copy.opening') : ''}
      problem={problem}
      onGo={go}
      onClose={onClose}
    >
      <PathField label={t('copy.file')} value={copy} onChange={setCopy} isFirst />
      <PathField label={t('copy.folder')} about={t('copy.folderAbout')} value={place} onChange={setPlace} />
    </PathDialog>
  )
}
