import type { Block, BulletList, OrderedList } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import type { Level } from './numbering.ts'
import { stored, type Place } from './place.ts'

interface Open {
  list: BulletList | OrderedList
  definition: string
  level: number
  direction: Direction
}
export interface Item {
  number: string
  /** From 0. */
  level: number
  format: Level
}

/** The lists that the next paragraph may belong to, the outermost first. */
export class OpenLists {
  readonly #place: Place
  readonly #push: (block: Block) => void
  #open: Open[] = []

  constructor(place: Place, push: (block: Block) => void) {
    this.#place = place
    this.#push = push
  }

  close(): void {
    this.#open = []
  }

  /** Adds an item. `build` makes its first block for the direction that the list has. */
  item(
    { number, level, format }: Item,
    direction: Direction | undefined,
    build: (around: Direction) => Block,
  ): void {
    const count = this.#place.reading.count(number, level, format)
    while (this.#open.length > 0 && !this.#isHolder(level, format, count.isNew)) this.#open.pop()
    const last = this.#open.at(-1)
    const isSame = last?.level === level
    const into = isSame ? last : this.#begin(level, format, direction, count.number)
    into.list.content.push({ type: 'listItem', content: [build(into.direction)] })
  }

  /** Whether the innermost list takes the item, or a deeper list that begins with it. */
  #isHolder(level: number, { definition, isOrdered }: Level, isNew: boolean): boolean {
    const last = this.#open.at(-1)
    if (!last || last.level > level) return false
    if (last.level < level) return true
    return !isNew && last.definition === definition && (last.list.type === 'orderedList') === isOrdered
  }

  #begin(level: number, format: Level, direction: Direction | undefined, count: number): Open {
    const holder = this.#open.at(-1)
    const around = holder?.direction ?? this.#place.direction
    const own =
      this.#place.reading.isOwn && format.rtl !== undefined ? (format.rtl ? 'rtl' : 'ltr') : direction
    const dir = stored(own, around).attrs
    const start = format.isOrdered && count !== 1 ? { start: count } : {}
    const attrs = { ...start, ...dir }
    const list: Open['list'] = {
      type: format.isOrdered ? 'orderedList' : 'bulletList',
      ...(Object.keys(attrs).length > 0 && { attrs }),
      content: [],
    }
    const item = holder?.list.content.at(-1)
    if (item) item.content.push(list)
    else this.#push(list)
    const open = { list, definition: format.definition, level, direction: own ?? around }
    this.#open.push(open)
    return open
  }

  /** Adds a block to the item that came last; false where no list is open. */
  goOn(build: (around: Direction) => Block): boolean {
    const last = this.#open.at(-1)
    last?.list.content.at(-1)?.content.push(build(last.direction))
    return last !== undefined
  }

  /** The direction in the list of this level, as our own files count levels. */
  directionAt = (level: number): Direction => this.#open[level]?.direction ?? this.#place.direction

  /** Adds blocks to the last item of the list of this level; false where there is none. */
  more(level: number, blocks: readonly Block[]): boolean {
    const item = this.#open[level]?.list.content.at(-1)
    if (!item) return false
    this.#open.length = level + 1
    item.content.push(...blocks)
    return true
  }
}
