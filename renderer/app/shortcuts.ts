import { useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'
import { isPressed } from '../../core/commands/keys.ts'
import { commands, type CommandId } from '../../core/commands/table.ts'
import type { Held } from './hold-commands.ts'

/** Runs commands by their keys, whatever has the focus; a dialog that is open keeps its keys to itself. */
export function useShortcuts(run: (command: CommandId) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat) return
    // The editor's own keys are answered where its caret is.
    const command = commands.find(
      ({ id, keys }) => !id.startsWith('story.') && keys?.some((each) => isPressed(each, event)),
    )
    const id = command?.id ?? (asksForHelp(event) ? 'help.keys' : undefined)
    // Asked last: the whole page is looked through for it, the story too, and most keys are letters.
    if (!id || document.querySelector('[role=dialog]')) return
    event.preventDefault()
    run(id)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

/** Runs what was pressed before the desk was drawn; letters meant for what that opens are pressed again. */
export function useHeldKeys(takeHeld: () => Held, run: (command: CommandId) => void): void {
  const runNow = useEffectEvent(run)
  useEffect(() => {
    const held = takeHeld()
    // What runs now must be on screen before the letters come (key-hold.tsx takes them).
    const timer = window.setTimeout(() => {
      for (const id of held.commands) flushSync(() => runNow(id))
      for (const key of held.letters)
        window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))
    })
    return () => window.clearTimeout(timer)
  }, [takeHeld])
}

/** A question mark, of whichever script, where nothing is being written. */
function asksForHelp({ key, target }: KeyboardEvent): boolean {
  if (key !== '?' && key !== '؟') return false
  return !(target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable=true]'))
}

/** Leaves a mode of the whole window by Escape, unless what has the focus needs that key itself. */
export function useEscape(isOn: boolean, leave: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    const isWithinTheStory = target instanceof HTMLElement && target.parentElement?.closest('.story-text')
    if (event.key !== 'Escape' || event.isComposing || isWithinTheStory) return
    if (document.querySelector('[role=dialog], [data-takes-escape]')) return
    event.preventDefault()
    leave()
  })
  useEffect(() => {
    if (!isOn) return undefined
    // Before the editor, which takes Escape for choosing the block around the caret.
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [isOn])
}
