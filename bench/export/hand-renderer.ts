import type { BodyNode, Inline, Mark, StoryBody } from '../../core/model/body.ts'

/**
 * The limit of an export: the corpus's story as HTML by strings alone, in the elements that TipTap would draw. It knows
 * no direction, no house theme, no notes; what it does not know it refuses.
 */
export function handRendered(story: StoryBody): string {
  return children(story.content)
}

const special = /[&<>"]/
const specials = /[&<>"]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  special.test(text) ? text.replace(specials, (letter) => entities[letter] ?? letter) : text
const safe = (href: string): string => (/^(?:https?:|mailto:|tel:|#)/i.test(href) ? escaped(href) : '#')

function children(nodes: readonly BodyNode[]): string {
  let html = ''
  for (const node of nodes) html += blockHtml(node)
  return html
}

function blockHtml(node: BodyNode): string {
  if (node.type === 'paragraph') return `<p>${inline(node.content ?? nothing)}</p>`
  if (node.type === 'heading')
    return `<h${node.attrs.level}>${inline(node.content ?? nothing)}</h${node.attrs.level}>`
  if (node.type === 'blockquote') return `<blockquote>${children(node.content)}</blockquote>`
  if (node.type === 'bulletList') return `<ul>${children(node.content)}</ul>`
  if (node.type === 'orderedList') return `<ol>${children(node.content)}</ol>`
  if (node.type === 'listItem') return `<li>${children(node.content)}</li>`
  throw new Error(`the hand renderer has no rule for ${node.type}`)
}

const nothing: readonly never[] = []

function inline(content: readonly Inline[]): string {
  let html = ''
  for (const node of content) {
    if (node.type !== 'text') throw new Error(`the hand renderer has no rule for ${node.type}`)
    const marks = node.marks ?? nothing
    for (const mark of marks) html += opened(mark)
    html += escaped(node.text)
    for (let at = marks.length - 1; at >= 0; at -= 1) html += closed(marks[at] as Mark)
  }
  return html
}

function opened(mark: Mark): string {
  if (mark.type === 'bold') return '<strong>'
  if (mark.type === 'italic') return '<em>'
  if (mark.type === 'link') return `<a href="${safe(mark.attrs.href)}">`
  throw new Error(`the hand renderer has no rule for ${mark.type}`)
}

const closed = ({ type }: Mark): string =>
  type === 'bold' ? '</strong>' : type === 'italic' ? '</em>' : '</a>'
