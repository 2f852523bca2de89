import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Direction } from '../../core/model/language-code.ts'
import type { EditorContext } from './story-editor-types.ts'

const chords: readonly { keys: readonly [string, string]; direction: Direction }[] = [
  { keys: ['ControlLeft', 'ShiftLeft'], direction: 'ltr' },
  { keys: ['ControlRight', 'ShiftRight'], direction: 'rtl' },
]

/** Watches for Ctrl and Shift of one side pressed together, let go again, and nothing else in between. */
export function chordWatch(turn: (direction: Direction) => void) {
  const down = new Set<string>()
  let isAlone = true
  const reset = (): void => {
    down.clear()
    isAlone = true
  }
  return {
    keydown(code: string): void {
      if (down.size === 0) isAlone = true
      down.add(code)
      if (!/^(?:Control|Shift)/.test(code)) isAlone = false
    },
    keyup(code: string): void {
      const chord = chords.find(({ keys }) => keys.every((key) => down.has(key)) && down.size === 2)
      if (chord && isAlone && chord.keys.includes(code)) {
        isAlone = false
        turn(chord.direction)
      }
      down.delete(code)
    },
    /** Something else happened, a click for instance. */
    spoil: (): void => {
      isAlone = false
    },
    reset,
  }
}

/** Left Ctrl+Shift makes the block ltr, right Ctrl+Shift rtl, as Windows' own text fields do. */
export const directionKeys = (context: Pick<EditorContext, 'run'>) =>
  Extension.create({
    name: 'directionKeys',
    addProseMirrorPlugins() {
      const watch = chordWatch((direction) => context.run(`direction-${direction}`))
      return [
        new Plugin({
          // Not by ProseMirror's own listeners: it tells of no key that the desk has answered, and such a one spoils a chord.
          view({ dom }) {
            const listeners = {
              keydown({ code }: KeyboardEvent) {
                // A dialog that this key has just opened gets the key's end too: it would be held for ever.
                if (dom.contains(document.activeElement)) watch.keydown(code)
                else watch.reset()
              },
              keyup: ({ code }: KeyboardEvent) => watch.keyup(code),
              mousedown: watch.spoil,
              wheel: watch.spoil,
              blur: watch.reset,
            }
            const each = Object.entries(listeners) as [string, EventListener][]
            for (const [name, listener] of each) dom.addEventListener(name, listener, { passive: true })
            return {
              destroy: () => {
                for (const [name, listener] of each) dom.removeEventListener(name, listener)
              },
            }
          },
        }),
      ]
    },
  })
