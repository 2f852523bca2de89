import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { toAsciiDigits } from '../../../../core/language/digits.ts'
import { formatNumber } from '../../../../core/language/numbers.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { Button } from '../../../ui/controls.tsx'
import { useWords } from '../../../ui/words.tsx'
import './go-to.css'

interface GoToBoxProps {
  editor: StoryEditor
  onClose: () => void
}

/** The number that was written, in digits of whatever script; null where it is none. */
const numberOf = (text: string): number | null =>
  /^\s*\d{1,7}\s*$/.test(toAsciiDigits(text)) ? Number(toAsciiDigits(text)) : null

/** Asks for a paragraph by its number, and goes there. Escape leaves the caret where it was. */
export function GoToBox({ editor, onClose }: GoToBoxProps) {
  const { t, dates } = useWords()
  const about = useId()
  const { doc, selection } = editor.view.state
  const count = doc.childCount
  const numbers = dates.digits
    ? { language: dates.language, digits: dates.digits }
    : { language: dates.language }
  const [asked, setAsked] = useState(() =>
    formatNumber(Math.min(selection.$head.index(0) + 1, count), numbers),
  )
  const [isRefused, setRefused] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const isSettled = useRef(false)
  // Once more when the palette that it was asked from has gone: that holds the focus as long as it is there.
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement !== field.current) field.current?.focus()
        isSettled.current = true
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  const close = () => {
    onClose()
    editor.focus()
  }
  const go = () => {
    const number = numberOf(asked)
    if (number === null) return setRefused(true)
    editor.goToBlock(Math.min(Math.max(number, 1), editor.view.state.doc.childCount) - 1)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.stopPropagation()
    close()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from any of its controls
    <form
      className="float go-to"
      aria-label={t('goTo.name')}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (isSettled.current && !currentTarget.contains(relatedTarget)) onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <label className={`control ${isRefused ? 'error' : ''}`}>
        <span>{t('goTo.paragraph')}</span>
        <input
          type="text"
          inputMode="numeric"
          dir="ltr"
          autoComplete="off"
          autoFocus
          ref={field}
          aria-describedby={about}
          aria-invalid={isRefused}
          value={asked}
          onFocus={({ target }) => target.select()}
          onChange={(event) => {
            setRefused(false)
            setAsked(event.target.value)
          }}
        />
        <span id={about}>{t('goTo.of', { count })}</span>
      </label>
      <Button look="primary" onPress={go}>
        {t('goTo.go')}
      </Button>
      {isRefused && <p role="alert">{t('goTo.refused')}</p>}
    </form>
  )
}
