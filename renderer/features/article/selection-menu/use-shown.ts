import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { hasSelectedText } from '../../../editor/selected-lines.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import type { ToolAsked } from '../tool-asked.ts'

/** 'by-pointer', or what asked for it by its key. */
export type Shown = 'by-pointer' | ToolAsked

/** Listens on the document or an element until the answer is called; before others do. */
function listen(target: Document | Window, listeners: Record<string, (event: never) => unknown>): () => void {
  const each = Object.entries(listeners) as [string, EventListener][]
  for (const [name, listener] of each) target.addEventListener(name, listener, { capture: true })
  return () => {
    for (const [name, listener] of each) target.removeEventListener(name, listener, { capture: true })
  }
}

interface Heard {
  onPress: () => void
  /** After the browser has told of the selection. */
  onLetGo: () => void
  onSelection: () => void
  onLeft: (event: FocusEvent) => void
  onKey: (event: KeyboardEvent) => void
}

function watchPresses(dom: HTMLElement, { onPress, onLetGo, onSelection, onLeft, onKey }: Heard): () => void {
  let isPressed = false
  let timer: number | undefined
  const stops = [
    listen(document, {
      pointerdown: ({ target, button }: PointerEvent) => {
        isPressed = button === 0 && target instanceof Node && dom.contains(target)
        if (isPressed) onPress()
      },
      pointerup: () => {
        if (isPressed) timer = window.setTimeout(onLetGo)
        isPressed = false
      },
      selectionchange: onSelection,
      focusout: onLeft,
    }),
    // Before the tooltip of a tool, which takes Escape for itself.
    listen(window, {
      keydown: (event: KeyboardEvent) => {
        // A key that comes before the menu does: nobody waits for it any more.
        window.clearTimeout(timer)
        onKey(event)
      },
    }),
  ]
  return () => {
    window.clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

/**
 * Whether the tools at the selection are there: from the moment the pointer that selected is let go, or their key is pressed, until
 * Escape, a letter, another press, or the focus leaves story and tools.
 */
export function useShown(
  editor: StoryEditor,
  menu: RefObject<HTMLElement | null>,
  asked: ToolAsked | null,
): [Shown | null, () => void] {
  const [shown, setShown] = useState<Shown | null>(null)
  const [answered, setAnswered] = useState<ToolAsked | null>(null)
  // Another asking is another object: it is answered once, whatever is shown by then.
  if (asked?.what === 'selection-menu' && asked !== answered) {
    setAnswered(asked)
    setShown(asked)
  }
  const isWithin = (target: EventTarget | null): boolean =>
    target instanceof Node && (editor.view.dom.contains(target) || Boolean(menu.current?.contains(target)))
  const showAfterPress = useEffectEvent(() => {
    if (editor.view.editable && hasSelectedText(editor.view)) setShown('by-pointer')
  })
  const look = useEffectEvent(() => {
    if (!hasSelectedText(editor.view)) setShown(null)
  })
  const lookInAFrame = useEffectEvent(() => {
    // By its key it also stands at a mere caret. Where it is not shown, no letter asks for a second frame.
    if (shown === 'by-pointer') requestAnimationFrame(look)
  })
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (shown === null || event.isComposing || !isWithin(event.target)) return
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    const isWriting = isLetter || ['Enter', 'Backspace', 'Delete', 'Process'].includes(event.key)
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopImmediatePropagation()
      setShown(null)
      editor.focus()
    } else if (isWriting && editor.view.dom.contains(event.target as Node)) setShown(null)
  })
  const onLeft = useEffectEvent(({ relatedTarget }: FocusEvent) => {
    if (!isWithin(relatedTarget) && document.hasFocus()) setShown(null)
  })
  useEffect(
    () =>
      watchPresses(editor.view.dom, {
        onPress: () => setShown(null),
        onLetGo: () => showAfterPress(),
        onSelection: () => lookInAFrame(),
        onLeft: (event) => onLeft(event),
        onKey: (event) => onKey(event),
      }),
    [editor],
  )
  return [shown, () => setShown(null)]
}
