import { ClipboardText } from '@phosphor-icons/react/dist/icons/ClipboardText'
import { X } from '@phosphor-icons/react/dist/icons/X'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import { keepOriginalPaste, undoPaste } from '../../editor/paste/last-paste.ts'
import type { PasteOrigin, PasteReport } from '../../editor/paste/paste-report.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { pasteSentence } from './paste-words.ts'
import type { ArticleSession } from './session.ts'

const shownMs = 30_000

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
  useLayoutEffect(() => keepCaretAbove(editor, bar.current), [editor])
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
        {isUsed && origin ? t('paste.sourceUsed', { name: origin.name }) : pasteSentence(t, report, comma)}
      </p>
      {origin && !isUsed && (
        <Button look="line" onPress={() => use(origin)}>
          {t('paste.useSource', { name: origin.name })}
        </Button>
      )}
      {report.manner === 'recognised' && (
        <Button
          onPress={() => {
            keepOriginalPaste(editor.view)
            editor.focus()
          }}
        >
          {t('paste.keepOriginal')}
        </Button>
      )}
      <Button
        onPress={() => {
          undoPaste(editor.view)
          editor.focus()
        }}
      >
        {t('toast.undo')}
      </Button>
      <IconButton icon={X} name={t('notice.dismiss')} onPress={leave} />
    </section>
  )
}

/** A bar of two lines must not cover the line that is being written. */
function keepCaretAbove({ view }: StoryEditor, bar: HTMLElement | null): void {
  const sheet = view.dom.closest('.sheet')
  if (!bar || !sheet) return
  const over = view.coordsAtPos(view.state.selection.head).bottom - bar.getBoundingClientRect().top
  if (over > 0 && over < bar.offsetHeight) sheet.scrollTop += over
}

/** Escape in the story, which keeps it from the browser, or in the bar; one that closes a dialog or a menu is not for it. */
function useEscape(leave: () => void): void {
  const onKeyDown = useEffectEvent(({ key, isComposing, target }: KeyboardEvent) => {
    const isHere = target instanceof Element && target.closest('.story-text, .paste-bar') !== null
    if (key === 'Escape' && !isComposing && isHere) leave()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
