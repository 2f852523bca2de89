/** Where the focus goes when a pane is entered by its key: the first of these that is there. */
const starts: Readonly<Record<string, readonly string[]>> = {
  library: ['.row[aria-current=true]', '.row', 'input[type=search]', 'button'],
  page: ['.story-text', 'button'],
  inspector: ['[aria-pressed=true]', 'button'],
  tour: ['.next'],
  toast: ['button'],
  paste: ['button'],
}

/** Moves the focus to the next or the previous pane that is on screen, round and round. */
export function goToPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) =>
    pane.checkVisibility({ visibilityProperty: true }),
  )
  // The innermost: the bar of a paste stands on the page.
  const at = panes.findLastIndex((pane) => pane.contains(document.activeElement))
  const first = step === 1 ? 0 : panes.length - 1
  const pane = panes[at === -1 ? first : (at + step + panes.length) % panes.length]
  for (const selector of starts[pane?.dataset.pane ?? ''] ?? []) {
    const target = pane?.querySelector<HTMLElement>(selector)
    if (target) return target.focus()
  }
}

/** Moves the focus to the headline on the page. */
export function goToHeadline(): void {
  document.querySelector<HTMLElement>('[data-pane=page] .head')?.focus()
}

const outlineFrames = 60

/** Moves the focus into the outline, once it is drawn; to the place where the caret is. */
export function focusOutline(frames = outlineFrames): void {
  const line = document.querySelector<HTMLElement>('.outline [tabindex="0"], .outline-none')
  if (line) line.focus()
  else if (frames > 0) requestAnimationFrame(() => focusOutline(frames - 1))
}
