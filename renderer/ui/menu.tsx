import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { Direction } from '../../core/model/language-code.ts'
import { Float } from './float.tsx'
import { goalInMenu, type Typed } from './menu-keys.ts'
import { useWords } from './words.tsx'
import './menu.css'

/** Where it stands: below or above its anchor and beginning where that does, or below it in its middle, or ending where it ends. */
type MenuPlace = 'below' | 'above' | 'below-middle' | 'below-end'

/** Where and when a menu is there; a `MenuButton` says all of it. */
export interface MenuSpot {
  /** The name of the anchor that it stands at (`useAnchor`, `useMenuButton`). */
  anchor: string
  /** Which choice has the focus when it opens. */
  from?: 'first' | 'last'
  /** It goes: by a choice, by Escape, by a press outside, or because something else took the focus. Called once. */
  onClose: () => void
}

interface MenuProps extends MenuSpot {
  /** Its accessible name. */
  name: string
  /** 'before': beside its anchor, at the side where lines of this direction begin. */
  place?: MenuPlace | { before: Direction }
  className?: string
  /** What it offers first is still being found: until then none has the focus. */
  isWaiting?: boolean
  /** Escape was pressed: called last, when the focus is back where it was. */
  onEscape?: () => void
  children: ReactNode
}

/** Does what was chosen, when the menu is gone; with `stays` while it stands. */
type Choose = (work: () => void, stays: boolean) => void
const ChooseContext = createContext<Choose | null>(null)

/** The choices of a menu, in their order. */
const choicesIn = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
]

/**
 * THE menu (ARIA Authoring Practices, "Menu"), there for as long as it is open: it takes the focus, is gone through by arrows, Home, End and
 * letters, and gives the focus back to what had it before, unless that has gone somewhere else. Whoever shows it gives its
 * `MenuItem`s, and groups or sentences between them.
 */
export function Menu(menu: MenuProps) {
  const [landmark, setLandmark] = useState<Element | null>(null)
  const here = useCallback((place: Element | null) => {
    if (place) setLandmark(place.closest('main, nav, aside, body'))
  }, [])
  return (
    <>
      <span hidden ref={here} />
      {/* What it stands in hears and dresses nothing of it (a toolbar would take its arrows), but its landmark is the same. */}
      {landmark && createPortal(<OpenMenu {...menu} />, landmark)}
    </>
  )
}

function OpenMenu({
  name,
  anchor,
  place = 'below',
  className = '',
  from = 'first',
  isWaiting = false,
  onClose,
  onEscape,
  children,
}: MenuProps) {
  const { direction } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  const typed = useRef<Typed>({ letters: '', at: 0 })
  const { leave, yieldFocus, choose } = useLeaving(menu, onClose)
  // Also when the choice that had the focus has gone, and when what was waited for has come.
  useLayoutEffect(() => {
    if (!isWaiting && document.activeElement === menu.current)
      choicesIn(menu.current)
        .at(from === 'first' ? 0 : -1)
        ?.focus()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    // What it stands in hears nothing of its keys: a toolbar would take the arrows, a page Escape.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      leave()
      onEscape?.()
      return
    }
    const choices = choicesIn(menu.current)
    const state = {
      names: choices.map(({ textContent }) => textContent),
      at: choices.indexOf(document.activeElement as HTMLElement),
      typed: typed.current,
    }
    const isHeld = event.ctrlKey || event.altKey || event.metaKey
    const goal = goalInMenu(state, { key: event.key, at: event.timeStamp, isHeld })
    if (!goal) return
    event.preventDefault()
    typed.current = goal.typed
    choices[goal.at]?.focus()
  }
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !menu.current?.contains(relatedTarget)) yieldFocus()
  }
  const isBefore = typeof place === 'object'
  return (
    <Float
      anchor={anchor}
      className={`menu-float ${isBefore ? 'before' : place}`}
      direction={isBefore ? place.before : undefined}
      onClose={leave}
    >
      <div
        ref={menu}
        role="menu"
        tabIndex={-1}
        dir={isBefore ? direction : undefined}
        className={`menu ${className}`}
        aria-label={name}
        data-takes-escape=""
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <ChooseContext value={choose}>{children}</ChooseContext>
      </div>
    </Float>
  )
}

/** How a menu takes the focus when it comes and gives it back when it goes. */
function useLeaving(menu: RefObject<HTMLDivElement | null>, onClose: () => void) {
  const before = useRef<Element | null>(null)
  const isLeft = useRef(false)
  useLayoutEffect(() => {
    before.current = document.activeElement
    menu.current?.focus({ preventScroll: true })
  }, [menu])
  const leave = () => {
    if (isLeft.current) return
    isLeft.current = true
    // First away: while it is there it holds the focus.
    flushSync(onClose)
    const { activeElement } = document
    if (activeElement && activeElement !== document.body) return
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }
  /** Something else has the focus. */
  const yieldFocus = () => {
    if (isLeft.current) return
    isLeft.current = true
    onClose()
  }
  const choose: Choose = (work, stays) => {
    if (!stays) leave()
    work()
    // What had the focus may go.
    if (stays) menu.current?.focus({ preventScroll: true })
  }
  return { leave, yieldFocus, choose }
}

interface MenuItemProps {
  onChoose: () => void
  /** The menu stays open when it is chosen. */
  stays?: boolean
  /** One that is on or off: a switch, or one of several of which one is on. */
  kind?: 'switch' | 'one-of' | undefined
  isOn?: boolean | undefined
  /** It does not apply now: it keeps its place among the arrows, and does nothing. */
  isRefused?: boolean
  /** The id of what it is read out with. */
  describedBy?: string | undefined
  className?: string
  children: ReactNode
}
const roles = { switch: 'menuitemcheckbox', 'one-of': 'menuitemradio' } as const

/** One choice of a `Menu`. */
export function MenuItem({
  onChoose,
  stays = false,
  kind,
  isOn = false,
  isRefused = false,
  describedBy,
  className = '',
  children,
}: MenuItemProps) {
  const choose = useContext(ChooseContext)
  return (
    <button
      type="button"
      role={kind ? roles[kind] : 'menuitem'}
      aria-checked={kind && isOn}
      aria-disabled={isRefused || undefined}
      aria-describedby={describedBy}
      tabIndex={-1}
      className={`menu-item ${className}`}
      onClick={() => isRefused || choose?.(onChoose, stays)}
    >
      {children}
    </button>
  )
}
