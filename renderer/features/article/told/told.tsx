import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { EditorCommand } from '../../../editor/story-editor-types.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { useWords } from '../../../ui/words.tsx'
import { toldAfter, toldOfBlock } from './what-is-told.ts'

/** Says to who does not see it what a command has made of the text. Nothing is said of letters, and nothing of a moved caret. */
export function Told({ editor, zoom }: { editor: StoryEditor; zoom: number }) {
  const { t } = useWords()
  const [told, setTold] = useState({ sentence: '', number: 0 })
  const tell = useEffectEvent((sentence: string | null) => {
    if (sentence) setTold((before) => ({ sentence, number: before.number + 1 }))
  })
  const after = useEffectEvent((command: EditorCommand, isDone: boolean) =>
    tell(toldAfter(command, isDone, editor.state(), t)),
  )
  const block = useEffectEvent((before: ReturnType<StoryEditor['state']>) =>
    tell(toldOfBlock(before, editor.state(), t)),
  )
  const shownZoom = useRef(zoom)
  useEffect(() => {
    if (shownZoom.current === zoom) return
    shownZoom.current = zoom
    tell(t('told.zoom', { percent: t('count.percent', { count: zoom }) }))
  }, [zoom, t])
  useEffect(() => {
    let before = editor.state()
    let isEdited = false
    let isCommanded = false
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
        after(command, isDone)
      })
    })
    const stopEdits = editor.onEdit(() => {
      if (isEdited) return
      isEdited = true
      nextFrame(() => {
        isEdited = false
      })
    })
    const stopState = editor.onState(() => {
      if (isEdited && !isCommanded) block(before)
      before = editor.state()
    })
    return () => {
      for (const stop of [stopRan, stopEdits, stopState]) stop()
      for (const frame of frames) cancelAnimationFrame(frame)
    }
  }, [editor])
  return (
    <p role="status" className="visually-hidden">
      <span key={told.number}>{told.sentence}</span>
    </p>
  )
}
