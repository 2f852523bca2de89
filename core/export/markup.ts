/**
 * Letters that no page may carry: C0 and C1 controls other than tab and line feed (not allowed in HTML), and the
 * embeddings and overrides U+202A-202E (rtl.md Recommendation 10: isolates only).
 */
// oxlint-disable-next-line no-control-regex -- the controls are the point
export const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as HTML, for the content of an element and for a double-quoted attribute. THE place where escaping happens. */
export const escaped = (text: string): string =>
  special.test(text)
    ? text.replace(unwritable, '').replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)
    : text

// oxlint-disable-next-line no-control-regex -- the same
const special = /[&<>"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

/** Attributes by name; undefined, null and false are left out, true stands alone. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** The start tag of an element. */
export function opening(name: string, attributes: Attributes = {}): string {
  let tag = `<${name}`
  // Ten thousand pages have a million tags, most of them bare: no list is made of what they do not have.
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined || value === null || value === false) continue
    tag += value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`
  }
  return `${tag}>`
}

/** An element around `content`, which is HTML already. */
export const element = (name: string, attributes: Attributes, content: string): string =>
  `${opening(name, attributes)}${content}</${name}>`

/** JSON for a `<script>`: no `<` can end the element, no separator U+2028/2029 an older parser's line. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
