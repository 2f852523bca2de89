import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { ArrowLeft } from '@phosphor-icons/react/dist/icons/ArrowLeft'
import { ArrowRight } from '@phosphor-icons/react/dist/icons/ArrowRight'
import { Asterisk } from '@phosphor-icons/react/dist/icons/Asterisk'
import { ChatCenteredText } from '@phosphor-icons/react/dist/icons/ChatCenteredText'
import { GitCommit } from '@phosphor-icons/react/dist/icons/GitCommit'
import { Images } from '@phosphor-icons/react/dist/icons/Images'
import { ImageSquare } from '@phosphor-icons/react/dist/icons/ImageSquare'
import { Info } from '@phosphor-icons/react/dist/icons/Info'
import { ListBullets } from '@phosphor-icons/react/dist/icons/ListBullets'
import { Minus } from '@phosphor-icons/react/dist/icons/Minus'
import { Note } from '@phosphor-icons/react/dist/icons/Note'
import { Paragraph } from '@phosphor-icons/react/dist/icons/Paragraph'
import { PlayCircle } from '@phosphor-icons/react/dist/icons/PlayCircle'
import { Question } from '@phosphor-icons/react/dist/icons/Question'
import { Quotes } from '@phosphor-icons/react/dist/icons/Quotes'
import { SquareSplitHorizontal } from '@phosphor-icons/react/dist/icons/SquareSplitHorizontal'
import { Table } from '@phosphor-icons/react/dist/icons/Table'
import { TextAlignLeft } from '@phosphor-icons/react/dist/icons/TextAlignLeft'
import { TextAlignRight } from '@phosphor-icons/react/dist/icons/TextAlignRight'
import { TextHFour } from '@phosphor-icons/react/dist/icons/TextHFour'
import { TextHThree } from '@phosphor-icons/react/dist/icons/TextHThree'
import { TextHTwo } from '@phosphor-icons/react/dist/icons/TextHTwo'
import { NumberedListIcon } from '../numbered-list-icon.tsx'
import type { BlockChoiceId } from './block-choices.ts'

/** The icon of each choice: that of the toolbar and its menus where it is there. */
export const blockIcons = {
  'story.paragraph': Paragraph,
  'story.heading-2': TextHTwo,
  'story.heading-3': TextHThree,
  'story.heading-4': TextHFour,
  'story.bullet-list': ListBullets,
  'story.numbered-list': NumberedListIcon,
  'story.quote': Quotes,
  'story.pull-quote': ChatCenteredText,
  'story.direction-rtl': TextAlignRight,
  'story.direction-ltr': TextAlignLeft,
  'insert.picture': ImageSquare,
  'story.ask-for-embed': PlayCircle,
  'insert.gallery': Images,
  'story.gallery': Images,
  'story.take-apart': SquareSplitHorizontal,
  'story.picture-forward': ArrowRight,
  'story.picture-back': ArrowLeft,
  'story.table': Table,
  'story.rule': Minus,
  'story.note': Note,
  'story.footnote': Asterisk,
  'story.fact-box': Info,
  'story.questions': Question,
  'story.timeline': GitCommit,
} as const satisfies Record<BlockChoiceId, PhosphorIcon>
/** Those that point along the line. */
export const pointing: ReadonlySet<string> = new Set<BlockChoiceId>([
  'story.bullet-list',
  'story.quote',
  'story.pull-quote',
  'story.picture-forward',
  'story.picture-back',
])
