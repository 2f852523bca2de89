import type { CommandId } from '../../../core/commands/table.ts'
import type { MessageKey } from '../../../core/i18n/languages.ts'

/** What a hint stands beside: the element with `data-tour` of this name. */
export type HintId = 'library' | 'story' | 'details' | 'preview' | 'export'

interface Hint {
  id: HintId
  title: MessageKey
  text: MessageKey
  /** Its keys are shown. */
  commands: readonly CommandId[]
}

/** THE five hints, in the order of the work. */
export const hints: readonly [Hint, ...Hint[]] = [
  {
    id: 'library',
    title: 'tour.library',
    text: 'tour.libraryText',
    commands: ['search.focus', 'article.new', 'pane.library'],
  },
  {
    id: 'story',
    title: 'tour.story',
    text: 'tour.storyText',
    commands: ['palette.open', 'view.focus'],
  },
  {
    id: 'details',
    title: 'tour.details',
    text: 'tour.detailsText',
    commands: ['panel.details', 'pane.inspector'],
  },
  { id: 'preview', title: 'tour.preview', text: 'tour.previewText', commands: ['panel.preview'] },
  {
    id: 'export',
    title: 'tour.export',
    text: 'tour.exportText',
    commands: ['article.export', 'help.keys'],
  },
]
