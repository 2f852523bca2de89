import { Warning } from '@phosphor-icons/react/dist/icons/Warning'
import { useId, useState, type ReactNode } from 'react'
import { Button, Dialog } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import './copies.css'

/** Answers true once it is done; otherwise says why not, unless that was said elsewhere. */
type Go<Paths> = (paths: Paths, onFailed: (error: unknown) => void) => Promise<boolean>

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
    <Paths
      title={t('command.saveCopy')}
      does={t('copy.save')}
      isReady={place.trim() !== ''}
      busy={isBusy ? t('copy.saving') : ''}
      problem={problem}
      onGo={go}
      onClose={onClose}
    >
      <Path label={t('copy.file')} about={t('copy.fileAbout')} value={place} onChange={setPlace} isFirst />
    </Paths>
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
    <Paths
      title={t('command.openCopy')}
      does={t('copy.open')}
      isReady={paths.copy !== '' && paths.place !== ''}
      busy={isBusy ? t('copy.opening') : ''}
      problem={problem}
      onGo={go}
      onClose={onClose}
    >
      <Path label={t('copy.file')} value={copy} onChange={setCopy} isFirst />
      <Path label={t('copy.folder')} about={t('copy.folderAbout')} value={place} onChange={setPlace} />
    </Paths>
  )
}

function useGoing(does: (onFailed: (error: unknown) => void) => Promise<boolean>, onDone: () => void) {
  const { t } = useWords()
  const [problem, setProblem] = useState('')
  const go = async () => {
    setProblem('')
    if (await does((error) => setProblem(errorSentence(t, error)))) onDone()
  }
  return { problem, go: () => void go() }
}

interface PathsProps {
  title: string
  /** The word of the button that does it. */
  does: string
  isReady: boolean
  /** What is being done; empty where nothing is. */
  busy: string
  problem: string
  onGo: () => void
  onClose: () => void
  children: ReactNode
}

function Paths({ title, does, isReady, busy, problem, onGo, onClose, children }: PathsProps) {
  const { t } = useWords()
  const form = useId()
  return (
    <Dialog
      title={title.replace(/…$/, '')}
      onClose={onClose}
      foot={
        <>
          <span role="status">{busy}</span>
          <Button onPress={onClose}>{t(busy ? 'dialog.close' : 'dialog.cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isBusy={busy !== ''} onPress={onGo}>
            {does}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="copy-paths"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !busy) onGo()
        }}
      >
        <p>{t('copy.about')}</p>
        {children}
        {problem && (
          <p className="banner danger" role="alert">
            <Icon of={Warning} />
            {problem}
          </p>
        )}
        {/* Enter in one of two fields needs it; the button to press stands at the foot. */}
        <button type="submit" hidden>
          {does}
        </button>
      </form>
    </Dialog>
  )
}

interface PathProps {
  label: string
  about?: string
  value: string
  onChange: (path: string) => void
  isFirst?: boolean
}

function Path({ label, about, value, onChange, isFirst = false }: PathProps) {
  const id = useId()
  return (
    <div className="copy-path">
      <label htmlFor={id}>{label}</label>
      <span className="control">
        <input
          id={id}
          dir="ltr"
          autoFocus={isFirst}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={about ? `${id}-about` : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
      {about && <small id={`${id}-about`}>{about}</small>}
    </div>
  )
}
