import { ListItem as TipTapListItem } from '@tiptap/extension-list'

/** One item: a paragraph first, then what belongs to it. Enter splits it, Tab and Shift+Tab move it in and out. */
export const ListItem = TipTapListItem.extend({
  content: 'paragraph block*',
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
})
