import { useEffect, useEffectEvent } from 'react'
import { commands, type Command, type CommandId } from '../../core/commands/table.ts'

/** Runs commands by their keys, whatever has the focus; a dialog that is open keeps its keys to itself. */
export function useShortcuts(run: (command: CommandId) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const command = commands.find(({ keys }) => isPressed(keys, event))
    if (!command || event.repeat || document.querySelector('[role=dialog]')) return
    event.preventDefault()
    run(command.id)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

function isPressed(keys: Command['keys'], event: KeyboardEvent): boolean {
  const isModified = event.shiftKey === (keys.shift ?? false) && event.altKey === (keys.alt ?? false)
  return event.code === keys.code && isModified && (event.ctrlKey || event.metaKey)
}
