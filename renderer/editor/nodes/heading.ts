import { Node } from '@tiptap/core'

const fromTag: Readonly<Record<string, number>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }

/** A heading inside the story: 2 to 4, because 1 is the headline's. Foreign levels move to the nearest of these. */
export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    level: {
      default: 2,
      rendered: false,
      // The tag says it (parseHTML below), never an attribute of that name.
      parseHTML: () => null,
      validate: (level: unknown) => {
        if (level !== 2 && level !== 3 && level !== 4) throw new RangeError('heading level must be 2, 3 or 4')
      },
    },
  }),
  parseHTML: () => Object.entries(fromTag).map(([tag, level]) => ({ tag, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${Number(node.attrs.level)}`, HTMLAttributes, 0],
})
