import { Warning } from '@phosphor-icons/react/dist/icons/Warning'
import { useId, useState, type ReactNode } from 'react'
import { Button, Dialog } from './controls.tsx'
import { Icon } from './icon.tsx'
import { errorSentence } from './sentences.ts'
import { useWords } from './words.tsx'
import './path-dialog.css'

/** Answers true once it is done; otherwise says why not, unless that was said elsewhere. */
export type Go<Paths> = (paths: Paths, onFailed: (error: unknown) => void) => Promise<boolean>

/** What a dialog of paths does, and what became of it. */
export function useGoing(does: (onFailed: (error: unknown) => void) => Promise<boolean>, onDone: () => void) {
  const { t } = useWords()
  const [problem, setProblem] = useState('')
  const go = async () => {
    setProblem('')
    if (await does((error) => setProblem(errorSentence(t, error)))) onDone()
  }
  return { problem, go: () => void go() }
}

interface PathDialogProps {
  title: string
  /** What is asked for, and what becomes of it. */
  about: string
  /** The word of the button that does it. */
  does: string
  isReady: boolean
  /** What is being done; empty where nothing is. */
  busy: string
  problem: string
  onGo: () => void
  /** Stops what is being done, where that can be. */
  onStop?: (() => void) | undefined
  onClose: () => void
  children: ReactNode
}

/** Asks for places in words, for a host that has no dialogs of its own. */
export function PathDialog({
  title,
  about,
  does,
  isReady,
  busy,
  problem,
  onGo,
  onStop,
  onClose,
  children,
}: PathDialogProps) {
  const { t } = useWords()
  const form = useId()
  return (
    <Dialog
      title={title.replace(/…$/, '')}
      onClose={onClose}
      foot={
        <>
          <span role="status">{busy}</span>
          {busy !== '' && onStop && <Button onPress={onStop}>{t('library.stop')}</Button>}
          <Button onPress={onClose}>{t(busy ? 'dialog.close' : 'dialog.cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isBusy={busy !== ''} onPress={onGo}>
            {does}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="paths"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !busy) onGo()
        }}
      >
        <p>{about}</p>
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

interface PathFieldProps {
  label: string
  about?: string
  value: string
  onChange: (path: string) => void
  isFirst?: boolean
}

/** One path. */
export function PathField({ label, about, value, onChange, isFirst = false }: PathFieldProps) {
  const id = useId()
  return (
    <div className="path-field">
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
