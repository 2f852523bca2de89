import { isolates } from '../../core/language/isolate.ts'
import type { Direction } from '../../core/model/language-code.ts'
import { isInsideWord } from './isolation.ts'

let drawn = 0

/**
 * Draws the words of a plain field over it while nobody writes in it, each run in the order that the page will have: within a
 * field a browser isolates nothing, and a score of 3-2 stands behind Arabic letters as 2-3 (rtl.md 1.7). Nothing is drawn over
 * words that need none. Answers what is to be called once the words were changed from outside the field.
 */
export function drawAtRest(field: HTMLTextAreaElement): () => void {
  const over = document.createElement('span')
  over.ariaHidden = 'true'
  let shown = ''
  const hide = (): void => {
    shown = ''
    over.remove()
    delete field.dataset.atRest
  }
  const show = (): void => {
    if (field === document.activeElement) return
    // Made, but not on the page yet.
    if (!field.isConnected) return void requestAnimationFrame(() => field.isConnected && show())
    const base = directionOf(field)
    const says = `${base} ${field.value}`
    if (says === shown) return
    hide()
    shown = says
    const parts = partsOf(field.value, base)
    if (!parts) return
    over.replaceChildren(...parts)
    if (!over.className) bind(field, over)
    field.parentNode?.append(over)
    field.dataset.atRest = ''
  }
  field.addEventListener('focus', hide)
  field.addEventListener('blur', show)
  return show
}

/** The one lies on the other, wherever that is laid out (CSS Anchor Positioning). */
function bind(field: HTMLTextAreaElement, over: HTMLElement): void {
  drawn += 1
  const name = `--field-${drawn}`
  // It looks like the field, and is not one: names of its own, that style sheets set beside the field's.
  const names = [...field.classList].filter((each) => !each.startsWith('marked-'))
  over.className = ['in-page-order', ...names.map((each) => `over-${each}`)].join(' ')
  field.style.setProperty('anchor-name', name)
  over.style.setProperty('position-anchor', name)
}

const directionOf = (field: Element): Direction =>
  field.closest('[dir=rtl], [dir=ltr]')?.getAttribute('dir') === 'rtl' ? 'rtl' : 'ltr'

/** The words with their isolates; null where there are none. */
function partsOf(text: string, base: Direction): (string | HTMLElement)[] | null {
  const parts: (string | HTMLElement)[] = []
  let at = 0
  for (const { from, to, dir } of isolates(text, base)) {
    if (isInsideWord(text, from) || isInsideWord(text, to)) continue
    const run = document.createElement('span')
    run.dir = dir
    run.textContent = text.slice(from, to)
    parts.push(text.slice(at, from), run)
    at = to
  }
  return at === 0 ? null : [...parts, text.slice(at)]
}
