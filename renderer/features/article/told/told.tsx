import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { EditorCommand, ToolbarState } from '../../../editor/story-editor-types.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { useWords } from '../../../ui/words.tsx'
import { toldOfPlace } from './place-told.ts'
import { toldAfter } from './what-is-told.ts'

/** So long a caret stands before its place is told: who goes through five blocks hears of the last. */
const restMs = 150

/**
 * Says to who does not see it what a command has made of the text, and into what the caret has come: another kind of block, a
 * cell, another direction. Nothing is said of letters, nor of a caret that moves within what it stands in.
 */
export function Told({ editor, zoom }: { editor: StoryEditor; zoom: number }) {
  const { t } = useWords()
  const [told, setTold] = useState({ sentence: '', number: 0 })
  const tell = useEffectEvent((sentence: string | null) => {
    if (sentence) setTold((before) => ({ sentence, number: before.number + 1 }))
  })
  const after = useEffectEvent((command: EditorCommand, isDone: boolean) =>
    tell(toldAfter(command, isDone, editor.state(), t)),
  )
  const place = useEffectEvent((before: ToolbarState) => tell(toldOfPlace(before, editor.state(), t)))
  const shownZoom = useRef(zoom)
  useEffect(() => {
    if (shownZoom.current === zoom) return
    shownZoom.current = zoom
    tell(t('told.zoom', { percent: t('count.percent', { count: zoom }) }))
  }, [zoom, t])
  useEffect(() => {
    // The place that is known by what was said, or by what the caret has left without a word.
    let known = editor.state()
    let isCommanded = false
    let rest = 0
    const frames = new Set<number>()
    // Behind the editor's own look at the selection, which it takes once a frame.
    const nextFrame = (then: () => void) => {
      const frame = requestAnimationFrame(() => {
        frames.delete(frame)
        then()
      })
      frames.add(frame)
    }
    const stopRan = editor.onRan((command, isDone) => {
      isCommanded = true
      nextFrame(() => {
        isCommanded = false
        window.clearTimeout(rest)
        after(command, isDone)
        known = editor.state()
      })
    })
    const stopState = editor.onState(() => {
      if (isCommanded) return
      window.clearTimeout(rest)
      rest = window.setTimeout(() => {
        // What moves the caret from elsewhere (a search, the outline) says so itself.
        if (editor.view.hasFocus()) place(known)
        known = editor.state()
      }, restMs)
    })
    return () => {
      window.clearTimeout(rest)
      stopRan()
      stopState()
      for (const frame of frames) cancelAnimationFrame(frame)
    }
  }, [editor])
  return (
    <p role="status" className="visually-hidden">
      <span key={told.number}>{told.sentence}</span>
    </p>
  )
}
