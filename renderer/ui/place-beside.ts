import type { Direction } from '../../core/model/language-code.ts'

/** A stretch of the window, in pixels from its left and top. */
export interface Stretch {
  left: number
  right: number
  top: number
  bottom: number
}
interface Beside {
  /** What it stands beside, and never covers. */
  stretch: Stretch
  box: { width: number; height: number }
  /** What it may stand in. */
  room: Stretch
  /** Its start stands at the start of the stretch, in this direction; 'middle': over its middle. */
  align: Direction | 'middle'
  /** Where there is room on both sides. */
  side: 'over' | 'under'
}

const gapPx = 6
const edgePx = 8

/** Where a box stands beside a line of text: over or under it, within its room; null where it would cover the line. */
export function placeBeside({ stretch, box, room, align, side }: Beside): { x: number; y: number } | null {
  const over = stretch.top - gapPx - box.height
  const under = stretch.bottom + gapPx
  const fits = {
    over: over >= room.top + edgePx && over <= room.bottom - box.height,
    under: under + box.height <= room.bottom - edgePx && under >= room.top,
  }
  const other = side === 'over' ? 'under' : 'over'
  const chosen = fits[side] ? side : fits[other] ? other : null
  if (chosen === null) return null
  const wanted = {
    ltr: stretch.left,
    rtl: stretch.right - box.width,
    middle: (stretch.left + stretch.right - box.width) / 2,
  }[align]
  const last = Math.max(room.left + edgePx, room.right - box.width - edgePx)
  return {
    x: Math.min(last, Math.max(room.left + edgePx, wanted)),
    y: chosen === 'over' ? over : under,
  }
}
