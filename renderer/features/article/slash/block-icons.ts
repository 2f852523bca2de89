import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { ChatCenteredText } from '@phosphor-icons/react/dist/icons/ChatCenteredText'
import { ImageSquare } from '@phosphor-icons/react/dist/icons/ImageSquare'
import { ListBullets } from '@phosphor-icons/react/dist/icons/ListBullets'
import { Minus } from '@phosphor-icons/react/dist/icons/Minus'
import { Paragraph } from '@phosphor-icons/react/dist/icons/Paragraph'
import { Quotes } from '@phosphor-icons/react/dist/icons/Quotes'
import { Table } from '@phosphor-icons/react/dist/icons/Table'
import { TextAlignLeft } from '@phosphor-icons/react/dist/icons/TextAlignLeft'
import { TextAlignRight } from '@phosphor-icons/react/dist/icons/TextAlignRight'
import { TextHFour } from '@phosphor-icons/react/dist/icons/TextHFour'
import { TextHThree } from '@phosphor-icons/react/dist/icons/TextHThree'
import { TextHTwo } from '@phosphor-icons/react/dist/icons/TextHTwo'
import { NumberedListIcon } from '../numbered-list-icon.tsx'

/** The icons of the toolbar, for what has one. */
export const blockIcons: Readonly<Record<string, PhosphorIcon>> = {
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
  'story.table': Table,
  'story.rule': Minus,
}
/** Those that point along the line. */
export const pointing: ReadonlySet<string> = new Set(['story.bullet-list', 'story.quote', 'story.pull-quote'])
