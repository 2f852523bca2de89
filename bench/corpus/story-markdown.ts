import type { Block, Inline, Mark, StoryBody } from '../../core/model/body.ts'

/** Signs that Markdown would take for markup. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, String.raw`\$&`)

/** A space at the edge stays outside: Markdown sees no emphasis in `*so *`. */
function marked(text: string, mark: Mark): string {
  const inside = text.trim()
  const [before = '', after = ''] = text.split(inside)
  return before + emphasised(inside, mark) + after
}

function emphasised(text: string, mark: Mark): string {
  if (mark.type === 'bold') return `**${text}**`
  if (mark.type === 'italic') return `*${text}*`
  if (mark.type === 'link') return `[${text}](${mark.attrs.href})`
  throw new Error(`the corpus has no mark ${mark.type}`)
}

function line(content: readonly Inline[] = []): string {
  return content
    .map((inline) => {
      if (inline.type !== 'text') throw new Error(`the corpus has no ${inline.type}`)
      return (inline.marks ?? []).reduce(marked, plain(inline.text))
    })
    .join('')
}

function lines(block: Block): string {
  if (block.type === 'paragraph') return line(block.content)
  if (block.type === 'heading') return `${'#'.repeat(block.attrs.level)} ${line(block.content)}`
  if (block.type === 'blockquote') return block.content.map((each) => `> ${lines(each)}`).join('\n>\n')
  if (block.type === 'bulletList') return block.content.map(({ content }) => item('-', content)).join('\n')
  if (block.type === 'orderedList')
    return block.content.map(({ content }, at) => item(`${at + 1}.`, content)).join('\n')
  throw new Error(`the corpus has no ${block.type}`)
}

const item = (mark: string, content: readonly Block[]): string => `${mark} ${content.map(lines).join('')}`

/** The same story as CommonMark, for what makes pages out of that. */
export const storyMarkdown = ({ content }: StoryBody): string => `${content.map(lines).join('\n\n')}\n`
