import { readMarker, valueAmong, type ListMarker } from '../../../core/recognise/list-marker.ts'
import { buildLists, type LooseItem } from './build-lists.ts'

/** A paragraph that Word meant as a list item. */
interface WordItem {
  paragraph: Element
  /** Which list, as Word counts: list and override, `l0 lfo1`. */
  list: string
  level: number
  marker: ListMarker
}

/** mso-list: l0 level1 lfo1 (Microsoft Office HTML and XML Reference). */
const listStyle = /mso-list:\s*(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/i

function wordItem(paragraph: Element): WordItem | null {
  const [, list = '', level = '1', override = ''] =
    listStyle.exec(paragraph.getAttribute('style') ?? '') ?? []
  if (!list) return null
  return { paragraph, list: `${list} ${override}`, level: Number(level), marker: takeMarker(paragraph) }
}

/** Takes the printed bullet or number out of a Word list item. */
function takeMarker(paragraph: Element): ListMarker {
  const printed = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  const marker = readMarker(printed?.textContent ?? '')
  printed?.remove()
  return marker
}

/** How far each level of each list has counted, over the paragraphs that stand between its items. */
class Counters {
  readonly #last = new Map<string, number[]>()

  /** The number of an item, which the ones before and after it tell where its marker can be read in two ways. */
  count({ list, level, marker }: WordItem, following: readonly WordItem[]): number | null {
    const counted = this.#last.get(list) ?? []
    this.#last.set(list, counted)
    counted.length = level
    if (!marker.isOrdered) return null
    const end = following.findIndex((item) => item.list !== list || item.level < level)
    const next = following.slice(0, end === -1 ? undefined : end).find((item) => item.level === level)
    const value = valueAmong(marker, counted[level - 1] ?? null, next?.marker)
    if (value !== null) counted[level - 1] = value
    return value
  }
}

/**
 * Makes lists of the paragraphs that Word writes with a bullet or number of its own (`mso-list`): every level, the
 * numbers they start with, and the count going on after a paragraph between.
 */
export function wordLists(root: Element): void {
  const runs: WordItem[][] = []
  for (const paragraph of root.querySelectorAll('p[style*="mso-list"], div[style*="mso-list"]')) {
    const item = wordItem(paragraph)
    if (!item) continue
    const run = runs.at(-1)
    if (run?.at(-1)?.paragraph.nextElementSibling === paragraph) run.push(item)
    else runs.push([item])
  }
  const counters = new Counters()
  for (const run of runs) {
    const items = run.map((item, at): LooseItem => {
      const { paragraph, level, marker } = item
      return {
        level,
        isOrdered: marker.isOrdered,
        value: counters.count(item, run.slice(at + 1, at + 50)),
        dir: paragraph.getAttribute('dir'),
        nodes: [...paragraph.childNodes],
      }
    })
    run[0]?.paragraph.before(...buildLists(items, root.ownerDocument))
    for (const { paragraph } of run) paragraph.remove()
  }
}
