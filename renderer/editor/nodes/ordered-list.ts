import { Node } from '@tiptap/core'

const maxStart = 1_000_000
const isStart = (start: unknown): start is number =>
  Number.isInteger(start) && (start as number) >= 0 && (start as number) <= maxStart

/** A numbered list; its numbers are drawn in the digits of the language. */
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
})
