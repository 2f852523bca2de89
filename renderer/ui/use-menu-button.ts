import { useRef, useState, type CSSProperties } from 'react'
import { useAnchor } from './float.tsx'
import type { MenuSpot } from './menu.tsx'

/** A button that opens a menu, and whether it is open. */
export interface MenuButton {
  isOpen: boolean
  /** Goes to its `Menu`. */
  spot: MenuSpot
  /** Opens it, or closes it where this press already found it open. */
  press: () => void
  /** Opens it by an arrow down at its first choice, by an arrow up at its last; false for any other key. */
  hears: (key: string) => boolean
  /** Goes on the button. */
  face: {
    style: CSSProperties
    'aria-haspopup': 'menu'
    'aria-expanded': boolean
    onPointerDown: () => void
  }
}

/** What makes a button one of a menu (ARIA Authoring Practices, "Menu Button"); `onOpen` is told before it opens. */
export function useMenuButton(onOpen?: () => void): MenuButton {
  const anchor = useAnchor()
  const [from, setFrom] = useState<'first' | 'last' | null>(null)
  // The press itself closes the menu, as any outside does, before it is told.
  const wasOpen = useRef(false)
  const isOpen = from !== null
  const open = (at: 'first' | 'last') => {
    onOpen?.()
    setFrom(at)
  }
  return {
    isOpen,
    spot: { anchor: anchor.name, from: from ?? 'first', onClose: () => setFrom(null) },
    press: () => {
      if (!wasOpen.current) open('first')
      wasOpen.current = false
    },
    hears: (key) => {
      wasOpen.current = false
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return false
      open(key === 'ArrowDown' ? 'first' : 'last')
      return true
    },
    face: {
      style: anchor.style,
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      onPointerDown: () => {
        wasOpen.current = isOpen
      },
    },
  }
}
