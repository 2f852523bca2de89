import type { Translate } from '../../../core/i18n/translate.ts'
import type { WritingSettings } from '../../../core/model/settings.ts'
import type { DeskClient } from '../../desk/client.ts'
import { pictureGate } from '../../desk/pictures.ts'
import { createStoryEditor, type StoryEditor } from '../../editor/story-editor.ts'
import type { Asked, EditorNotice } from '../../editor/story-editor-types.ts'
import type { PasteReport } from '../../editor/paste/paste-report.ts'
import { overNames, type OverStory } from '../../editor/words/over-story.ts'
import { editorWords } from './editor-words.ts'
import { keepBefore } from './keep-before.ts'
import type { ArticleSession } from './session.ts'

/** What a sheet tells, and asks, of whoever draws around it. */
export interface SheetHooks {
  onCursor: (place: { block: number; fraction: number }) => void
  onAsked: (what: Asked) => void
  onNotice: (notice: EditorNotice) => void
  writing: () => WritingSettings
  /** What was just pasted; null once it is part of the story. */
  onPasted: (report: PasteReport | null) => void
}
/** A story that can be written in, bound to its article. */
export interface Sheet {
  session: ArticleSession
  editor: StoryEditor
  /** Who is told from now on; what was told before, and still holds, is told again. */
  tell(hooks: SheetHooks): void
  close(): void
}
interface SheetOptions {
  desk: DeskClient
  session: ArticleSession
  t: Translate
  writing: WritingSettings
  /** The story is mounted in it. */
  element: HTMLElement
}

/** Keeps what nobody has heard yet for who comes to listen: all that was said, and where the caret is by then. */
function lateListener() {
  let hooks: SheetHooks | null = null
  let unheard: ((to: SheetHooks) => void)[] = []
  let place: Parameters<SheetHooks['onCursor']>[0] | null = null
  return {
    hooks: () => hooks,
    say(what: (to: SheetHooks) => void): void {
      if (hooks) what(hooks)
      else unheard.push(what)
    },
    putCursor(at: NonNullable<typeof place>): void {
      place = at
      hooks?.onCursor(at)
    },
    listen(to: SheetHooks): void {
      hooks = to
      if (place) to.onCursor(place)
      for (const what of unheard) what(to)
      unheard = []
    },
  }
}

/** The words over a story are fields of its article. */
function overStoryOf(session: ArticleSession): OverStory {
  const words = (): string => overNames.map((name) => session.details().fields[name]).join('\n')
  return {
    read: (name) => session.details().fields[name],
    write: (name, text) => session.setField(name, text),
    onChange(listener) {
      let known = words()
      return session.subscribe(() => {
        const now = words()
        if (now === known) return
        known = now
        listener()
      })
    },
  }
}

/** Mounts the story of a session; every edit goes to the session from here on. */
export function openSheet({ desk, session, t, writing, element }: SheetOptions): Sheet {
  const listener = lateListener()
  const pictures = pictureGate(desk, session.id)
  const editor = createStoryEditor({
    element,
    body: session.draft().body,
    language: session.details().language,
    editable: !session.isReadOnly,
    over: overStoryOf(session),
    label: t('article.story'),
    // In the direction of its own language, and not of the story's.
    placeholder: `\u2068${t('article.storyPlaceholder')}\u2069`,
    words: editorWords(t),
    pictures,
    writing: () => listener.hooks()?.writing() ?? writing,
    onEdited: session.storyEdited,
    onLargePaste: () => void keepBefore(desk, session, 'before-paste'),
    onCursor: (at) => listener.putCursor(at),
    onAsked: (what) => listener.say((to) => to.onAsked(what)),
    onNotice: (notice) => listener.say((to) => to.onNotice(notice)),
    onPasted: (report) => listener.say((to) => to.onPasted(report)),
  })
  session.readStoryFrom(() => editor.body())
  const stop = session.subscribe(() => editor.setLanguage(session.details().language))
  return {
    session,
    editor,
    tell: (to) => listener.listen(to),
    close() {
      stop()
      editor.destroy()
      pictures.close()
    },
  }
}
