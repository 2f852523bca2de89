import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { Asterisk } from '@phosphor-icons/react/dist/icons/Asterisk'
import { ChatCenteredText } from '@phosphor-icons/react/dist/icons/ChatCenteredText'
import { GitCommit } from '@phosphor-icons/react/dist/icons/GitCommit'
import { Images } from '@phosphor-icons/react/dist/icons/Images'
import { ImageSquare } from '@phosphor-icons/react/dist/icons/ImageSquare'
import { Info } from '@phosphor-icons/react/dist/icons/Info'
import { PlayCircle } from '@phosphor-icons/react/dist/icons/PlayCircle'
import { Question } from '@phosphor-icons/react/dist/icons/Question'
import { Table } from '@phosphor-icons/react/dist/icons/Table'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { Landmarks, type Landmark, type LandmarkKind } from '../../editor/landmarks.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { Isolated } from '../../ui/isolated.tsx'
import './outline.css'

interface OutlinePaneProps {
  /** Null until the story can be written in. */
  story: StoryEditor | null
  /** Where the story is being edited, told many times a second. */
  onPlace: (listener: (place: { block: number }) => void) => () => void
}

/** Milliseconds after the last edit. */
const settleMs = 200
const names = {
  heading: 'outline.heading',
  picture: 'format.image',
  gallery: 'format.gallery',
  embed: 'format.embed',
  table: 'format.table',
  'pull-quote': 'format.pullQuote',
  'fact-box': 'format.factBox',
  questions: 'format.questions',
  timeline: 'format.timeline',
  sources: 'format.sources',
} as const satisfies Record<LandmarkKind, MessageKey>
/** Those under which each is put in. */
const icons: Readonly<Record<LandmarkKind, PhosphorIcon | null>> = {
  heading: null,
  picture: ImageSquare,
  gallery: Images,
  embed: PlayCircle,
  table: Table,
  'pull-quote': ChatCenteredText,
  'fact-box': Info,
  questions: Question,
  timeline: GitCommit,
  sources: Asterisk,
}

/** The headings of the story and what else is seen in it from afar, as they are now; a press goes there. */
export function OutlinePane({ story, onPlace }: OutlinePaneProps) {
  const { t } = useWords()
  const landmarks = useLandmarks(story)
  const current = useCurrent(landmarks, onPlace)
  const [at, setAt] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const last = landmarks.length - 1
  const stop = Math.min(at ?? Math.max(current, 0), last)
  const go = (landmark: Landmark) => {
    story?.goToBlock(landmark.index)
    story?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') story?.focus()
    const next = {
      ArrowDown: Math.min(stop + 1, last),
      ArrowUp: Math.max(stop - 1, 0),
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    list.current?.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  return (
    <section className="panel scroll outline" aria-label={t('outline.name')}>
      {landmarks.length === 0 && (
        <p className="outline-none" tabIndex={-1}>
          {t('outline.none')}
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go from one of its buttons to the next */}
      <ol ref={list} onKeyDown={onKeyDown} onBlur={() => setAt(null)}>
        {landmarks.map((landmark, index) => (
          <Line
            key={landmark.index}
            landmark={landmark}
            isStop={index === stop}
            isCurrent={index === current}
            onFocus={() => setAt(index)}
            onGo={() => go(landmark)}
          />
        ))}
      </ol>
    </section>
  )
}

interface LineProps {
  landmark: Landmark
  isStop: boolean
  isCurrent: boolean
  onFocus: () => void
  onGo: () => void
}

function Line({ landmark, isStop, isCurrent, onFocus, onGo }: LineProps) {
  const { t } = useWords()
  const { kind, level, text, direction } = landmark
  const icon = icons[kind]
  return (
    <li>
      <button
        type="button"
        className="outline-line"
        data-level={level}
        tabIndex={isStop ? 0 : -1}
        aria-current={isCurrent ? 'location' : undefined}
        onFocus={onFocus}
        onClick={onGo}
      >
        {icon && <Icon of={icon} size="text" points={kind === 'pull-quote'} />}
        {icon && text && <span className="visually-hidden">{t(names[kind])}: </span>}
        <bdi className="outline-words" dir={text ? direction : undefined}>
          {text ? <Isolated text={text} base={direction} /> : t(names[kind])}
        </bdi>
      </button>
    </li>
  )
}

/** Read when the pane comes, and when typing rests; the same list as long as it says the same. */
function useLandmarks(story: StoryEditor | null): readonly Landmark[] {
  const [shown, setShown] = useState<readonly Landmark[]>([])
  useEffect(() => {
    if (!story) return undefined
    const landmarks = new Landmarks()
    let timer: number | undefined
    const read = () => {
      const now = landmarks.inStory(story.view.state.doc, story.base())
      setShown((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
    }
    read()
    const stop = story.onEdit(() => {
      window.clearTimeout(timer)
      timer = window.setTimeout(read, settleMs)
    })
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [story])
  return shown
}

/** The landmark that the caret stands at or under: an index in the list, -1 above the first. */
function useCurrent(landmarks: readonly Landmark[], onPlace: OutlinePaneProps['onPlace']): number {
  const [block, setBlock] = useState(0)
  useEffect(() => onPlace((place) => setBlock(place.block)), [onPlace])
  const exact = landmarks.findIndex(({ place }) => place === block)
  return exact >= 0
    ? exact
    : landmarks.findLastIndex(({ place, kind }) => kind === 'heading' && place <= block)
}
