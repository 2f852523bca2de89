import { Editor } from '@tiptap/core'
import { EditorState, NodeSelection, type Transaction } from '@tiptap/pm/state'
import type { Mappable } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { blockLanguage } from '../../core/language/block-language.ts'
import { directionOf } from '../../core/language/direction.ts'
import { houseQuotes } from '../../core/language/quotes.ts'
import { languageOf } from '../../core/language/registry.ts'
import type { BlockTyping } from '../../core/language/typing/typing.ts'
import type { StoryBody } from '../../core/model/body.ts'
import type { Direction, LanguageCode } from '../../core/model/language-code.ts'
import type { Measure } from '../../core/model/measure.ts'
import { besideStory, type BesideStory } from './beside-story.ts'
import { runCommand } from './commands.ts'
import { hideFromReact } from './hide-from-react.ts'
import { commandsIn, jumpsIn, type StoryCommands, type StoryJumps } from './story-commands.ts'
import { storyExtensions } from './extensions.ts'
import { markCurrentBlock } from './current-block.ts'
import { countNotes } from './feature-commands.ts'
import { numberAnew } from './footnotes.ts'
import { isolateAnew } from './isolation.ts'
import { isLong } from './long-story.ts'
import { StoryPainter } from './painting/painter.ts'
import { readSelection } from './read-selection.ts'
import { countStory, documentOf, storyOf } from './story-body.ts'
import type {
  Attention,
  CursorPlace,
  EditorCommand,
  EditorContext,
  StoryEditorOptions,
  ToolbarState,
} from './story-editor-types.ts'
import { StoryTks } from './tks.ts'
import { writeOver } from './words/over-step.ts'
import { nothingOver, type OverStory } from './words/over-story.ts'
import { isSameToolbar, toolbarState } from './toolbar-state.ts'

/** The story being edited. It lives here and nowhere else; ask it for the body when it is to be saved. */
export interface StoryEditor extends BesideStory, StoryCommands, StoryJumps {
  /** ProseMirror's view, for what stands beside the text: comments, spelling, tests. */
  readonly view: EditorView
  /** Paints beside the text what is found in it. */
  readonly painter: StoryPainter
  /** The words over the story. */
  readonly over: OverStory
  /** The article's direction now. */
  base(): Direction
  /** The language of a block that goes in this direction. */
  languageOf(direction: Direction): LanguageCode
  /** What the typing rules go by in words that go in this direction; in those of the article itself where none is given. */
  typing(direction?: Direction): BlockTyping
  /** The story as it stands; an edit of one block makes that block anew and shares all others. */
  body(): StoryBody
  counts(): Measure
  /** How many notes and marks of what is still to come the story has; only blocks that changed are looked at again. */
  attention(): Attention
  /** The house's own words for what is still to come, beside TK and ؟؟. */
  setTkWords(words: readonly string[]): void
  setLanguage(code: LanguageCode): void
  setEditable(editable: boolean): void
  /** Calls back after each edit with the way from the old positions to the new ones; returns how to stop that. */
  onEdit(listener: (edits: readonly Mappable[]) => void): () => void
  /** The block with the caret carries the class `is-current` as long as this is on. */
  markCurrentBlock(isOn: boolean): void
  /** Puts another story in this one's place, in one step that can be undone. @throws Error as createStoryEditor */
  replaceBody(body: StoryBody): void
  state(): ToolbarState
  /** Called at most once a frame and only when the toolbar has to look different; returns how to stop that. */
  onState(listener: () => void): () => void
  /** Calls back after each command that was asked for, by whatever way; `isDone` is false where it did not apply. */
  onRan(listener: (command: EditorCommand, isDone: boolean) => void): () => void
  destroy(): void
}

// A JSON document: for a string TipTap would call an HTML parser that Trusted Types refuse.
const blank = { type: 'doc', content: [{ type: 'paragraph' }] }

/** Where the selection's head is among the top-level blocks that are published. */
function placeOf(state: EditorState): CursorPlace {
  const { selection } = state
  // The head of a block that is selected as a whole is behind it.
  const $head = selection instanceof NodeSelection ? selection.$from : selection.$head
  const index = Math.min($head.index(0), state.doc.childCount - 1)
  const size = state.doc.child(index).nodeSize
  const start = $head.depth > 0 ? $head.before(1) : $head.pos
  const notes = state.doc.children.slice(0, index).filter(({ type }) => type.name === 'note').length
  return { block: index - notes, fraction: size > 0 ? Math.min(1, ($head.pos - start) / size) : 0 }
}

/** Tells who listens, at most once a frame, when the toolbar or the caret's place has changed. */
function frameTeller(
  read: () => ToolbarState,
  place: () => CursorPlace,
  onCursor: (place: CursorPlace) => void,
) {
  const listeners = new Set<() => void>()
  let shown = read()
  let lastPlace: CursorPlace = { block: -1, fraction: 0 }
  let frame = 0
  const tell = (): void => {
    frame = 0
    const now = read()
    const nowPlace = place()
    if (nowPlace.block !== lastPlace.block || nowPlace.fraction !== lastPlace.fraction) {
      lastPlace = nowPlace
      onCursor(nowPlace)
    }
    if (isSameToolbar(shown, now)) return
    shown = now
    for (const listener of listeners) listener()
  }
  return {
    soon: (): void => {
      frame ||= requestAnimationFrame(tell)
    },
    // The same object until something differs, as useSyncExternalStore wants it.
    shown: (): ToolbarState => shown,
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: (): void => cancelAnimationFrame(frame),
  }
}

/** Tells who listens of each edit. */
function editTeller() {
  const listeners = new Set<Parameters<StoryEditor['onEdit']>[0]>()
  return {
    tell(transactions: readonly Transaction[]): void {
      for (const listener of listeners) listener(transactions.map(({ mapping }) => mapping))
    },
    listen: (listener: Parameters<StoryEditor['onEdit']>[0]): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What the extensions ask, answered from the options and from the editor once it is there. */
function contextOf(options: StoryEditorOptions, article: () => LanguageCode, editor: () => Editor) {
  const typing = (direction: Direction): BlockTyping => {
    const switches = options.writing()
    const language = blockLanguage(direction, article(), switches.storyLanguage)
    return { language, quotes: houseQuotes(switches.quotes, language), switches }
  }
  const editableListeners = new Set<(editable: boolean) => void>()
  const ranListeners = new Set<(command: EditorCommand, isDone: boolean) => void>()
  const context: EditorContext = {
    words: options.words,
    pictures: options.pictures,
    placeholder: options.placeholder,
    base: () => directionOf(article()),
    digits: () => languageOf(article()).digits,
    tks: new StoryTks(),
    quotes: (direction) => typing(direction).quotes,
    typing,
    notice: (notice) => options.onNotice(notice),
    pasted: (report) => options.onPasted?.(report),
    run: (command, args) => runCommand(editor(), context, command, args),
    ran(command, isDone) {
      for (const listener of ranListeners) listener(command, isDone)
    },
    ask: (what) => {
      readSelection(editor().view)
      options.onAsked?.(what)
    },
    largePaste: () => options.onLargePaste?.(),
    isEditable: () => editor().options.editable,
    watchEditable: (listener) => {
      editableListeners.add(listener)
      return () => editableListeners.delete(listener)
    },
  }
  const tellEditable = (editable: boolean): void => {
    for (const listener of editableListeners) listener(editable)
  }
  const onRan: StoryEditor['onRan'] = (listener) => {
    ranListeners.add(listener)
    return () => ranListeners.delete(listener)
  }
  return { context, tellEditable, onRan }
}

/** The attributes of the story's root: how assistive technology, the style sheet and bidi know it. */
function rootAttributes(
  options: StoryEditorOptions,
  language: () => LanguageCode,
  isEditable: () => boolean,
) {
  let wasLong = false
  return (state: EditorState): Record<string, string> => {
    // Once long it stays so: switching back and forth would lay the whole story out again.
    wasLong ||= isLong(state)
    const { tag, asked, answered } = languageOf(language())
    return {
      'aria-multiline': 'true',
      'aria-label': options.label,
      'aria-readonly': String(!isEditable()),
      'aria-placeholder': options.placeholder,
      dir: directionOf(language()),
      lang: tag,
      spellcheck: 'false',
      class: wasLong ? 'story-text is-long' : 'story-text',
      style: `--asked:'${asked}';--answered:'${answered}'`,
    }
  }
}

/** The TipTap editor with the story in it, mounted. */
function mountEditor(options: StoryEditorOptions, language: () => LanguageCode) {
  const { context, tellEditable, onRan } = contextOf(options, language, () => editor)
  const editor: Editor = new Editor({
    element: null,
    content: blank,
    extensions: storyExtensions(context),
    editable: options.editable,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { textDirection: false, delete: false, drop: false, paste: false },
    editorProps: { attributes: rootAttributes(options, language, () => context.isEditable()) },
  })
  editor.view.updateState(EditorState.create({ doc: documentOf(editor.schema, options.body) }))
  // Aside, and put into the page when it is whole: mounting asks for the selection, and that lays out what is in the page.
  editor.mount(document.createElement('div'))
  hideFromReact(editor.view.dom)
  options.element.append(editor.view.dom)
  return { editor, context, over: options.over ?? nothingOver, tellEditable, onRan }
}

/** Calls back after each change of state, with all that was done in it. */
function onTransactions(editor: Editor, done: (transactions: readonly Transaction[]) => void): void {
  editor.on('transaction', ({ transaction, appendedTransactions }) => {
    done([transaction, ...appendedTransactions])
  })
}

function replaceBody(view: EditorView, body: StoryBody): void {
  const doc = documentOf(view.state.schema, body)
  view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content))
}

/**
 * Mounts the story into `options.element`.
 * @throws Error when the body is not a story of this version: nothing is mounted then, and nothing is lost
 */
export function createStoryEditor(options: StoryEditorOptions): StoryEditor {
  let { language } = options
  const base = () => directionOf(language)
  const { editor, context, over, tellEditable, onRan } = mountEditor(options, () => language)
  const { view } = editor
  const teller = frameTeller(
    () => toolbarState(view.state, base(), context.isEditable()),
    () => placeOf(view.state),
    (place) => options.onCursor(place),
  )
  const painter = new StoryPainter(view, base)
  const edits = editTeller()
  context.tks.attach(view, painter, base)
  onTransactions(editor, (transactions) => {
    teller.soon()
    painter.changed(transactions)
    if (!transactions.some((tr) => tr.docChanged)) return
    for (const tr of transactions) writeOver(view, over, tr)
    options.onEdited()
    context.tks.changed()
    edits.tell(transactions)
  })
  return {
    view,
    painter,
    over,
    base,
    languageOf: (direction) => context.typing(direction).language,
    typing: (direction = base()) => context.typing(direction),
    body: () => storyOf(view.state.doc, base()),
    counts: () => countStory(view.state.doc, base()),
    attention: () => ({ notes: countNotes(view.state.doc), tks: context.tks.count() }),
    setTkWords: (words) => context.tks.setWords(words),
    setLanguage(code) {
      // Whoever follows an article's details says it at each letter of a headline.
      if (code === language) return
      language = code
      view.dispatch(numberAnew(isolateAnew(view.state.tr)))
      painter.forget()
    },
    setEditable(editable) {
      editor.setEditable(editable, false)
      tellEditable(editable)
      teller.soon()
    },
    onEdit: edits.listen,
    markCurrentBlock: (isOn) => markCurrentBlock(view, isOn),
    replaceBody: (body) => replaceBody(view, body),
    state: teller.shown,
    onState: teller.listen,
    ...commandsIn(editor, context),
    onRan,
    ...besideStory(view, context.pictures),
    ...jumpsIn(view),
    destroy() {
      for (const part of [teller, context.tks]) part.stop()
      painter.destroy()
      editor.destroy()
    },
  }
}
