import { ArrowDown } from '@phosphor-icons/react/dist/icons/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/dist/icons/ArrowUp'
import { MagnifyingGlass } from '@phosphor-icons/react/dist/icons/MagnifyingGlass'
import { SelectionAll } from '@phosphor-icons/react/dist/icons/SelectionAll'
import { X } from '@phosphor-icons/react/dist/icons/X'
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import type { FindOptions } from '../../../../core/language/find-text.ts'
import { StoryFind, type FindState } from '../../../editor/find/story-find.ts'
import { readSelection } from '../../../editor/read-selection.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { focusWords } from '../../../editor/words/go-to-words.ts'
import { isFocusAtStory } from '../../../editor/words/over-story.ts'
import { selectedInField } from '../../../editor/words/word-keeper.ts'
import { Button, IconButton } from '../../../ui/controls.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { useKeepLine } from '../keep-line.ts'
import { FindWhere } from './find-where.tsx'
import { FindLetters } from './find-letters.tsx'
import { keepLooking, lastLooked } from './last-looked.ts'
import './find.css'

/** What was asked of the bar by a command; another object each time. */
export interface FindAsked {
  what: 'find' | 'replace' | 'next' | 'previous'
}
interface FindBarProps {
  editor: StoryEditor
  asked: FindAsked
  isReadOnly: boolean
  onClose: () => void
}

const longestQuery = 200

/** What is selected, in the text or in a field of the story, where it may be looked for; null where nothing is, or more than a line. */
function selectedText({ view }: StoryEditor): string | null {
  readSelection(view)
  const { doc, selection } = view.state
  const { $from, $to, from, to, empty } = selection
  const inField = selectedInField(view)
  if (inField !== null) return inField.slice(0, longestQuery) || null
  if (empty || !$from.sameParent($to) || to - from > longestQuery) return null
  // A picture that is selected has no text of its own.
  return doc.textBetween(from, to) || null
}

/** Looks for and replaces text in the open story, beside the text: nothing is covered, and the story can be written on. */
export function FindBar({ editor, asked, isReadOnly, onClose }: FindBarProps) {
  const { t } = useWords()
  const [query, setQuery] = useState(() => selectedText(editor) ?? lastLooked.query)
  const [options, setOptions] = useState(lastLooked.options)
  const [replacement, setReplacement] = useState(lastLooked.replacement)
  const [isReplacing, setReplacing] = useState(asked.what === 'replace' && !isReadOnly)
  const [replaced, setReplaced] = useState(0)
  const bar = useRef<HTMLElement>(null)
  useKeepLine(bar)
  const queryField = useRef<HTMLInputElement>(null)
  const find = useStoryFind({ editor, query, options, asked })
  const state = useSyncExternalStore(find.subscribe, find.state)
  useAsked({ asked, find, isReadOnly, queryField, setReplacing, setQuery, editor })
  useEffect(() => keepLooking({ query, options, replacement }), [query, options, replacement])
  const close = () => {
    onClose()
    focusWords(editor.view)
  }
  const replaceAll = () => {
    setReplaced(find.replaceAll(replacement))
    queryField.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // What floats over the bar is its child to React, and has an Escape of its own.
    const isOurs = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (event.nativeEvent.isComposing || !isOurs) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && event.target === queryField.current) {
      event.preventDefault()
      find.go(event.shiftKey ? -1 : 1)
    }
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from any of its controls
    <search ref={bar} className="find" aria-label={t('find.name')} onKeyDownCapture={onKeyDown}>
      <div className="find-row">
        <label className={`control grow ${state.problem && query ? 'error' : ''}`}>
          <Icon of={MagnifyingGlass} size="text" />
          <input
            ref={queryField}
            type="text"
            dir="auto"
            aria-label={t('find.query')}
            placeholder={t('find.query')}
            value={query}
            onChange={(event) => {
              setReplaced(0)
              setQuery(event.target.value)
            }}
          />
          <FindWhere where={replaced === 0 ? state.where : null} />
          <output className="find-count">
            {replaced > 0 ? t('find.replaced', { count: replaced }) : countWords(state, query, t)}
          </output>
        </label>
        <FindLetters options={options} onChange={(part) => setOptions({ ...options, ...part })} />
        <IconButton
          icon={SelectionAll}
          name={t('find.inSelection')}
          isPressed={state.isInSelection}
          onPress={() => find.keepToSelection(!state.isInSelection)}
        />
        <IconButton
          icon={ArrowUp}
          name={t('find.previous')}
          command="find.previous"
          onPress={() => find.go(-1)}
        />
        <IconButton icon={ArrowDown} name={t('find.next')} command="find.next" onPress={() => find.go(1)} />
        <IconButton icon={X} name={t('find.close')} onPress={close} />
      </div>
      {isReplacing && (
        <div className="find-row">
          <label className="control grow">
            <input
              type="text"
              dir="auto"
              aria-label={t('find.replacement')}
              placeholder={t('find.replacement')}
              value={replacement}
              onChange={(event) => setReplacement(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                event.preventDefault()
                find.replace(replacement)
              }}
            />
          </label>
          <Button look="line" onPress={() => find.replace(replacement)}>
            {t('find.replace')}
          </Button>
          <Button look="line" onPress={replaceAll}>
            {t('find.replaceAll')}
          </Button>
        </div>
      )}
    </search>
  )
}

/** Which place of how many, or why nothing can be found. */
function countWords(
  { count, current, problem }: FindState,
  query: string,
  t: ReturnType<typeof useWords>['t'],
): string {
  if (query === '' || problem === 'empty') return ''
  if (problem) return t(`find.${problem}`)
  if (count === 0) return t('find.none')
  return current < 0 ? t('find.count', { count }) : t('find.place', { at: current + 1, count })
}

/** One search for as long as the bar is there; told anew with each letter of the query. */
function useStoryFind(props: {
  editor: StoryEditor
  query: string
  options: FindOptions
  asked: FindAsked
}): StoryFind {
  const { editor, query, options } = props
  const [find] = useState(() => new StoryFind(editor))
  const open = useEffectEvent(() => {
    const stop = find.open()
    const isStep = props.asked.what === 'next' || props.asked.what === 'previous'
    const { $from, $to } = editor.view.state.selection
    // Before anything is looked for: the first match takes the selection.
    if (!isStep && !$from.sameParent($to)) find.keepToSelection(true)
    return stop
  })
  useLayoutEffect(() => open(), [])
  useEffect(() => find.look(query, options), [find, query, options])
  return find
}

/** Does what a command asked for: another one while the bar is there, too. */
function useAsked(props: {
  asked: FindAsked
  find: StoryFind
  isReadOnly: boolean
  queryField: RefObject<HTMLInputElement | null>
  setReplacing: (isOn: boolean) => void
  setQuery: (query: string) => void
  editor: StoryEditor
}): void {
  const { asked, find } = props
  const last = useRef<FindAsked | null>(null)
  useEffect(() => {
    if (last.current === asked) return
    const isFirst = last.current === null
    last.current = asked
    if (asked.what === 'next' || asked.what === 'previous') {
      if (!isFirst) find.go(asked.what === 'next' ? 1 : -1)
      return
    }
    if (asked.what === 'replace' && !props.isReadOnly) props.setReplacing(true)
    const selected = isFirst ? null : selectedText(props.editor)
    if (selected && isFocusAtStory(props.editor.view)) props.setQuery(selected)
    props.queryField.current?.focus()
    props.queryField.current?.select()
  })
}
