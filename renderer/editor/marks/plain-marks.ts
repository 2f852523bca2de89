import { Mark } from '@tiptap/core'

/** Marks that say nothing but their name. Pasted styles become their tags before the schema sees them (paste). */
const plainMark = (name: string, tags: readonly [string, ...string[]], excludes = '') =>
  Mark.create({
    name,
    ...(excludes ? { excludes } : {}),
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ HTMLAttributes }) => [tags[0], HTMLAttributes, 0],
  })

export const Bold = plainMark('bold', ['strong', 'b'])
export const Italic = plainMark('italic', ['em', 'i'])
export const Underline = plainMark('underline', ['u', 'ins'])
export const Strike = plainMark('strike', ['s', 'del', 'strike'])
export const Subscript = plainMark('subscript', ['sub'], 'subscript superscript')
export const Superscript = plainMark('superscript', ['sup'], 'subscript superscript')
