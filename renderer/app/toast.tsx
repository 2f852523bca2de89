import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
  type FocusEvent,
  type ReactNode,
} from 'react'
import { createPortal } from 'react-dom'
import { isPressed } from '../../core/commands/keys.ts'
import { commandOf } from '../../core/commands/table.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { formatDateTime } from '../../core/language/dates.ts'
import { formatBytes } from '../../core/language/numbers.ts'
import { nameOfType } from '../../core/model/story-start.ts'
import { Button } from '../ui/controls.tsx'
import { giveFocusBack } from '../ui/focus-back.ts'
import { isolatedPath } from '../../core/language/paths.ts'
import { localInstant } from '../ui/instants.ts'
import { errorSentence } from '../ui/sentences.ts'
import { useWords, type Words } from '../ui/words.tsx'
import type { DeskWindow } from './desk-window.ts'
import type { DialogName } from './layout-state.ts'
import { movingSentence } from './moving-sentence.ts'
import type { Told } from './window-state.ts'

const shownMs = 8000
/** Where there is something to do, or to write down: time enough to come here by keyboard. */
const shownLongMs = 20_000
const longKinds: readonly Told['kind'][] = [
  'trashed',
  'trashed-many',
  'marked',
  'restored',
  'copied',
  'moved',
  'transformed',
  'typed',
]

interface ToastProps {
  told: Told
  desk: DeskWindow
  onClose: () => void
}

interface ToastsProps extends Omit<ToastProps, 'told'> {
  told: Told | null
  /** The dialog that is open: those of copies say themselves what is being done. */
  dialog: DialogName | null
}

/** What was told last, or what is being done. */
export function Toasts({ told, dialog, ...props }: ToastsProps) {
  const { library } = props.desk
  const work = useSyncExternalStore(library.subscribe, library.work)
  if (told) {
    const key = JSON.stringify([told.kind, told.id, told.count, told.before, String(told.error)])
    return <Toast key={key} told={told} {...props} />
  }
  if (work === 'moving') return dialog !== 'move-library' && <MoveToast library={library} />
  return work && !(dialog && saidByThemselves.includes(dialog)) && <CopyToast work={work} />
}

const saidByThemselves: readonly DialogName[] = ['save-copy', 'open-copy', 'open-library', 'new-library']

/** Told in passing, with Undo where something was moved. It stays as long as somebody points at it or is in it. */
function Toast({ told, desk, onClose }: ToastProps) {
  const words = useWords()
  const [isHeld, hold] = useState(false)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (isHeld) return undefined
    const isLong = longKinds.includes(told.kind)
    const timer = window.setTimeout(() => close(), isLong ? shownLongMs : shownMs)
    return () => window.clearTimeout(timer)
  }, [told, isHeld])
  useEffect(() => told.back?.onGone(() => close()), [told])
  const [before, setBefore] = useState<Element | null>(null)
  const takeBack = undoOf(told, desk)
  const undo =
    takeBack &&
    (() => {
      // The button that was pressed goes with what it stands in.
      void takeBack().finally(() => giveFocusBack(before))
      onClose()
    })
  useUndoKeys(undo !== null, () => undo?.())
  const isProblem = told.kind === 'error' || told.kind === 'not-saved' || Boolean(told.errors?.length)
  return (
    <Passing isProblem={isProblem} isPane={undo !== null} onEnter={setBefore} onHold={hold} onLeave={onClose}>
      <span>{sentenceOf(told, words)}</span>
      {undo && <Button onPress={undo}>{words.t('toast.undo')}</Button>}
    </Passing>
  )
}

/** How what was told is taken back; null where nothing was moved. */
function undoOf({ kind, id, before, back, undo }: Told, desk: DeskWindow): (() => Promise<void>) | null {
  if (undo) return undo
  if (kind === 'transformed' || kind === 'typed') return back ? () => Promise.resolve(back.run()) : null
  if (id === undefined) return null
  if (kind === 'trashed') return () => desk.restore(id)
  return kind === 'restored' && before !== undefined ? () => desk.undoRestore(id, before) : null
}

/** The library on its way to another folder, as far as it has come. */
function MoveToast({ library }: { library: DeskWindow['library'] }) {
  const { t } = useWords()
  const progress = useSyncExternalStore(library.subscribe, library.progress)
  return (
    <Passing isPane>
      <span>{movingSentence(t, progress)}</span>
      <Button onPress={() => void library.stopMoving()}>{t('library.stop')}</Button>
    </Passing>
  )
}

/** What is being done with a copy of the library, until it is done. */
function CopyToast({ work }: { work: 'saving' | 'opening' }) {
  const { t } = useWords()
  return (
    <Passing>
      <span>{t(work === 'saving' ? 'copy.saving' : 'copy.opening')}</span>
    </Passing>
  )
}

function sentenceOf(told: Told, { t, dates, language }: Words): string {
  switch (told.kind) {
    case 'trashed':
      return t('toast.trashed')
    case 'marked':
    case 'trashed-many':
      return [
        t(told.kind === 'marked' ? 'toast.marked' : 'toast.trashedMany', { count: told.count ?? 0 }),
        ...(told.errors?.length ? [t('toast.notAll', { count: told.errors.length })] : []),
        ...new Set(told.errors?.map((error) => errorSentence(t, error))),
      ].join(' ')
    case 'imported':
      return [
        ...(told.count ? [t('toast.imported', { count: told.count })] : []),
        ...(told.warnings ?? []).map((code) => t(`warning.${code}` as MessageKey)),
        ...new Set(told.errors?.map((error) => errorSentence(t, error))),
      ].join(' ')
    case 'restored':
      return t('toast.restored', {
        time: formatDateTime(localInstant(told.at ?? ''), { ...dates, style: 'day-month' }),
      })
    case 'kept':
      return t('toast.kept')
    case 'kept-already':
      return t('toast.keptAlready')
    case 'discarded':
      return t('toast.discarded')
    case 'copied': {
      const { place = '', articles = 0, bytes = 0, hasAll = true } = told.copy ?? {}
      const sentence = t('toast.copied', {
        count: articles,
        size: formatBytes(bytes, dates),
        place: isolatedPath(place),
      })
      return hasAll ? sentence : `${sentence} – ${t('toast.copiedWithout')}`
    }
    case 'moved':
      return [
        t('toast.moved', { place: isolatedPath(told.place ?? '') }),
        ...(told.left ? [t('toast.movedLeft', { left: isolatedPath(told.left) })] : []),
      ].join(' ')
    case 'path-copied':
      return t('library.pathCopied')
    case 'transformed':
      return t('toast.transformed', { count: told.count ?? 0 })
    case 'typed': {
      const type = told.type ? nameOfType(told.type, language) : t('new.none')
      return `${t('new.type', { type })} ${told.type ? t('new.filled', { count: told.count ?? 0 }) : ''}`.trim()
    }
    case 'changed':
      return t('toast.changed')
    case 'clipboard-closed':
    case 'clipboard-empty':
      return t(`toast.${told.kind}`)
    case 'removed':
      return t('toast.removed')
    case 'library-back':
      return t('notice.library-back')
    case 'error':
      return typeof told.error === 'string' ? told.error : errorSentence(t, told.error)
    case 'not-saved':
      return t('toast.notSaved', { reason: errorSentence(t, told.error) })
  }
}

interface PassingProps {
  isProblem?: boolean
  /** It has a button: the keys that go from pane to pane come here too. */
  isPane?: boolean
  /** The focus has come into it, from there. */
  onEnter?: (from: Element | null) => void
  onHold?: (isHeld: boolean) => void
  onLeave?: () => void
  children: ReactNode
}

/** Stands over everything and is read out, also while a dialog is open: React Aria leaves its top layer alone. */
function Passing({ isProblem = false, isPane = false, onEnter, onHold, onLeave, children }: PassingProps) {
  const before = useRef<Element | null>(null)
  const onFocus = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) {
      before.current = relatedTarget
      onEnter?.(relatedTarget)
    }
    onHold?.(true)
  }
  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only waits while somebody is in it
    <div
      className="toast"
      role={isProblem ? 'alert' : 'note'}
      aria-live={isProblem ? undefined : 'polite'}
      data-pane={isPane ? 'toast' : undefined}
      data-react-aria-top-layer="true"
      onPointerEnter={() => onHold?.(true)}
      onPointerLeave={() => onHold?.(false)}
      onFocus={onFocus}
      onBlur={() => onHold?.(false)}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return
        if (before.current instanceof HTMLElement) before.current.focus()
        onLeave?.()
      }}
    >
      {children}
    </div>,
    document.body,
  )
}

/** The keys of Undo, where nothing is written in that has steps of its own. */
function useUndoKeys(isOn: boolean, undo: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    if (!commandOf('story.undo')?.keys?.some((keys) => isPressed(keys, event))) return
    if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable=true]'))
      return
    if (document.querySelector('[role=dialog]')) return
    event.preventDefault()
    undo()
  })
  useEffect(() => {
    if (!isOn) return undefined
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [isOn])
}
