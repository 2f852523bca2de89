import { readFileSync } from 'node:fs'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'
import { writeWhole } from '../node/write-whole.ts'

const pixels = z.number().int().min(-100_000).max(100_000)
const state = z.object({
  x: pixels,
  y: pixels,
  width: pixels,
  height: pixels,
  isMaximised: z.boolean(),
})
export type WindowState = z.infer<typeof state>

/** Below this the page folds into one column and stays usable (design README, "Measures"). */
export const leastSize = { minWidth: 640, minHeight: 480 }
const usualSize = { width: 1280, height: 860 }
/** So much of the title bar must be on a display that it can be caught with the pointer, in pixels. */
const grip = { width: 120, height: 24 }

/** What a window is opened with: where it was, where that can still be seen; else in the middle of the first display. */
export function recallWindow(file: string): { bounds: Partial<Rectangle>; isMaximised: boolean } {
  const kept = readState(file)
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const first = screen.getPrimaryDisplay().workArea
  const size = fitted({ ...usualSize, ...(kept && { width: kept.width, height: kept.height }) }, first)
  if (!kept) return { bounds: size, isMaximised: false }
  const isSeen = areas.some((area) => isReachable(kept, area))
  return {
    bounds: isSeen ? { x: kept.x, y: kept.y, width: kept.width, height: kept.height } : size,
    isMaximised: kept.isMaximised,
  }
}

function readState(file: string): WindowState | undefined {
  try {
    const read = state.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    const isLarge =
      read.data && read.data.width >= leastSize.minWidth && read.data.height >= leastSize.minHeight
    return isLarge ? read.data : undefined
  } catch {
    return undefined
  }
}

const fitted = ({ width, height }: { width: number; height: number }, area: Rectangle) => ({
  width: Math.max(leastSize.minWidth, Math.min(width, area.width)),
  height: Math.max(leastSize.minHeight, Math.min(height, area.height)),
})

function isReachable({ x, y, width }: WindowState, area: Rectangle): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return across >= grip.width && y >= area.y && y <= area.y + area.height - grip.height
}

const restMs = 500

/**
 * Keeps size and place in a file while they change, and once more when the window is put away; a failure costs only
 * that. Answers how to wait for the disk.
 */
export function keepWindow(window: BrowserWindow, file: string): () => Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const write = (): void => {
    clearTimeout(timer)
    const { x, y, width, height } = window.getNormalBounds()
    const kept: WindowState = { x, y, width, height, isMaximised: window.isMaximized() }
    writing = writing.then(() => writeWhole(file, JSON.stringify(kept)).then(noMatter, noMatter))
  }
  let writing: Promise<unknown> = Promise.resolve()
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(write, restMs)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('hide', write)
  window.on('closed', () => clearTimeout(timer))
  return () => writing
}

const noMatter = (): void => undefined
