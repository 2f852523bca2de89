import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { TextAa } from '@phosphor-icons/react/dist/icons/TextAa'
import { DeskError } from '../../../../core/api/errors.ts'
import { languageOf } from '../../../../core/language/registry.ts'
import type { LanguageCode } from '../../../../core/model/language-code.ts'
import type { SpellingSettings } from '../../../../core/model/settings.ts'
import { useDesk } from '../../../desk/desk-context.tsx'
import { houseSpellingOf } from '../../../desk/house-spelling.ts'
import type { PlacedMisspelling, StorySpelling } from '../../../editor/spelling/story-spelling.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { Icon } from '../../../ui/icon.tsx'
import { errorSentence } from '../../../ui/sentences.ts'
import { useWords } from '../../../ui/words.tsx'
import { SpellingMenu } from './spelling-menu.tsx'
import { useSpelling } from './use-spelling.ts'
import './spelling.css'

/** What was asked by a command; another object each time. */
export interface SpellingAsked {
  what: 'next' | 'previous' | 'suggest'
}
interface SpellingProps {
  editor: StoryEditor
  /** Of the article. */
  id: string
  settings: SpellingSettings
  language: LanguageCode
  asked: SpellingAsked | null
  isReadOnly: boolean
  onNotice: (sentence: string) => void
}

/** In the foot: how many words are to be looked at, and the way to the next; over the story the menu of one of them. */
export function Spelling({ editor, id, settings, language, asked, isReadOnly, onNotice }: SpellingProps) {
  const { t } = useWords()
  const desk = useDesk()
  const { spelling, ignore } = useSpelling({
    editor,
    id,
    settings,
    language,
    onFault: (of, thrown) =>
      onNotice(
        thrown instanceof DeskError
          ? errorSentence(t, thrown)
          : t('spelling.failed', { language: languageOf(of).ownName }),
      ),
  })
  const [word, setWord] = useState<PlacedMisspelling | null>(null)
  const [said, setSaid] = useState('')
  const go = async (step: 1 | -1) => {
    const found = await spelling?.next(step)
    setWord(null)
    if (!spelling) return onNotice(t('spelling.isOff'))
    if (!found) return setSaid(t('spelling.nothing'))
    const { at, count, word: next } = found
    setSaid(t(next.isHint ? 'spelling.saidHint' : 'spelling.said', { word: next.plain, at, count }))
    return editor.focus()
  }
  const suggest = async () => {
    const found = await spelling?.here()
    if (!spelling) return onNotice(t('spelling.isOff'))
    setWord(found ?? null)
    return setSaid(found ? '' : t('spelling.notHere'))
  }
  // One after the other, however fast the keys come: the menu of a word opens after the way to it.
  const line = useRef(Promise.resolve())
  const run = useEffectEvent(async ({ what }: SpellingAsked) => {
    const before = line.current
    const done = before.then(() => (what === 'suggest' ? suggest() : go(what === 'next' ? 1 : -1)))
    line.current = done
    await done
  })
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- a command is an event, and what it finds is known later
    if (asked) void run(asked)
  }, [asked])
  useContextMenu(editor, spelling, isReadOnly ? null : setWord)
  const close = () => {
    setWord(null)
    editor.focus()
  }
  const tryTo = (work: Promise<void>) =>
    void work.catch((thrown: unknown) => onNotice(errorSentence(t, thrown)))
  return (
    <>
      {spelling && <Count spelling={spelling} onGo={() => void go(1)} />}
      <output className="visually-hidden">{said}</output>
      {spelling && word && (
        <SpellingMenu
          key={`${word.start} ${word.from} ${word.plain}`}
          editor={editor}
          spelling={spelling}
          word={word}
          isReadOnly={isReadOnly}
          onClose={close}
          onAdd={() => {
            close()
            tryTo(houseSpellingOf(desk).change(word.language, { add: [word.plain] }))
          }}
          onIgnore={() => {
            close()
            tryTo(ignore(word.language, word.plain))
          }}
        />
      )}
    </>
  )
}

function Count({ spelling, onGo }: { spelling: StorySpelling; onGo: () => void }) {
  const { t } = useWords()
  const count = useSyncExternalStore(spelling.subscribe, spelling.count)
  if (!count) return null
  return (
    <button type="button" className="spelling-count" onClick={onGo} title={t('spelling.next')}>
      <Icon of={TextAa} size="text" />
      {t('spelling.count', { count })}
    </button>
  )
}

/** Under the right button, and by the key for it, a marked word has a menu of its own. */
function useContextMenu(
  editor: StoryEditor,
  spelling: StorySpelling | null,
  show: ((word: PlacedMisspelling) => void) | null,
): void {
  const onMenu = useEffectEvent((event: MouseEvent) => {
    if (!spelling || !show) return
    const { view } = editor
    // By the key it is asked for at the caret: then no pointer is meant.
    const isPointed = event.button === 2
    const pos = isPointed ? view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos : undefined
    if (isPointed && pos === undefined) return
    const word = spelling.at(pos)
    if (!word) return
    event.preventDefault()
    show(word)
  })
  useEffect(() => {
    const { dom } = editor.view
    const listener = (event: MouseEvent) => onMenu(event)
    dom.addEventListener('contextmenu', listener)
    return () => dom.removeEventListener('contextmenu', listener)
  }, [editor])
}
