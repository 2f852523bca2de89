// Word and Outlook: #_ftn1, #_edn1; LibreOffice: #sdfootnote1sym; Google Docs: #ftnt1. Back from the note: …ref, …anc.
const toNote = /#_?(ftn|edn|ftnt|sdfootnote|sdendnote)(\d{1,4}|[ivxlc]{1,6})(?:sym)?$/i
const back = /#_?(ftn|edn|ftnt_|sdfootnote|sdendnote)(?:ref)?(\d{1,4}|[ivxlc]{1,6})(anc)?$/i
const wordStyle = /mso-(foot|end)note-id:\s*(?:ftn|edn)(\d{1,4})/i

interface Note {
  key: string
  body: Element
}

/** Which note a link leads to, `f1` or `e2`; null where it leads to none. */
function noteKey(anchor: Element): string | null {
  const href = anchor.getAttribute('href') ?? ''
  const found = toNote.exec(href)
  if (found) return `${/^(?:edn|sdendnote)$/i.test(found[1] ?? '') ? 'e' : 'f'}${found[2]}`
  // A file of Word's own stands before the fragment; its style says the same.
  const styled = wordStyle.exec(anchor.getAttribute('style') ?? '')
  const isReference = /^_(?:ftn|edn)ref/.test(anchor.getAttribute('name') ?? '')
  return styled && isReference ? `${styled[1] === 'end' ? 'e' : 'f'}${styled[2]}` : null
}

/** Which note a link leads back from. */
function backKey(anchor: Element): string | null {
  const href = anchor.getAttribute('href') ?? ''
  const found = back.exec(href)
  const leadsBack = found && (/ref\w+$/.test(href) || found[3] !== undefined)
  if (leadsBack) return `${/^(?:edn|sdendnote)$/i.test(found[1] ?? '') ? 'e' : 'f'}${found[2]}`
  const styled = wordStyle.exec(anchor.getAttribute('style') ?? '')
  const isNote = /^_(?:ftn|edn)\d/.test(anchor.getAttribute('name') ?? '')
  return styled && isNote ? `${styled[1] === 'end' ? 'e' : 'f'}${styled[2]}` : null
}

const bodies = 'div[id^="ftn"], div[id^="edn"], div[id^="sdfootnote"], div[id^="sdendnote"], li[id^="ftn"]'
const inlines = 'a, b, em, font, i, span, strong, sup, u'

/** The element, or the outermost of those around it that hold nothing else. */
function outermost(element: Element): Element {
  const around = element.parentElement
  const isAlone = around?.matches(inlines) && around.textContent?.trim() === element.textContent?.trim()
  return around && isAlone ? outermost(around) : element
}

/** Takes the notes out of the text, in order: those of the page, then those of the end. */
function takeNotes(root: Element): Note[] {
  const notes: Note[] = []
  for (const anchor of root.querySelectorAll('a[href], a[name]')) {
    const key = backKey(anchor)
    const body = key && (anchor.closest(bodies) ?? anchor.closest('p'))
    if (!key || !body) continue
    outermost(anchor).remove()
    notes.push({ key, body })
  }
  for (const { body } of notes) body.remove()
  for (const list of root.querySelectorAll('[style*="footnote-list"], [style*="endnote-list"]')) list.remove()
  return notes.toSorted((one, other) => (one.key[0] === other.key[0] ? 0 : one.key.startsWith('f') ? -1 : 1))
}

/** Numbers as they were printed where they follow one another, else from 1. */
function numbersOf(notes: readonly Note[]): Map<string, number> {
  const first = Number.parseInt(notes[0]?.key.slice(1) ?? '', 10)
  const follow = notes.every(({ key }, at) => key === `f${first + at}`)
  return new Map(notes.map(({ key }, at) => [key, follow ? first + at : at + 1]))
}

/** The paragraphs of a note. */
function paragraphsOf(body: Element): Node[] {
  if (body.localName !== 'p') return [...body.childNodes]
  const paragraph = body.ownerDocument.createElement('p')
  paragraph.append(...body.childNodes)
  return [paragraph]
}

/**
 * Makes plain notes of footnotes and endnotes: in the text stays the number in brackets, the notes are a list at its end.
 * Answers how many notes.
 */
export function plainNotes(root: HTMLElement): number {
  const notes = takeNotes(root)
  const numbers = numbersOf(notes)
  for (const anchor of root.querySelectorAll('a[href], a[name]')) {
    const key = noteKey(anchor)
    if (!key) continue
    const number = numbers.get(key) ?? anchor.textContent?.replace(/[[\]\s]/g, '') ?? key.slice(1)
    outermost(anchor).replaceWith(`[${number || key.slice(1)}]`)
  }
  if (notes.length === 0) return 0
  const list = root.ownerDocument.createElement('ol')
  const start = numbers.get(notes[0]?.key ?? '') ?? 1
  if (start !== 1) list.setAttribute('start', String(start))
  for (const { body } of notes) {
    const item = root.ownerDocument.createElement('li')
    item.append(...paragraphsOf(body))
    list.append(item)
  }
  root.append(list)
  return notes.length
}
