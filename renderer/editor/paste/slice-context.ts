const openers = [
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'pullQuote',
  'gallery',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'note',
  'factBox',
  'questions',
  'questionAnswer',
  'answer',
  'timeline',
  'timelineEntry',
]

/**
 * ProseMirror rebuilds the nodes around a copied piece from `data-pm-slice` without asking the schema. A page can
 * write that attribute too, so only known names pass, and their attributes do not.
 */
export function checkSliceContext(root: Element): void {
  for (const element of root.querySelectorAll('[data-pm-slice]')) {
    const found = /^(\d{1,2}) (\d{1,2})( -\d{1,2})? (\[.*\])$/.exec(
      element.getAttribute('data-pm-slice') ?? '',
    )
    element.removeAttribute('data-pm-slice')
    if (!found) continue
    let context: unknown
    try {
      context = JSON.parse(found[4] ?? '')
    } catch {
      continue
    }
    if (!Array.isArray(context)) continue
    const names = context.filter((_name, index) => index % 2 === 0)
    if (!names.every((name) => typeof name === 'string' && openers.includes(name))) continue
    const bare = names.flatMap((name: unknown) => [name, null])
    element.setAttribute('data-pm-slice', `${found[1]} ${found[2]}${found[3] ?? ''} ${JSON.stringify(bare)}`)
  }
}
