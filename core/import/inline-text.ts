import type { Inline, Mark } from '../model/body.ts'
import { inlineOf, ordered } from './clean-inline.ts'

const space = /[\t\n\f\r ]+/g

/** Gathers the text of a block as HTML shows it: white space collapsed, lines parted at breaks. */
export class InlineText {
  removed = 0
  private readonly keepsSpaces: boolean
  private nodes: { text: string | null; marks: readonly Mark[]; footnote?: string }[] = []

  /** @param keepsSpaces the text is taken as it stands: our own pages write no white space of their own */
  constructor(keepsSpaces: boolean) {
    this.keepsSpaces = keepsSpaces
  }

  add(raw: string, marks: readonly Mark[]): void {
    const last = this.nodes.at(-1)
    const endsOpen =
      last === undefined || (last.text === null ? last.footnote === undefined : last.text.endsWith(' '))
    const collapsed = this.keepsSpaces ? raw : raw.replace(space, ' ')
    const text = !this.keepsSpaces && endsOpen ? collapsed.replace(/^ /, '') : collapsed
    if (!text) return
    if (last && last.text !== null && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += text
    else this.nodes.push({ text, marks })
  }

  break(marks: readonly Mark[]): void {
    if (!this.keepsSpaces) this.trimEnd()
    this.nodes.push({ text: null, marks })
  }

  footnote(id: string): void {
    this.nodes.push({ text: null, marks: [], footnote: id })
  }

  /** The lines of the block: two breaks together part paragraphs, one is a hard break. */
  lines(): Inline[][] {
    if (!this.keepsSpaces) this.trimEnd()
    let line: Inline[] = []
    const lines = [line]
    for (const { text, marks, footnote } of this.nodes) {
      const previous = line.at(-1)
      if (footnote !== undefined) line.push({ type: 'footnote', attrs: { id: footnote } })
      else if (text !== null) line.push(...this.cleaned(text, marks, line.length > 0))
      else if (!this.keepsSpaces && previous?.type === 'hardBreak') {
        line.pop()
        line = []
        lines.push(line)
      } else if (this.keepsSpaces || previous) {
        line.push(marks.length > 0 ? { type: 'hardBreak', marks: ordered(marks) } : { type: 'hardBreak' })
      }
    }
    return this.keepsSpaces ? lines : lines.map(withoutOuterBreaks)
  }

  private cleaned(text: string, marks: readonly Mark[], isInside: boolean): Inline[] {
    const { nodes, removed } = inlineOf(text, marks)
    this.removed += removed
    return this.keepsSpaces || isInside ? nodes : nodes.filter(hasWords)
  }

  private trimEnd(): void {
    for (let last = this.nodes.at(-1); last?.text; last = this.nodes.at(-1)) {
      last.text = last.text.replace(/[\s\u00a0]+$/, '')
      if (last.text) return
      this.nodes.pop()
    }
  }
}

const hasWords = (node: Inline): boolean => node.type === 'text' && /[^\s\u00a0]/.test(node.text)

// A paragraph that holds only a non-breaking space or a break is a gap that someone typed.
function withoutOuterBreaks(line: Inline[]): Inline[] {
  const content = [...line]
  while (content.at(-1)?.type === 'hardBreak') content.pop()
  return content.some(hasWords) ? content : []
}
