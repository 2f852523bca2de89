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
      const after = (then: () => void) => (): boolean => {
        then()
        return false
      }
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              keydown: (_view, event) => {
                watch.keydown(event.code)
                return false
              },
              keyup: (_view, event) => {
                watch.keyup(event.code)
                return false
              },
              mousedown: after(watch.spoil),
              wheel: after(watch.spoil),
              blur: after(watch.reset),
            },
          },
        }),
      ]
    },
  })
