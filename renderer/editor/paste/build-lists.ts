/** An item before it stands in a list. */
export interface LooseItem {
  /** 1 is outermost. */
  level: number
  isOrdered: boolean
  /** Its number; null where it goes on counting, and for a bullet. */
  value: number | null
  dir: string | null
  nodes: Node[]
}
interface Open {
  level: number
  list: Element
  isOrdered: boolean
  next: number
}

/** Lists in lists from items with levels: one that goes on counting stays one list, another kind or number begins anew. */
export function buildLists(items: readonly LooseItem[], document: Document): Element[] {
  const lists: Element[] = []
  const open: Open[] = []
  for (const item of items) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    const top = open.at(-1)
    if (top?.level === item.level && !goesOn(top, item)) open.pop()
    if (open.at(-1)?.level !== item.level) {
      const list = startList(item, document)
      const outer = open.at(-1)?.list.lastElementChild
      if (outer) outer.append(list)
      else lists.push(list)
      open.push({ level: item.level, list, isOrdered: item.isOrdered, next: item.value ?? 1 })
    }
    const current = open.at(-1)
    if (!current) continue
    const element = document.createElement('li')
    element.append(...item.nodes)
    current.list.append(element)
    current.next = (item.value ?? current.next) + 1
  }
  return lists
}

const goesOn = (open: Open, item: LooseItem): boolean =>
  open.isOrdered === item.isOrdered && (item.value === null || item.value === open.next)

function startList({ isOrdered, value, dir }: LooseItem, document: Document): Element {
  const list = document.createElement(isOrdered ? 'ol' : 'ul')
  if (isOrdered && value !== null && value !== 1) list.setAttribute('start', String(value))
  if (dir) list.setAttribute('dir', dir)
  return list
}
