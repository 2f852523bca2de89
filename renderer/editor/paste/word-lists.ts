const ordered = /^\s*(?:[0-9٠-٩۰-۹]+|[a-z]|[ivx]+|[أ-ي])[.)-]/iu

/** The level of a paragraph that Word meant as a list item (1 is outermost); null where it is none. */
function levelOf(paragraph: Element): number | null {
  const found = /mso-list:\s*l\d+\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '')
  return found ? Number(found[1]) : null
}

/** Takes the printed bullet or number out of a Word list item; true when it was a number. */
function takeMarker(paragraph: Element): boolean {
  const marker = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  const isOrdered = ordered.test(marker?.textContent ?? '')
  marker?.remove()
  return isOrdered
}

/** The directions that items state, if they all state the same one. */
function sharedDirection(paragraphs: readonly Element[]): string | null {
  const first = paragraphs[0]?.getAttribute('dir') ?? null
  return paragraphs.every((paragraph) => paragraph.getAttribute('dir') === first) ? first : null
}

/** Builds one list of a run of Word's list paragraphs, deeper levels inside the item before them. */
function listOf(run: readonly Element[]): Element | null {
  const [first] = run
  if (!first) return null
  const { ownerDocument } = first
  const stack: { level: number; list: Element }[] = []
  let outermost: Element | null = null
  for (const paragraph of run) {
    const level = levelOf(paragraph) ?? 1
    const list = ownerDocument.createElement(takeMarker(paragraph) ? 'ol' : 'ul')
    while (stack.length > 1 && (stack.at(-1)?.level ?? 0) > level) stack.pop()
    const top = stack.at(-1)
    if (!top || top.level < level) {
      if (top) (top.list.lastElementChild ?? top.list).append(list)
      else outermost = list
      stack.push({ level, list })
    }
    const item = ownerDocument.createElement('li')
    item.append(...paragraph.childNodes)
    stack.at(-1)?.list.append(item)
  }
  return outermost
}

/** Makes lists of the paragraphs that Word writes with a bullet or number of its own (`mso-list`). */
export function wordLists(root: Element): void {
  const isNext = (one: Element, other: Element): boolean => one.nextElementSibling === other
  const runs: Element[][] = []
  for (const paragraph of root.querySelectorAll('p')) {
    if (levelOf(paragraph) === null) continue
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && isNext(last, paragraph)) run.push(paragraph)
    else runs.push([paragraph])
  }
  for (const run of runs) {
    const dir = sharedDirection(run)
    const list = listOf(run)
    if (!list) continue
    if (dir) list.setAttribute('dir', dir)
    run[0]?.before(list)
    for (const paragraph of run) paragraph.remove()
  }
}
