import type { Block, Inline, Mark, StoryBody } from '../../core/model/body.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text as it stands in HTML, in an attribute too. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)

/** HTML inside the element of a mark. */
export function wrapped(text: string, mark: Mark): string {
  if (mark.type === 'bold') return `<strong>${text}</strong>`
  if (mark.type === 'italic') return `<em>${text}</em>`
  if (mark.type === 'link') return `<a href="${escaped(mark.attrs.href)}">${text}</a>`
  throw new Error(`the corpus has no mark ${mark.type}`)
}

function inlineHtml(content: readonly Inline[] = []): string {
  return content
    .map((inline) => {
      if (inline.type !== 'text') throw new Error(`the corpus has no ${inline.type}`)
      return (inline.marks ?? []).reduce(wrapped, escaped(inline.text))
    })
    .join('')
}

function blockHtml(block: Block): string {
  if (block.type === 'paragraph') return `<p>${inlineHtml(block.content) || '<br>'}</p>`
  if (block.type === 'blockquote') return `<blockquote>${block.content.map(blockHtml).join('')}</blockquote>`
  if (block.type === 'heading') {
    const tag = `h${block.attrs.level}`
    return `<${tag}>${inlineHtml(block.content)}</${tag}>`
  }
  if (block.type === 'bulletList' || block.type === 'orderedList') {
    const tag = block.type === 'bulletList' ? 'ul' : 'ol'
    const items = block.content.map(({ content }) => `<li>${content.map(blockHtml).join('')}</li>`)
    return `<${tag}>${items.join('')}</${tag}>`
  }
  throw new Error(`the corpus has no ${block.type}`)
}

/** The same blocks as ProseMirror would draw them, for the page that is only a contenteditable. */
export const storyHtml = (story: StoryBody): string => story.content.map(blockHtml).join('')
