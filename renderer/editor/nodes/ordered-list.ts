import { Node, wrappingInputRule } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

const maxStart = 1_000_000
// Up to three digits, so that a year at the start of a line stays a year. Forms: rtl.md Recommendation 7.
const typed = /^([0-9٠-٩۰-۹]{1,3})[.)-]\s$/

/** The number that Western, Arabic or Persian digits write. */
function numberFrom(digits: string): number {
  let value = 0
  for (const digit of digits) {
    const code = digit.codePointAt(0) ?? 0
    const zero = code >= 0x6f0 ? 0x6f0 : code >= 0x660 ? 0x660 : 0x30
    value = value * 10 + code - zero
  }
  return value
}
const isStart = (start: unknown): start is number =>
  Number.isInteger(start) && (start as number) >= 0 && (start as number) <= maxStart

/** A numbered list; `1. `, `١. `, `۱- ` and `1) ` start one. */
export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => {
        const start = Number.parseInt(element.getAttribute('start') ?? '', 10)
        return isStart(start) ? start : 1
      },
      renderHTML: (attributes: Record<string, unknown>) =>
        attributes.start === 1 ? {} : { start: attributes.start },
      validate: (start: unknown) => {
        if (!isStart(start)) throw new RangeError(`list start must be 0 to ${maxStart}`)
      },
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
  addInputRules() {
    const follows = (match: RegExpMatchArray, before: ProseMirrorNode): boolean =>
      before.childCount + Number(before.attrs.start) === numberFrom(match[1] ?? '')
    return [
      wrappingInputRule({
        find: typed,
        type: this.type,
        getAttributes: (match) => ({ start: numberFrom(match[1] ?? '1') }),
        joinPredicate: follows,
      }),
    ]
  },
})
