import { Node } from '@tiptap/core'
import type { EditorContext } from '../story-editor-types.ts'

/** What happened when. */
export const Timeline = Node.create({
  name: 'timeline',
  group: 'feature',
  content: 'timelineEntry+',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'ol.timeline', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['ol', { ...HTMLAttributes, class: 'timeline' }, 0],
})

export const TimelineEntry = Node.create({
  name: 'timelineEntry',
  content: 'when block+',
  isolating: true,
  parseHTML: () => [{ tag: 'li.timeline-entry', priority: 60 }],
  renderHTML: () => ['li', { class: 'timeline-entry' }, 0],
})

export const when = (context: Pick<EditorContext, 'words'>) =>
  Node.create({
    name: 'when',
    content: 'inline*',
    defining: true,
    parseHTML: () => [{ tag: 'p.when', priority: 60 }],
    renderHTML: () => ['p', { class: 'when', 'data-placeholder': context.words.when }, 0],
  })
