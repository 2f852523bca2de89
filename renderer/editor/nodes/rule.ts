import { InputRule, Node } from '@tiptap/core'
import { insertBlock } from '../insert-block.ts'

/** A line between two parts of a story; `---` on a line of its own draws it. */
export const Rule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
  addInputRules() {
    return [
      new InputRule({
        find: /^(?:---|—-)$/,
        handler: ({ state, range }) => {
          state.tr.delete(range.from, range.to)
          insertBlock(state.tr, this.type.create())
        },
      }),
    ]
  },
})
