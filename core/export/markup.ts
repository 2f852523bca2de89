import { nextSign, sign } from '../language/signs.ts'

/**
 * Letters that no page may carry: C0 and C1 controls other than tab and line feed (not allowed in HTML), and the
 * embeddings and overrides U+202A-202E (rtl.md Recommendation 10: isolates only).
 */
// oxlint-disable-next-line no-control-regex -- the controls are the point
export const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g

/** Text as HTML, for the content of an element and for a double-quoted attribute. THE place where escaping happens. */
export function escaped(text: string): string {
  let at = nextSign(text, 0, sign.markup)
  if (at === text.length) return text
  let html = ''
  let from = 0
  for (; at < text.length; at = nextSign(text, from, sign.markup)) {
    html += text.slice(from, at) + carried(text.charAt(at))
    from = at + 1
  }
  return html + text.slice(from)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '\n' }

/** What stands for a letter of `sign.markup`: nothing where it is unwritable. */
const carried = (letter: string): string => entities[letter] ?? ''

/** Attributes by name; undefined, null and false are left out, true stands alone. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** The start tag of an element. */
export function opening(name: string, attributes: Attributes = {}): string {
  const written = writtenOf(attributes)
  return written === '' ? tagsOf(name).start : `<${name}${written}>`
}

/** An element around `content`, which is HTML already. */
export function element(name: string, attributes: Attributes, content: string): string {
  const tags = tagsOf(name)
  const written = writtenOf(attributes)
  return (written === '' ? tags.start : `<${name}${written}>`) + content + tags.end
}

// Ten thousand pages have a million tags, most of them bare: no list is made of what they do not have.
function writtenOf(attributes: Attributes): string {
  let written = ''
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined || value === null || value === false) continue
    written += value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`
  }
  return written
}

/** Bare tags by the name of their element, put together once: all names are ours, so there are few. */
const bareTags = new Map<string, { start: string; end: string }>()

function tagsOf(name: string): { start: string; end: string } {
  let tags = bareTags.get(name)
  if (!tags) bareTags.set(name, (tags = { start: `<${name}>`, end: `</${name}>` }))
  return tags
}

/** JSON for a `<script>`: no `<` can end the element, no separator U+2028/2029 an older parser's line. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
