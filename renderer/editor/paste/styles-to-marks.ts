/** The declarations of a style attribute, read as text: a content security policy keeps them from the CSSOM. */
export function declarationsOf(element: Element): Map<string, string> {
  const declarations = new Map<string, string>()
  for (const part of (element.getAttribute('style') ?? '').toLowerCase().split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0) declarations.set(part.slice(0, colon).trim(), part.slice(colon + 1).trim())
  }
  return declarations
}

const isBold = (weight: string | undefined): boolean =>
  weight !== undefined && /^(?:bold(?:er)?|[6-9]00)$/.test(weight)
const isNotBold = (weight: string | undefined): boolean =>
  weight !== undefined && /^(?:normal|[1-5]00)$/.test(weight)

/** The tags that a span's look stands for. Underlined links and bold headings are their own look, not a mark. */
function tagsOf(element: Element): string[] {
  const style = declarationsOf(element)
  const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  const align = style.get('vertical-align')
  const isInHeading = element.closest('h1, h2, h3, h4, h5, h6') !== null
  const tags: string[] = []
  if (isBold(style.get('font-weight')) && !isInHeading) tags.push('strong')
  if (style.get('font-style') === 'italic') tags.push('em')
  if (decoration.includes('underline') && !element.closest('a')) tags.push('u')
  if (decoration.includes('line-through')) tags.push('s')
  if (align === 'super') tags.push('sup')
  if (align === 'sub') tags.push('sub')
  return tags
}

/** Takes an element away and leaves its content in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

const presentational =
  'span[style], font[style], b[style], i[style], a[style], strong[style], em[style], u[style], s[style]'

/** Turns the looks that Word, Google Docs and browsers write into the tags that mean them, and lets the rest go. */
export function stylesToMarks(root: Element): void {
  for (const element of root.querySelectorAll('b, strong, i, em, u')) {
    const style = declarationsOf(element)
    const name = element.localName
    // Google Docs wraps everything in <b style="font-weight:normal">.
    const isDenied =
      (/^(?:b|strong)$/.test(name) && isNotBold(style.get('font-weight'))) ||
      (/^(?:i|em)$/.test(name) && style.get('font-style') === 'normal') ||
      (name === 'u' && style.get('text-decoration') === 'none')
    if (isDenied || (/^(?:b|strong)$/.test(name) && element.closest('h1, h2, h3, h4, h5, h6')))
      unwrap(element)
  }
  for (const element of root.querySelectorAll(presentational)) {
    for (const tag of tagsOf(element)) {
      const mark = root.ownerDocument.createElement(tag)
      mark.append(...element.childNodes)
      element.append(mark)
    }
  }
}
