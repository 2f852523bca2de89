import { useId, useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import type { Direction } from '../../core/model/language-code.ts'
import './float.css'

/** Names an element as the place that something floats at; `style` goes on it, `name` to its `Float`. */
export function useAnchor(): { name: string; style: CSSProperties } {
  const name = `--${useId().replaceAll(/\W/g, '')}`
  return { name, style: { anchorName: name } }
}

interface FloatProps {
  /** The name of an anchor: the box stands under it, or over it where there is no room. */
  anchor: string
  className?: string
  /** It closes by Escape and by a press outside, and says so; without it only its owner closes it. */
  onClose?: () => void
  /** Whose beginning its place means, where that is not the interface's. */
  direction?: Direction | undefined
  children: ReactNode
}

/**
 * A box in the top layer, so that no pane cuts it off, beside its place in the order of the keyboard. The browser's own
 * popover and anchors: nothing measures, and nothing speaks in another language than the interface's.
 */
export function Float({ anchor, className = '', direction, onClose, children }: FloatProps) {
  const box = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useLayoutEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const onToggle = ({ newState }: ToggleEvent) => newState === 'closed' && close.current?.()
    // A press into a frame of the page is told to nobody but by the focus that goes there.
    const onBlur = () => document.activeElement instanceof HTMLIFrameElement && close.current?.()
    element.showPopover()
    element.addEventListener('toggle', onToggle)
    window.addEventListener('blur', onBlur)
    return () => {
      element.removeEventListener('toggle', onToggle)
      window.removeEventListener('blur', onBlur)
    }
  }, [])
  return (
    <div
      ref={box}
      popover={onClose ? 'auto' : 'manual'}
      className={`float anchored ${className}`}
      style={{ positionAnchor: anchor }}
      dir={direction}
    >
      {children}
    </div>
  )
}
