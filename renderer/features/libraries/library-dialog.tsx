import { useState } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { PathDialog, PathField, useGoing, type Go } from '../../ui/path-dialog.tsx'
import { useWords } from '../../ui/words.tsx'

type Kind = 'open-library' | 'new-library' | 'move-library'

interface LibraryDialogProps {
  kind: Kind
  /** What is being done; empty where nothing is. */
  busy: string
  onGo: Go<string>
  onStop: (() => void) | undefined
  onClose: () => void
}

const words: Record<Kind, { title: MessageKey; about: MessageKey; field: MessageKey; does: MessageKey }> = {
  'open-library': {
    title: 'command.chooseLibrary',
    about: 'library.openAbout',
    field: 'place.typed',
    does: 'place.open',
  },
  'new-library': {
    title: 'library.newTitle',
    about: 'library.newAbout',
    field: 'library.newFolder',
    does: 'library.create',
  },
  'move-library': {
    title: 'library.moveTitle',
    about: 'library.moveAbout',
    field: 'library.moveFolder',
    does: 'library.moveHere',
  },
}

/** Where another library is, or a new one or this one is to lie, for a host that takes paths in words. */
export function LibraryDialog({ kind, busy, onGo, onStop, onClose }: LibraryDialogProps) {
  const { t } = useWords()
  const [place, setPlace] = useState('')
  const { problem, go } = useGoing((onFailed) => onGo(place.trim(), onFailed), onClose)
  const { title, about, field, does } = words[kind]
  return (
    <PathDialog
      title={t(title)}
      about={t(about)}
      does={t(does)}
      isReady={place.trim() !== ''}
      busy={busy}
      problem={problem}
      onGo={go}
      onStop={onStop}
      onClose={onClose}
    >
      <PathField label={t(field)} value={place} onChange={setPlace} isFirst />
    </PathDialog>
  )
}
