import {
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type KeyboardEvent,
} from 'react'
import { useDesk } from '../../desk/desk-context.tsx'
import { useWords } from '../../ui/words.tsx'
import { ArticleRow } from './article-row.tsx'
import { DayHead } from './day-head.tsx'
import { listKeyOf } from './list-keys.ts'
import { ListPlaces, type Drawn } from './list-places.ts'
import { rowLook, shapeOf, type Looks } from './list-shape.ts'
import { Nothing } from './nothing.tsx'
import type { Shelf } from './shelf.ts'
import { Thumbs } from './thumbs.ts'
import { useListFocus } from './use-list-focus.ts'
import { useChoosing } from './use-choosing.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { useSight } from './use-sight.ts'
import { useStable } from './use-stable.ts'

interface ArticleListProps extends Looks {
  shelf: Shelf
  currentId: string | null
  onOpen: (id: string) => void
  /** One of them, or all that are chosen. */
  onDelete: (ids: readonly string[]) => void
  onFailed: (error: unknown) => void
}

/** So many lines beyond what is in sight. */
const linesBeyond = 4

/** The articles of a view, each under its day, or the hits of a search with their words. Only what is in sight is drawn. */
export function ArticleList(props: ArticleListProps) {
  const { shelf, currentId } = props
  const { t, direction } = useWords()
  const desk = useDesk()
  const [thumbs] = useState(() => new Thumbs(desk))
  const state = useSyncExternalStore(shelf.subscribe, shelf.state)
  const { selection } = shelf
  const picked = useSyncExternalStore(selection.subscribe, selection.state)
  const scroller = useRef<HTMLDivElement>(null)
  const { sight, look } = useSight(scroller)
  const isPlaced = state.hits === null
  const count = shelf.count()
  const remPx = useRemPx()
  const drawnLook = isPlaced
    ? rowLook(props, sight, remPx)
    : props.look === 'cards' && !props.isWide
      ? 'cards'
      : 'lines'
  const shape = shapeOf(props, sight, remPx)
  const { perLine, lineHeight, headHeight } = shape
  const places = useMemo(
    () => new ListPlaces({ count, days: state.days, perLine, lineHeight, headHeight }),
    [count, state.days, perLine, lineHeight, headHeight],
  )
  const drawn = isPlaced ? inSight(places, sight, lineHeight) : allOf(count)
  const focus = useListFocus({ shelf, scroller, places, lineHeight, headHeight, isPlaced })
  const { active } = focus
  useWanted(shelf, drawn)
  useKeptPlace({ shelf, scroller, places, list: state.list })

  const choosing = useChoosing({ ...props, active, goTo: focus.goTo })
  const onPress = useStable(choosing.press)
  const onPick = useStable(choosing.pickAt)
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).dataset.index === undefined) return
    const linesInSight = Math.floor(sight.height / lineHeight)
    const where = { index: active, count, perLine: isPlaced ? perLine : 1, linesInSight, direction }
    const key = listKeyOf(event, where)
    if (!key || !choosing.obey(key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const isDrawn = drawn.pieces.some((piece) => 'index' in piece && piece.index === active)
  const tabStop = isDrawn || focus.hasFocus ? active : firstIn(drawn)
  const row = (index: number, away?: number) => {
    const known = shelf.rowAt(index)
    return (
      <ArticleRow
        key={known?.id ?? `at ${index}`}
        row={known}
        hit={state.hits?.[index]}
        index={index}
        count={count}
        look={drawnLook}
        isUnderDay={isPlaced && state.days !== null}
        isCurrent={known !== undefined && known.id === currentId}
        isTabStop={index === tabStop}
        isPicking={picked.isPicking}
        isPicked={known !== undefined && picked.ids.has(known.id)}
        away={away}
        thumbs={thumbs}
        onPress={onPress}
        onPick={onPick}
      />
    )
  }
  const room = {
    '--line-height': isPlaced ? `${lineHeight}px` : 'auto',
    '--per-line': isPlaced ? perLine : 1,
    paddingBlock: `${drawn.before}px ${drawn.after}px`,
  } as CSSProperties
  return (
    <div
      className="list scroll"
      ref={scroller}
      onScroll={look}
      onKeyDown={onKeyDown}
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
      role="presentation"
    >
      <p className="waiting" role="status">
        {state.isWaiting && t('library.reading')}
      </p>
      {state.isRead && count === 0 && <Nothing shelf={shelf} state={state} />}
      <ul
        aria-label={t('library.articles')}
        data-look={drawnLook}
        data-placed={isPlaced || undefined}
        data-picking={picked.isPicking || undefined}
        style={room}
      >
        {drawn.pieces.map((piece) =>
          'day' in piece ? <DayHead key={piece.day} day={piece.day} /> : row(piece.index),
        )}
        {focus.hasFocus && !isDrawn && count > 0 && row(active, places.topOf(active))}
      </ul>
    </div>
  )
}

function inSight(
  places: ListPlaces,
  { top, height }: { top: number; height: number },
  lineHeight: number,
): Drawn {
  const beyond = linesBeyond * lineHeight
  return places.between(top - beyond, top + height + beyond)
}

const allOf = (count: number): Drawn => ({
  before: 0,
  after: 0,
  pieces: Array.from({ length: count }, (_, index) => ({ index })),
})

function firstIn({ pieces }: Drawn): number {
  const first = pieces.find((piece) => 'index' in piece)
  return first && 'index' in first ? first.index : 0
}

/** The rows that are drawn are asked for. */
function useWanted(shelf: Shelf, { pieces }: Drawn): void {
  const indexes = pieces.flatMap((piece) => ('index' in piece ? [piece.index] : []))
  const [first = 0, last = 0] = [indexes[0], indexes.at(-1)]
  useEffect(() => shelf.want(first, last), [shelf, first, last])
}

/** How many CSS pixels a rem has: what its user has set in the browser. */
function useRemPx(): number {
  return useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16, [])
}
