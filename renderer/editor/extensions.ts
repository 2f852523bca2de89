import type { Extensions } from '@tiptap/core'
import { ListKeymap } from '@tiptap/extension-list'
import { Dropcursor, UndoRedo } from '@tiptap/extensions'
import { clearsBlocks } from './clear-blocks.ts'
import { currentBlock } from './current-block.ts'
import { blockDirection } from './keep-directions.ts'
import { directionKeys } from './direction-keys.ts'
import { gapCursor } from './gap-cursor.ts'
import { screenIsolation } from './isolation.ts'
import { longStory } from './long-story.ts'
import { Bdi } from './marks/bdi.ts'
import { Link } from './marks/link.ts'
import { Bold, Italic, Strike, Subscript, Superscript, Underline } from './marks/plain-marks.ts'
import { featureKeys } from './feature-keys.ts'
import { foldedNotes } from './folded-notes.ts'
import { footnotes } from './footnotes.ts'
import { Blockquote } from './nodes/blockquote.ts'
import { BulletList } from './nodes/bullet-list.ts'
import { storyEmbed } from './nodes/embed.ts'
import { factBox, factTitle } from './nodes/fact-box.ts'
import { Footnote } from './nodes/footnote.ts'
import { storyGallery } from './nodes/gallery.ts'
import { HardBreak } from './nodes/hard-break.ts'
import { Heading } from './nodes/heading.ts'
import { storyImage } from './nodes/image.ts'
import { ListItem } from './nodes/list-item.ts'
import { storyNote } from './nodes/note.ts'
import { OrderedList } from './nodes/ordered-list.ts'
import { Paragraph } from './nodes/paragraph.ts'
import { storyPullQuote } from './nodes/pull-quote.ts'
import { answer, question, QuestionAnswer, questions } from './nodes/questions.ts'
import { Rule } from './nodes/rule.ts'
import { source, sources } from './nodes/sources.ts'
import { StoryDoc } from './nodes/story-doc.ts'
import { TableCell, TableHeader } from './nodes/table-cell.ts'
import { TableRow } from './nodes/table-row.ts'
import { storyTable } from './nodes/table.ts'
import { Text } from './nodes/text.ts'
import { timeline, TimelineEntry, when } from './nodes/timeline.ts'
import { noteGuard } from './note-guard.ts'
import { storyPaste } from './paste/paste.ts'
import { offers } from './offer.ts'
import { pictureIntake } from './picture-intake.ts'
import { openLinks } from './open-link.ts'
import { placeholder } from './placeholder.ts'
import type { EditorContext } from './story-editor-types.ts'
import { selectionAtLeaving } from './selection-at-leaving.ts'
import { storyKeys } from './story-keys.ts'
import { typingRules } from './typing/typing-rules.ts'

/** What a story of news has beside text: notes, boxes, questions, timelines, footnotes with their sources. */
const newsBlocks = (context: EditorContext): Extensions => [
  storyNote(context),
  factBox(context),
  factTitle(context),
  questions(context),
  QuestionAnswer,
  question(context),
  answer(context),
  timeline(context),
  TimelineEntry,
  when(context),
  Footnote,
  sources(context),
  source(context),
]

/**
 * THE list of what a story is made of and what the editor can do: the nodes and marks of core/model/body.ts, nothing
 * else. The order of the marks is the order in which the story stores them.
 */
export const storyExtensions = (context: EditorContext): Extensions => [
  StoryDoc,
  Text,
  Paragraph,
  Heading,
  BulletList,
  OrderedList,
  ListItem,
  Blockquote,
  storyPullQuote(context),
  Rule,
  storyTable(context),
  TableRow,
  TableHeader,
  TableCell,
  storyImage(context),
  storyGallery(context),
  storyEmbed(context),
  HardBreak,
  ...newsBlocks(context),

  Bdi,
  Link,
  Bold,
  Italic,
  Underline,
  Strike,
  Subscript,
  Superscript,

  blockDirection(context),
  screenIsolation(context),
  foldedNotes,
  noteGuard(context),
  footnotes(context),
  featureKeys,
  clearsBlocks,
  storyKeys(context),
  openLinks(context),
  typingRules(context),
  directionKeys(context),
  longStory,
  selectionAtLeaving,
  currentBlock,
  storyPaste(context),
  pictureIntake(context),
  offers(context),
  placeholder(context),
  gapCursor(context),
  Dropcursor.configure({ color: false, class: 'drop-cursor' }),
  ListKeymap.configure({
    listTypes: [{ itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] }],
  }),
  UndoRedo,
]
