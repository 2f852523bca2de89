import type { Direction } from '../../../core/model/language-code.ts'

export interface Size {
  width: number
  height: number
}
/** Pixels from the window's left and top, as the browser measures. */
export interface Box extends Size {
  x: number
  y: number
}
/** Pixels from the window's edges along the line and across it. */
export interface Spot {
  inlineStart: number
  blockStart: number
}

const gapPx = 12
const edgePx = 8
/** Without an anchor the hint stands clear of the foot of the page. */
const footPx = 56

/**
 * Where a hint stands: below what it is about, above it, after it along the line, before it; where none of these has
 * room, or nothing is there to stand by, in the middle of the foot. Never outside the window.
 */
export function placeHint(anchor: Box | null, hint: Size, around: Size, direction: Direction): Spot {
  const lastInline = Math.max(edgePx, around.width - hint.width - edgePx)
  const lastBlock = Math.max(edgePx, around.height - hint.height - edgePx)
  const foot = {
    inlineStart: between(edgePx, (around.width - hint.width) / 2, lastInline),
    blockStart: between(edgePx, lastBlock - footPx, lastBlock),
  }
  if (!anchor) return foot
  const start = direction === 'rtl' ? around.width - anchor.x - anchor.width : anchor.x
  const beside = between(edgePx, anchor.y, lastBlock)
  const along = between(edgePx, start, lastInline)
  const spots: readonly Spot[] = [
    { inlineStart: along, blockStart: anchor.y + anchor.height + gapPx },
    { inlineStart: along, blockStart: anchor.y - gapPx - hint.height },
    { inlineStart: start + anchor.width + gapPx, blockStart: beside },
    { inlineStart: start - gapPx - hint.width, blockStart: beside },
  ]
  const hasRoom = ({ inlineStart, blockStart }: Spot) =>
    inlineStart >= edgePx && inlineStart <= lastInline && blockStart >= edgePx && blockStart <= lastBlock
  return spots.find(hasRoom) ?? foot
}

const between = (least: number, wanted: number, most: number) => Math.min(most, Math.max(least, wanted))
