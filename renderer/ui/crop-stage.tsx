import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import {
  draggedCrop,
  movedCrop,
  movedFocal,
  resizedCrop,
  type Corner,
  type Crop,
  type FocalPoint,
} from '../../core/model/crop.ts'
import { useWords } from './words.tsx'

interface CropStageProps {
  url: string
  crop: Crop
  focal: FocalPoint | null
  /** Width by height that the crop keeps, null for none, and that of the picture. */
  shape: { ratio: number | null; picture: number }
  /** The crop and the point in words, said when they change. */
  values: string
  focalValues: string
  onCrop: (crop: Crop) => void
  onFocal: (focal: FocalPoint | null) => void
  onSize: (size: { width: number; height: number }) => void
}

/** Of the picture's width or height; ten times that with Ctrl. */
const step = 0.01
const directions: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
function stepOf(event: KeyboardEvent): readonly [number, number] | null {
  const along = directions[event.key]
  const length = event.ctrlKey || event.metaKey ? step * 10 : step
  return along ? [along[0] * length, along[1] * length] : null
}

const corners: readonly (Corner & { name: string })[] = [
  { name: 'nw', isRight: false, isBottom: false },
  { name: 'ne', isRight: true, isBottom: false },
  { name: 'sw', isRight: false, isBottom: true },
  { name: 'se', isRight: true, isBottom: true },
]

/** Follows a pointer from where it went down; `onMove` hears where it is, in fractions of the stage. */
function usePointer() {
  const stage = useRef<HTMLDivElement>(null)
  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): FocalPoint => {
    const box = stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
  }
  const follow = (event: PointerEvent<HTMLElement>, onMove: (to: FocalPoint, from: FocalPoint) => void) => {
    if (event.button !== 0) return
    event.stopPropagation()
    const from = pointOf(event)
    const { currentTarget, pointerId } = event
    const move = (moved: globalThis.PointerEvent) => onMove(pointOf(moved), from)
    currentTarget.setPointerCapture(pointerId)
    currentTarget.addEventListener('pointermove', move)
    currentTarget.addEventListener(
      'lostpointercapture',
      () => currentTarget.removeEventListener('pointermove', move),
      { once: true },
    )
  }
  return { stage, follow }
}

/** The picture with its crop and focal point over it. It is never mirrored: its left is the picture's left. */
export function CropStage({ url, crop, focal, shape, onCrop, onFocal, onSize, ...said }: CropStageProps) {
  const { t } = useWords()
  const { stage, follow } = usePointer()
  const onKeyDown = (event: KeyboardEvent) => {
    const by = stepOf(event)
    if (!by) return
    event.preventDefault()
    onCrop(event.shiftKey ? resizedCrop(crop, ...by, shape) : movedCrop(crop, ...by))
  }
  const onFocalKeyDown = (event: KeyboardEvent) => {
    const by = stepOf(event)
    const isGone = event.key === 'Delete' || event.key === 'Backspace'
    if (!focal || (!by && !isGone)) return
    event.preventDefault()
    onFocal(by ? movedFocal(focal, ...by) : null)
  }
  const percent = (part: number) => `${part * 100}%`
  return (
    <div className="crop-stage" dir="ltr">
      <div className="crop-picture" ref={stage}>
        <img
          src={url}
          alt=""
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            onSize({ width: naturalWidth, height: naturalHeight })
          }
        />
        <div
          className="crop-box"
          role="slider"
          tabIndex={0}
          aria-label={t('crop.box')}
          aria-describedby="crop-help"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(crop.x * 100)}
          aria-valuetext={said.values}
          style={{
            insetInlineStart: percent(crop.x),
            insetBlockStart: percent(crop.y),
            inlineSize: percent(crop.width),
            blockSize: percent(crop.height),
          }}
          onKeyDown={onKeyDown}
          onPointerDown={(event) =>
            follow(event, (to, from) => onCrop(movedCrop(crop, to.x - from.x, to.y - from.y)))
          }
        >
          {corners.map(({ name, ...corner }) => (
            <span
              key={name}
              className={`crop-corner ${name}`}
              onPointerDown={(event) => follow(event, (to) => onCrop(draggedCrop(crop, corner, to, shape)))}
            />
          ))}
        </div>
        {focal && (
          <div
            className="crop-focal"
            role="slider"
            tabIndex={0}
            aria-label={t('crop.focal')}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(focal.x * 100)}
            aria-valuetext={said.focalValues}
            style={{ insetInlineStart: percent(focal.x), insetBlockStart: percent(focal.y) }}
            onKeyDown={onFocalKeyDown}
            onPointerDown={(event) =>
              follow(event, (to, from) => onFocal(movedFocal(focal, to.x - from.x, to.y - from.y)))
            }
          />
        )}
      </div>
    </div>
  )
}
