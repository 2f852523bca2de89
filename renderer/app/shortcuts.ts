import { useEffect, useRef } from 'react'
import { commands, type CommandId } from '../../core/commands/table.ts'

/** Runs commands by their keys, whatever has the focus; a dialog that is open keeps its keys to itself. */
export function useShortcuts(run: (command: CommandId) => void): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commands.find(({ keys }) => isPressed(keys, event))
      if (!command || event.repeat || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      latest.current(command.id)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

function isPressed(
  {
    code,
    shift = false as boolean,
    alt = false as boolean,
  }: { code: string; shift?: boolean; alt?: boolean },
  event: KeyboardEvent,
) {
  return (
    event.code === code &&
    event.shiftKey === shift &&
    event.altKey === alt &&
    (event.ctrlKey || event.metaKey)
  )
}
