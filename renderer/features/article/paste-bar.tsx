import { ClipboardText } from '@phosphor-icons/react/dist/icons/ClipboardText'
import { X } from '@phosphor-icons/react/dist/icons/X'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import type { PasteOrigin, PasteReport } from '../../editor/paste/paste-report.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { pasteSentence } from './paste-words.ts'
import type { ArticleSession } from './session.ts'

const shownMs = 30_000
/** A name keeps its own direction in a sentence of another (UAX #9: FSI … PDI). */
const isolated = (name: string): string => `\u2068${name}\u2069`

interface PasteBarProps {
  report: PasteReport
  editor: StoryEditor
  session: ArticleSession
  onClose: () => void
}

/** Says at the foot of the story what was pasted and cleaned, for 30 seconds or until the next edit. Escape sends it away. */
export function PasteBar({ report, editor, session, onClose }: PasteBarProps) {
  const { t, language } = useWords()
  const bar = useRef<HTMLElement>(null)
  const [isHeld, hold] = useState(false)
  const [isUsed, setUsed] = useState(false)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (isHeld) return undefined
    const timer = window.setTimeout(() => close(), shownMs)
    return () => window.clearTimeout(timer)
  }, [isHeld])
  const leave = () => {
    if (bar.current?.contains(document.activeElement)) editor.focus()
    onClose()
  }
  useEscape(leave)
  const use = ({ name, url }: PasteOrigin) => {
    session.setField('source', name)
    if (url && session.details().fields.canonicalUrl === '') session.setField('canonicalUrl', url)
    setUsed(true)
    editor.focus()
  }
  const { origin } = report
  const comma = languageOf(language).script === 'arabic' ? '، ' : ', '
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only waits while somebody is in it
    <section
      ref={bar}
      className="paste-bar"
      aria-label={t('paste.bar')}
      data-pane="paste"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <Icon of={ClipboardText} size="text" />
      <p role="status">
        {isUsed && origin
          ? t('paste.sourceUsed', { name: isolated(origin.name) })
          : pasteSentence(t, report, comma)}
      </p>
      {origin && !isUsed && (
        <Button look="line" onPress={() => use(origin)}>
          {t('paste.useSource', { name: isolated(origin.name) })}
        </Button>
      )}
      {report.manner === 'recognised' && (
        <Button
          onPress={() => {
            editor.keepOriginalPaste()
            editor.focus()
          }}
        >
          {t('paste.keepOriginal')}
        </Button>
      )}
      <Button
        onPress={() => {
          editor.undoPaste()
          editor.focus()
        }}
      >
        {t('toast.undo')}
      </Button>
      <IconButton icon={X} name={t('notice.dismiss')} onPress={leave} />
    </section>
  )
}

/** Escape in the story or in the bar; one that closes a dialog or a menu is not for it. */
function useEscape(leave: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    const isHere = target instanceof Element && target.closest('.page') !== null
    if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented && isHere) leave()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
