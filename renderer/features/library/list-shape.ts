import type { Settings } from '../../../core/model/settings.ts'
import type { RowLook } from './article-row.tsx'
import type { ListShape } from './list-places.ts'
import type { Sight } from './use-sight.ts'

/** What decides how high a row is. */
export interface Looks {
  look: Settings['listLook']
  rows: Settings['rows']
  isWide: boolean
}

/** In rem; library.css draws rows as high as this says. */
const lineRem: Record<RowLook, Record<Settings['rows'], number>> = {
  lines: { comfortable: 5.25, compact: 3.5 },
  columns: { comfortable: 2.75, compact: 2.25 },
  cards: { comfortable: 5.25, compact: 4 },
}
const wideCardRem = { block: 16.5, inline: 15 }
const headRem = 2.125

/** Beside the page there is no room for columns. */
export const rowLook = ({ look, isWide }: Looks): RowLook =>
  look === 'cards' ? 'cards' : isWide ? 'columns' : 'lines'

/** The measures of a list, in CSS pixels; `remPx`: how many a rem has. */
export function shapeOf(
  { look, rows, isWide }: Looks,
  { width }: Sight,
  remPx: number,
): Pick<ListShape, 'perLine' | 'lineHeight' | 'headHeight'> {
  const isGrid = isWide && look === 'cards'
  const rem = isGrid ? wideCardRem.block : lineRem[rowLook({ look, rows, isWide })][rows]
  return {
    perLine: isGrid ? Math.max(1, Math.floor(width / (wideCardRem.inline * remPx))) : 1,
    lineHeight: rem * remPx,
    headHeight: headRem * remPx,
  }
}
