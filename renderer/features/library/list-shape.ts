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

/** The narrowest list that has room for columns, in rem. */
const columnsRem = 48

/** Beside the page there is no room for columns, nor in a narrow window. */
export const rowLook = ({ look, isWide }: Looks, { width }: Pick<Sight, 'width'>, remPx: number): RowLook =>
  look === 'cards' ? 'cards' : isWide && width >= columnsRem * remPx ? 'columns' : 'lines'

/** The measures of a list, in CSS pixels; `remPx`: how many a rem has. */
export function shapeOf(
  looks: Looks,
  sight: Pick<Sight, 'width'>,
  remPx: number,
): Pick<ListShape, 'perLine' | 'lineHeight' | 'headHeight'> {
  const { look, rows, isWide } = looks
  const isGrid = isWide && look === 'cards'
  const rem = isGrid ? wideCardRem.block : lineRem[rowLook(looks, sight, remPx)][rows]
  return {
    perLine: isGrid ? Math.max(1, Math.floor(sight.width / (wideCardRem.inline * remPx))) : 1,
    lineHeight: rem * remPx,
    headHeight: headRem * remPx,
  }
}
