import { cleanText } from '../../../core/language/clean-text.ts'
import { isInsideWord } from '../isolation.ts'
import { unwrap } from './styles-to-marks.ts'

/** Cleans the text of a node; runs between isolate characters become bdi, whole words only. */
function cleanTextNode(node: Text): number {
  const { text, removed, isolates } = cleanText(node.data)
  if (text === node.data && isolates.length === 0) return 0
  const parts: (string | Element)[] = []
  let done = 0
  for (const { from, to, dir } of isolates) {
    if (isInsideWord(text, from) || isInsideWord(text, to)) continue
    const bdi = node.ownerDocument.createElement('bdi')
    bdi.textContent = text.slice(from, to)
    if (dir) bdi.setAttribute('dir', dir)
    parts.push(text.slice(done, from), bdi)
    done = to
  }
  node.replaceWith(...parts, text.slice(done))
  return removed
}

/** Takes hidden characters out of all text, and writes what stood between isolates as bdi. Answers how many went. */
export function cleanTexts(root: Element): number {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  let removed = 0
  for (const node of nodes) removed += cleanTextNode(node)
  return removed
}

/** Bdi only where it does not cut a word in two. */
export function checkIsolates(root: Element): void {
  for (const bdi of root.querySelectorAll('bdi')) {
    const before = bdi.previousSibling?.textContent ?? ''
    const after = bdi.nextSibling?.textContent ?? ''
    const inside = bdi.textContent ?? ''
    const isCut = isInsideWord(before + inside, before.length) || isInsideWord(inside + after, inside.length)
    if (isCut || inside.trim() === '') unwrap(bdi)
  }
}
