import { Node } from '@tiptap/core'
import { groupView } from '../named.ts'
import type { EditorContext } from '../story-editor-types.ts'

type Words = Pick<EditorContext, 'words'>

/** What happened when. */
export const timeline = ({ words }: Words) =>
  Node.create({
    name: 'timeline',
    group: 'feature',
    content: 'timelineEntry+',
    defining: true,
    isolating: true,
    parseHTML: () => [{ tag: 'ol.timeline', priority: 60 }],
    renderHTML: ({ HTMLAttributes }) => [
      'ol',
      { ...HTMLAttributes, class: 'timeline', 'aria-label': words.timeline },
      0,
    ],
  })

export const TimelineEntry = Node.create({
  name: 'timelineEntry',
  content: 'when block+',
  isolating: true,
  parseHTML: () => [{ tag: 'li.timeline-entry', priority: 60 }],
  renderHTML: () => ['li', { class: 'timeline-entry' }, 0],
})

export const when = ({ words }: Words) =>
  Node.create({
    name: 'when',
    content: 'inline*',
    defining: true,
    parseHTML: () => [{ tag: 'p.when', priority: 60 }],
    renderHTML: () => ['p', { class: 'when' }, 0],
    addNodeView: groupView({ className: 'when', name: words.when, placeholder: words.when }),
  })
