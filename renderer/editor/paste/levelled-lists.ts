import { buildLists, type LooseItem } from './build-lists.ts'

const isList = (node: Node | null): node is Element =>
  node instanceof Element && /^(?:ul|ol)$/.test(node.localName)

/** The level that an item says it has (Word for the web, Google Docs), 1 outermost. */
function statedLevel(item: Element): number | null {
  const stated = item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level')
  const kix = /\blst-kix_\S+-(\d)\b/.exec(item.parentElement?.className ?? '')
  const level = stated ? Number.parseInt(stated, 10) : kix ? Number(kix[1]) + 1 : Number.NaN
  return level >= 1 && level <= 20 ? level : null
}

/** The items of a list and of the lists in it, in order. */
function itemsOf(list: Element, depth: number, found: LooseItem[]): void {
  const isOrdered = list.localName === 'ol'
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10)
  let isFirst = true
  for (const child of list.children) {
    if (isList(child)) itemsOf(child, depth + 1, found)
    if (child.localName !== 'li') continue
    const inner = [...child.children].filter(isList)
    for (const each of inner) each.remove()
    found.push({
      level: statedLevel(child) ?? depth,
      isOrdered,
      value: isOrdered && isFirst && start >= 0 ? start : null,
      dir: child.getAttribute('dir') ?? list.getAttribute('dir'),
      nodes: [...child.childNodes],
    })
    isFirst = false
    for (const each of inner) itemsOf(each, depth + 1, found)
  }
}

/** The next list after one, with nothing but white space between. */
function followingList(list: Element): Element | null {
  let next = list.nextSibling
  while (next && next.nodeType === Node.TEXT_NODE && !next.textContent?.trim()) next = next.nextSibling
  return isList(next) ? next : null
}

/**
 * Puts lists in order whose items say their level instead of standing inside one another: Word for the web writes a
 * list for each item, Google Docs a list beside the item that it belongs to. Answers how many lists there are then.
 */
export function levelledLists(root: Element): number {
  for (const wrapper of root.querySelectorAll('.ListContainerWrapper'))
    wrapper.replaceWith(...wrapper.childNodes)
  let count = 0
  const done = new Set<Element>()
  for (const first of root.querySelectorAll('ul, ol')) {
    if (done.has(first) || first.parentElement?.closest('ul, ol, li')) continue
    const run: Element[] = [first]
    if (first.querySelector('[data-aria-level], [aria-level]') || /lst-kix/.test(first.className))
      for (let next = followingList(first); next; next = followingList(next)) run.push(next)
    for (const list of run) {
      done.add(list)
      for (const inner of list.querySelectorAll('ul, ol')) done.add(inner)
    }
    count += settle(run, root.ownerDocument)
  }
  return count
}

function settle(run: readonly Element[], document: Document): number {
  const [first] = run
  const isInDisorder = run.length > 1 || first?.querySelector('ul > ul, ul > ol, ol > ul, ol > ol')
  if (!first || !isInDisorder) return 1
  const items: LooseItem[] = []
  for (const list of run) itemsOf(list, 1, items)
  const lists = buildLists(items, document)
  first.before(...lists)
  for (const list of run) list.remove()
  return lists.length
}
