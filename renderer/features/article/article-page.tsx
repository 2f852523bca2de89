import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { digitsOfLists } from '../../../core/language/digits-of-lists.ts'
import { languageOf } from '../../../core/language/registry.ts'
import type { Settings, SpellingSettings, WritingSettings } from '../../../core/model/settings.ts'
import type { DigitStyle } from '../../../core/model/theme.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import type { PasteReport } from '../../editor/paste/paste-report.ts'
import { askedBy } from '../../editor/story-keys.ts'
import type { Asked, EditorCommand, EditorNotice } from '../../editor/story-editor-types.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { useWords } from '../../ui/words.tsx'
import type { FindAsked, FindBar } from './find/find-bar.tsx'
import type { Foot } from './foot.tsx'
import { Masthead } from './masthead.tsx'
import type { PasteBar } from './paste-bar.tsx'
import { openSheet, type Sheet } from './open-sheet.ts'
import {
  asksXray,
  findAsked,
  isFind,
  isSpelling,
  isTool,
  spellingAsked,
  storyPrefix,
  toolAsked,
  xrayAsked,
  type OpenPage,
  type PageCommand,
  type StoryCommand,
} from './page-commands.ts'
import type { ArticleSession } from './session.ts'
import type { StoryTools } from './story-tools.tsx'
import type { ToolAsked } from './tool-asked.ts'
import { usePictureFiles } from './picture-files.tsx'
import type { Spelling, SpellingAsked } from './spelling/spelling.tsx'
import type { FormattingToolbar } from './toolbar.tsx'
import type { XrayAsked, XrayBar } from './x-ray/x-ray-bar.tsx'
import '../../editor/story.css'
import '../../ui/menu.css'
import './article.css'

/** A sheet that could be written on before its page was drawn, and moves into it. */
export interface EarlySheet {
  sheet: Sheet
  /** Calls back once its story stands in this element, at the latest when what is being composed is done. */
  moveInto(place: HTMLElement, whenMoved: () => void): void
  /** Nobody will take it over: its article has gone from this window. After it has moved there is nothing to drop. */
  drop(): void
}

interface ArticlePageProps {
  session: ArticleSession
  /** The sheet of this session, where it was there before. */
  early: EarlySheet | null
  onCursor: (place: { block: number; fraction: number }) => void
  onNotice: (sentence: string) => void
  writing: WritingSettings & SpellingSettings
  /** The digits in which the house numbers lists, where it has chosen. */
  houseDigits: DigitStyle | undefined
  tkWords: Settings['tkWords']
  /** Only the story and what the disk has: no tools, the current paragraph in full ink. */
  isFocused: boolean
  /** The page as commands know it; null when it goes. */
  onPage: (page: OpenPage | null) => void
  /** What stands over and under the sheet; null until it is read. */
  parts: ArticleParts | null
}
export interface ArticleParts {
  FindBar: typeof FindBar
  FormattingToolbar: typeof FormattingToolbar
  XrayBar: typeof XrayBar
  StoryTools: typeof StoryTools
  Foot: typeof Foot
  PasteBar: typeof PasteBar
  Spelling: typeof Spelling
}

/** The sheet: formatting tools, masthead and story of one open article. A new session is a new sheet (`key`). */
export function ArticlePage({
  session,
  early,
  onCursor,
  onNotice,
  writing,
  houseDigits,
  tkWords,
  isFocused,
  onPage,
  parts,
}: ArticlePageProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [find, setFind] = useState<FindAsked | null>(null)
  const [xray, setXray] = useState<XrayAsked | null>(null)
  const [spelling, setSpelling] = useState<SpellingAsked | null>(null)
  const [tool, setTool] = useState<ToolAsked | null>(null)
  const { editor, mount, pasted, closePasted } = useStoryEditor({
    session,
    early,
    onCursor,
    onNotice,
    writing,
    onAsked: setAsked,
  })
  const details = useSyncExternalStore(session.subscribe, session.details)
  const { choose, inputs } = usePictureFiles(editor)
  const run = (command: PageCommand) => {
    if (command === 'insert.picture') return choose('picture')
    if (command === 'insert.gallery') return choose('gallery')
    if (command === 'x-ray.toggle') return setXray((shown) => (shown ? null : { what: 'show' }))
    if (asksXray(command)) return setXray({ what: xrayAsked[command] })
    if (isSpelling(command)) return setSpelling({ what: spellingAsked[command] })
    if (isTool(command)) return setTool({ what: toolAsked[command] })
    if (isFind(command)) return setFind({ what: findAsked[command] })
    // The compiler sees that each `story.` command of the table is one of the editor's.
    const name = command.slice(storyPrefix.length) as StoryCommand<PageCommand>
    const what = askedBy(name)
    if (what) setAsked(what)
    else editor?.run(name as EditorCommand)
  }
  const tellPage = useEffectEvent(onPage)
  const runNow = useEffectEvent(run)
  useEffect(() => {
    if (!editor) return undefined
    tellPage({ story: editor, run: (command) => runNow(command), focus: () => editor.focus() })
    return () => tellPage(null)
  }, [editor])
  const isMarked = isFocused || writing.dimsOthers
  useEffect(() => editor?.markCurrentBlock(isMarked), [editor, isMarked])
  useEffect(() => editor?.setTkWords(tkWords), [editor, tkWords])
  const { t } = useWords()
  const { tag, direction, script } = languageOf(details.language)
  return (
    <>
      {editor && parts ? (
        <parts.FormattingToolbar
          editor={editor}
          direction={direction}
          asked={asked}
          onAsked={setAsked}
          onInsert={(what) => (what === 'embed' ? setAsked('embed') : choose(what))}
        />
      ) : (
        <div className="tools" />
      )}
      {editor && parts && (
        <OverSheet
          {...{ parts, editor, find, xray, tool, writing }}
          isReadOnly={session.isReadOnly}
          onFound={() => setFind(null)}
          onXrayed={() => setXray(null)}
          onTool={() => setTool(null)}
          onCommand={run}
        />
      )}
      {inputs}
      <div className="sheet scroll" data-script={script === 'latin' ? 'latin' : undefined}>
        <article
          className="story"
          lang={tag}
          dir={direction}
          data-digits={digitsOfLists(details.language, houseDigits)}
          aria-label={t('article.sheet')}
          data-tour="story"
        >
          <Masthead session={session} editor={editor} onLeave={() => editor?.focus()} />
          <div className="text" ref={mount} />
        </article>
      </div>
      <UnderSheet
        {...{ parts, editor, session, pasted, writing, spelling, onNotice }}
        onClose={closePasted}
      />
    </>
  )
}

interface OverSheetProps {
  parts: ArticleParts
  editor: StoryEditor
  find: FindAsked | null
  xray: XrayAsked | null
  tool: ToolAsked | null
  writing: WritingSettings
  isReadOnly: boolean
  onFound: () => void
  onXrayed: () => void
  onTool: () => void
  onCommand: (command: PageCommand) => void
}

/** The bars that somebody has asked for, between the tools and the sheet. */
function OverSheet({ parts, editor, find, xray, tool, writing, isReadOnly, ...done }: OverSheetProps) {
  const common = { editor, isReadOnly }
  return (
    <>
      {find && <parts.FindBar {...common} asked={find} onClose={done.onFound} />}
      {xray && <parts.XrayBar {...common} asked={xray} onClose={done.onXrayed} />}
      <parts.StoryTools
        {...{ editor, writing }}
        asked={tool}
        onCommand={done.onCommand}
        onDone={done.onTool}
      />
    </>
  )
}

interface UnderSheetProps extends Pick<ArticlePageProps, 'parts' | 'session' | 'writing' | 'onNotice'> {
  editor: StoryEditor | null
  pasted: Pasted | null
  spelling: SpellingAsked | null
  onClose: () => void
}

/** The foot of the page, and over it what there is to say of the last paste. */
function UnderSheet({
  parts,
  editor,
  session,
  pasted,
  writing,
  spelling,
  onNotice,
  onClose,
}: UnderSheetProps) {
  const { language } = useSyncExternalStore(session.subscribe, session.details)
  if (!parts) return <footer className="foot" />
  return (
    <>
      {editor && pasted && (
        <parts.PasteBar
          key={pasted.number}
          report={pasted.report}
          editor={editor}
          session={session}
          onClose={onClose}
        />
      )}
      <parts.Foot editor={editor} language={language}>
        {editor && (
          <parts.Spelling
            editor={editor}
            id={session.id}
            settings={writing}
            language={language}
            asked={spelling}
            isReadOnly={session.isReadOnly}
            onNotice={onNotice}
          />
        )}
      </parts.Foot>
    </>
  )
}

/** A paste that there is something to say of; each has a bar of its own. */
interface Pasted {
  report: PasteReport
  number: number
}

function useStoryEditor({
  session,
  early,
  onCursor,
  onNotice,
  writing,
  onAsked,
}: Pick<ArticlePageProps, 'session' | 'early' | 'onCursor' | 'onNotice' | 'writing'> & {
  onAsked: (what: Asked) => void
}) {
  const desk = useDesk()
  const { t } = useWords()
  const mount = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<StoryEditor | null>(null)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const tellCursor = useEffectEvent(onCursor)
  const ask = useEffectEvent(onAsked)
  const tellNotice = useEffectEvent((notice: EditorNotice) => onNotice(noticeSentence(t, notice)))
  const writingNow = useEffectEvent(() => writing)
  const open = useEffectEvent((element: HTMLElement) => openSheet({ desk, session, t, writing, element }))
  const comesEarly = useEffectEvent(() => (early?.sheet.session === session ? early : null))
  // In the frame that draws the sheet, not in the one after it. Once: another session is another page (`key`).
  useLayoutEffect(() => {
    const element = mount.current
    if (!element) return undefined
    const before = comesEarly()
    const sheet = before?.sheet ?? open(element)
    let isOpen = true
    const show = () => {
      if (!isOpen) return
      sheet.tell({
        onCursor: (place) => tellCursor(place),
        onAsked: (what) => ask(what),
        onNotice: (notice) => tellNotice(notice),
        writing: () => writingNow(),
        onPasted: (report) => setPasted((before) => report && { report, number: (before?.number ?? 0) + 1 }),
      })
      setEditor(sheet.editor)
    }
    if (before) before.moveInto(element, show)
    else show()
    return () => {
      isOpen = false
      sheet.close()
    }
  }, [])
  return { editor, mount, pasted, closePasted: () => setPasted(null) }
}

function noticeSentence(t: ReturnType<typeof useWords>['t'], notice: EditorNotice): string {
  return t(`editor.${notice.code}`, { count: notice.count ?? 0, message: notice.message ?? '' })
}
