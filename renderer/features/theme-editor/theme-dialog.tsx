import { ArrowCounterClockwise } from '@phosphor-icons/react/dist/icons/ArrowCounterClockwise'
import { useEffect, useState, type KeyboardEvent } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { ThemeInfo } from '../../../core/api/files.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { Question } from './question.tsx'
import { Sharing } from './sharing.tsx'
import { ThemeChoice } from './theme-choice.tsx'
import { ThemeForm } from './theme-form.tsx'
import { ThemePage } from './theme-page.tsx'
import { useTheme } from './use-theme.ts'
import './theme-editor.css'

interface ThemeDialogProps {
  themes: readonly ThemeInfo[]
  /** The house's: it is shown first. */
  chosen: string
  /** The story that is open; null where none is. */
  draft: OpenDraft | null
  host: HostInfo
  isReadOnly: boolean
  onClose: () => void
}
/** What would leave the theme as it is now: another one, or the end. */
type Leaving = { to: string } | 'close'

/** The house's themes, and beside what one says its page. Nothing is kept before somebody says so. */
export function ThemeDialog({ themes, chosen, draft, host, isReadOnly, onClose }: ThemeDialogProps) {
  const { t } = useWords()
  const first = themes.find(({ id }) => id === chosen)?.id ?? themes[0]?.id ?? ''
  const open = useTheme(themes, first)
  const { edits, isOwn, isChanged } = open
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  useAskAtEnd(isChanged)
  const leave = (to: Leaving) => {
    setLeaving(null)
    if (to === 'close') onClose()
    else open.read(to.to)
  }
  const tryToLeave = (to: Leaving) => (isChanged ? setLeaving(to) : leave(to))
  const isFixed = isReadOnly || !isOwn
  const undoByKey = (event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === 'KeyZ'
    if (!isUndo) return
    event.preventDefault()
    event.stopPropagation()
    open.undo()
  }
  return (
    <Dialog
      title={t('themes.name')}
      size="whole"
      onClose={() => tryToLeave('close')}
      foot={
        <>
          <Sharing open={open} host={host} isReadOnly={isReadOnly} isChanged={isChanged} />
          <span className="grow" />
          <output className="theme-said">{isChanged ? t('themes.changed') : open.said}</output>
          <Button icon={ArrowCounterClockwise} isDisabled={!open.canUndo} onPress={open.undo}>
            {t('format.undo')}
          </Button>
          <Button onPress={() => tryToLeave('close')}>{t('dialog.done')}</Button>
          <Button look="primary" isDisabled={!isChanged || isFixed} onPress={() => void open.keep()}>
            {t('themes.keep')}
          </Button>
        </>
      }
    >
      {/* Undo by key is that of the theme, whichever of its fields has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="theme-editor" onKeyDown={undoByKey}>
        <div className="theme-form scroll">
          <ThemeChoice {...{ themes, first, open, isReadOnly }} onChoose={(to) => tryToLeave({ to })} />
          {edits && (
            <ThemeForm
              key={edits.kept.id}
              theme={edits.now}
              listedName={isOwn ? undefined : themes.find(({ id }) => id === edits.kept.id)?.name}
              isReadOnly={isFixed}
              onChange={(theme, what) => open.change(theme, what)}
            />
          )}
        </div>
        {edits && <ThemePage theme={edits.now} draft={draft} />}
      </div>
      {leaving && edits && (
        <Question
          title={t('themes.ask', { name: edits.now.name })}
          onCancel={() => setLeaving(null)}
          answers={[
            { words: t('themes.discard'), onPress: () => leave(leaving) },
            {
              words: t('themes.keep'),
              isFirst: true,
              onPress: () => void open.keep().then((isKept) => (isKept ? leave(leaving) : setLeaving(null))),
            },
          ]}
        />
      )}
    </Dialog>
  )
}

/** A window that is closed while something is not kept asks too. */
function useAskAtEnd(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}
