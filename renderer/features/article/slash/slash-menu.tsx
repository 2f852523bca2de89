import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { interfaceLanguages, type InterfaceLanguage } from '../../../../core/i18n/languages.ts'
import { SlashWatch, type Slash } from '../../../editor/slash/slash-watch.ts'
import { editorCommands, type EditorCommand } from '../../../editor/story-editor-types.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { Beside } from '../../../ui/beside.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { capsOf, KeyCaps } from '../../../ui/key-caps.tsx'
import { readCatalogue } from '../../../ui/read-catalogue.ts'
import { useWords } from '../../../ui/words.tsx'
import { blockChoices, choicesFor, type BlockChoice } from './block-choices.ts'
import { blockIcons, pointing } from './block-icons.ts'
import './slash.css'

interface SlashMenuProps {
  editor: StoryEditor
  /** Runs what is no command of the editor itself. */
  onCommand: (id: BlockChoice['id']) => void
}

/** A slash at the beginning of a block or behind a space asks what is to stand there: filtered by what is typed behind it. */
export function SlashMenu({ editor, onCommand }: SlashMenuProps) {
  const [watch] = useState(() => new SlashWatch(editor))
  useLayoutEffect(() => watch.open(), [watch])
  const slash = useSyncExternalStore(watch.subscribe, watch.slash)
  // Another slash is another menu: what applies is asked where it stands.
  return (
    slash && <SlashList key={slash.from} {...{ editor, onCommand, slash }} onClose={() => watch.close()} />
  )
}

interface SlashListProps extends SlashMenuProps {
  slash: Slash
  onClose: () => void
}

const prefix = 'story.'
/** The editor's own command of a choice; null for what is asked of the page. */
const commandOf = (id: string): EditorCommand | null =>
  editorCommands.find((command) => id === `${prefix}${command}`) ?? null

function SlashList({ editor, slash, onCommand, onClose }: SlashListProps) {
  const { t } = useWords()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const languages = useLanguages()
  const [stop, setStop] = useState({ at: 0, query: '' })
  const [applicable] = useState(() =>
    blockChoices.filter((choice) => {
      const command = commandOf(choice.id)
      return command === null || editor.can(command)
    }),
  )
  const found = useMemo(
    () => choicesFor(applicable, slash.query, languages),
    [applicable, slash.query, languages],
  )
  // Another query begins at its best answer.
  const chosen = stop.query === slash.query ? Math.min(stop.at, found.length - 1) : 0
  const setAt = (at: number) => setStop({ at, query: slash.query })
  const take = (choice: BlockChoice) => {
    const command = commandOf(choice.id)
    onClose()
    const over = { from: slash.from, to: slash.to }
    if (command) editor.run(command, { over })
    else {
      editor.view.dispatch(editor.view.state.tr.delete(over.from, over.to))
      onCommand(choice.id)
    }
  }
  useListKeys(editor, found.length > 0, (key) => {
    const last = found.length - 1
    const choice = found[chosen]
    if (key === 'Escape') onClose()
    else if (key === 'ArrowDown') setAt(chosen === last ? 0 : chosen + 1)
    else if (key === 'ArrowUp') setAt(chosen <= 0 ? last : chosen - 1)
    else if (choice) take(choice)
  })
  useListRole(editor, found.length > 0 ? `${id}-list` : null, `${id}-${chosen}`)
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (found.length === 0) return null
  return (
    <Beside
      className="slash"
      takesEscape
      align={slash.direction}
      side="under"
      stretches={() => [editor.view.coordsAtPos(slash.from, 1)]}
    >
      <div
        ref={list}
        id={`${id}-list`}
        className="slash-list scroll"
        role="listbox"
        aria-label={t('slash.name')}
      >
        {found.map((choice, index) => (
          <Choice
            key={choice.id}
            id={`${id}-${index}`}
            choice={choice}
            isChosen={index === chosen}
            onTake={() => take(choice)}
          />
        ))}
      </div>
    </Beside>
  )
}

interface ChoiceProps {
  id: string
  choice: BlockChoice
  isChosen: boolean
  onTake: () => void
}

function Choice({ id, choice, isChosen, onTake }: ChoiceProps) {
  const { t } = useWords()
  return (
    // The caret stays in the story: keys move the choice there, a pointer presses it here.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      className="slash-choice"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span className="slash-icon">
        <Icon of={blockIcons[choice.id]} points={pointing.has(choice.id)} />
      </span>
      <span className="slash-words">{t(choice.label)}</span>
      <span aria-hidden="true" className="contents">
        <KeyCaps caps={capsOf(choice.id)} />
      </span>
    </div>
  )
}

/** The catalogues of all interface languages, the one that is spoken first; the others as they are read. */
function useLanguages(): readonly Pick<InterfaceLanguage, 'catalogue'>[] {
  const { language, t } = useWords()
  // Of the language on screen the words are there already; what is read tells them apart from the others.
  const spoken = useMemo(() => spokenCatalogue(t), [t])
  const [others, setOthers] = useState<readonly InterfaceLanguage[]>([])
  useEffect(() => {
    let isMounted = true
    const rest = interfaceLanguages.filter(({ code }) => code !== language)
    const read = async () => {
      const all = await Promise.allSettled(rest.map((each) => readCatalogue(each)))
      if (isMounted) setOthers(all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])))
    }
    void read()
    return () => {
      isMounted = false
    }
  }, [language])
  return useMemo(() => [spoken, ...others], [spoken, others])
}

/** The names of the choices as they stand on screen. */
const spokenCatalogue = (t: ReturnType<typeof useWords>['t']): Pick<InterfaceLanguage, 'catalogue'> => ({
  catalogue: Object.fromEntries(
    blockChoices.map(({ label }) => [label, t(label)]),
  ) as InterfaceLanguage['catalogue'],
})

const listKeys = ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape']

/** Answers the keys of the list, where the caret is, before the story does. */
function useListKeys(editor: StoryEditor, isShown: boolean, answer: (key: string) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { key, isComposing, shiftKey, ctrlKey, altKey, metaKey } = event
    if (!isShown || isComposing || shiftKey || ctrlKey || altKey || metaKey || !listKeys.includes(key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    answer(key)
  })
  useEffect(() => {
    const { dom } = editor.view
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    dom.addEventListener('keydown', listener, { capture: true })
    return () => dom.removeEventListener('keydown', listener, { capture: true })
  }, [editor])
}

/** Tells assistive technology, from the story, which choice the keys stand at. */
function useListRole({ view: { dom } }: StoryEditor, list: string | null, option: string): void {
  useEffect(() => {
    if (list === null) return undefined
    const attributes = {
      'aria-haspopup': 'listbox',
      'aria-autocomplete': 'list',
      'aria-controls': list,
      'aria-activedescendant': option,
    }
    for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value)
    return () => {
      for (const name of Object.keys(attributes)) dom.removeAttribute(name)
    }
  }, [dom, list, option])
}
