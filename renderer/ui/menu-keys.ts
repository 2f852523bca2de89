import { fold } from '../../core/language/fold.ts'

/** What has been typed to find a choice, and when its last letter came: a pause begins anew. */
export interface Typed {
  letters: string
  /** Milliseconds of the page's own clock. */
  at: number
}

/** A key as a menu hears it. */
export interface MenuKey {
  key: string
  /** Milliseconds of the page's own clock. */
  at: number
  /** Ctrl, Alt or the command key is down too: then it is nobody's letter. */
  isHeld: boolean
}

/** Letters that come quicker than this after one another are one word: as long as browsers wait in their own lists. */
const pauseMs = 1000

/** What the choices of a menu are called, and which has the focus: -1 for none. */
export interface MenuState {
  names: readonly string[]
  at: number
  typed: Typed
}

/**
 * Where a key leads in a menu (ARIA Authoring Practices, "Menu"): up and down go round, Home and End to its ends, letters to the
 * next choice that begins with them, in whichever way they are written. Undefined for a key that means nothing to it; `at` may
 * be -1 where there is nothing to go to. A menu is one column: what leads on is the same in both directions of writing.
 */
export function goalInMenu(
  { names, at, typed }: MenuState,
  { key, at: now, isHeld }: MenuKey,
): { at: number; typed: Typed } | undefined {
  const last = names.length - 1
  const goals: Partial<Record<string, number>> = {
    ArrowDown: at >= last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
    // Tab leaves no menu half open.
    Tab: at,
  }
  const goal = goals[key]
  if (goal !== undefined) return isHeld ? undefined : { at: Math.min(goal, last), typed }
  if (isHeld || key === ' ' || !/^.$/u.test(key)) return undefined
  const isGoingOn = typed.letters !== '' && now - typed.at < pauseMs
  const letters = fold(isGoingOn ? typed.letters + key : key)
  return { at: startingWith(names, letters, at), typed: { letters, at: now } }
}

/** The next choice that begins so, round the end; the same letter again and again goes through all that begin with it. */
function startingWith(names: readonly string[], letters: string, at: number): number {
  const [initial] = letters
  // A mark alone folds to nothing.
  if (initial === undefined) return at
  const isOneAgain = letters.replaceAll(initial, '') === ''
  const wanted = isOneAgain ? initial : letters
  // One that is being spelled out may be the one that has the focus already.
  const first = isOneAgain ? at + 1 : Math.max(at, 0)
  const order = names.map((_name, index) => (first + index) % names.length)
  return (
    order.find((index) =>
      fold(names[index] ?? '')
        .trim()
        .startsWith(wanted),
    ) ?? at
  )
}
