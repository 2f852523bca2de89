import type { KeyboardEvent } from 'react'

/** The choices of a menu, in their order. */
export const choicesIn = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
]

/**
 * Moves the focus within a menu (ARIA Authoring Practices, "Menu"): up and down go round, Home and End to its ends, and Tab
 * leaves no menu half open.
 */
export function moveInMenu(event: KeyboardEvent, menu: HTMLElement | null): void {
  const choices = choicesIn(menu)
  const at = choices.indexOf(document.activeElement as HTMLElement)
  const goals: Partial<Record<string, number>> = {
    ArrowDown: (at + 1) % choices.length,
    ArrowUp: (at <= 0 ? choices.length : at) - 1,
    Home: 0,
    End: choices.length - 1,
  }
  const goal = event.key === 'Tab' ? at : goals[event.key]
  if (goal === undefined) return
  event.preventDefault()
  choices[goal]?.focus()
}
