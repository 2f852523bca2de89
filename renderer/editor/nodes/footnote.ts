import { Node } from '@tiptap/core'
import { footnoteIdPattern } from '../../../core/model/footnote-id.ts'

const isFootnoteId = (id: unknown): boolean => typeof id === 'string' && footnoteIdPattern.test(id)
/** The id that a footnote and its source share. */
export const footnoteIdAttribute = () => ({
  isRequired: true,
  parseHTML: (element: HTMLElement) => element.getAttribute('data-footnote'),
  renderHTML: (attributes: Record<string, unknown>) => ({ 'data-footnote': attributes.id }),
  validate: (id: unknown) => {
    if (!isFootnoteId(id)) throw new RangeError('a footnote has an id of small letters and digits')
  },
})
/** Passes over an element whose id is none. */
export const hasFootnoteId = (element: HTMLElement): null | false =>
  isFootnoteId(element.getAttribute('data-footnote')) ? null : false

/** A number in the text that stands for a source; which number is told by decorations (footnotes.ts). */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  // A selected number would give way to the next letter typed.
  selectable: false,
  addAttributes: () => ({ id: footnoteIdAttribute() }),
  parseHTML: () => [{ tag: 'sup.footnote', priority: 60, getAttrs: hasFootnoteId }],
  renderHTML: ({ HTMLAttributes }) => ['sup', { ...HTMLAttributes, class: 'footnote' }],
  renderText: () => '',
})
