import type { Block, Inline, StoryBody } from '../../core/model/body.ts'

/** The ways in which the peers store a story; `json` and `html` are TipTap's and the browser's own. */
export const peerFormats = ['prosemirror', 'lexical', 'slate', 'quill'] as const
export type PeerFormat = (typeof peerFormats)[number]

interface Run {
  text: string
  bold: boolean
  italic: boolean
  href: string | undefined
}

function runsOf(content: readonly Inline[] = []): Run[] {
  return content.map((inline) => {
    if (inline.type !== 'text') throw new Error(`the corpus has no ${inline.type}`)
    const marks = inline.marks ?? []
    const link = marks.find((mark) => mark.type === 'link')
    return {
      text: inline.text,
      bold: marks.some(({ type }) => type === 'bold'),
      italic: marks.some(({ type }) => type === 'italic'),
      href: link?.attrs.href,
    }
  })
}

/** A block of the corpus as flat as the peers keep it: a quote and a list item hold one paragraph each. */
type Flat =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'quote'; runs: Run[] }
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Run[][] }

function flat(block: Block): Flat {
  if (block.type === 'paragraph') return { kind: 'paragraph', runs: runsOf(block.content) }
  if (block.type === 'heading')
    return { kind: 'heading', level: block.attrs.level, runs: runsOf(block.content) }
  if (block.type === 'blockquote') return { kind: 'quote', runs: onlyParagraph(block.content) }
  if (block.type === 'bulletList' || block.type === 'orderedList') {
    const items = block.content.map(({ content }) => onlyParagraph(content))
    return { kind: 'list', ordered: block.type === 'orderedList', items }
  }
  throw new Error(`the corpus has no ${block.type}`)
}

function onlyParagraph(content: readonly Block[]): Run[] {
  const [first, ...others] = content
  if (first?.type !== 'paragraph' || others.length > 0)
    throw new Error('the corpus holds one paragraph there')
  return runsOf(first.content)
}

const writers: Record<PeerFormat, (blocks: readonly Flat[]) => unknown> = {
  prosemirror,
  lexical,
  slate,
  quill,
}

/** The story as this peer stores it: the same blocks, marks and text. */
export const storyFor = (format: PeerFormat, story: StoryBody): unknown =>
  writers[format](story.content.map(flat))

/** As `prosemirror-schema-basic` and `-list` name things. */
function prosemirror(blocks: readonly Flat[]): unknown {
  const text = ({ text, bold, italic, href }: Run): object => {
    const marks = [
      ...(href === undefined ? [] : [{ type: 'link', attrs: { href } }]),
      ...(italic ? [{ type: 'em' }] : []),
      ...(bold ? [{ type: 'strong' }] : []),
    ]
    return { type: 'text', text, ...(marks.length > 0 && { marks }) }
  }
  const paragraph = (runs: readonly Run[]): object => ({ type: 'paragraph', content: runs.map(text) })
  const written = (block: Flat): object => {
    switch (block.kind) {
      case 'paragraph':
        return paragraph(block.runs)
      case 'quote':
        return { type: 'blockquote', content: [paragraph(block.runs)] }
      case 'heading':
        return { type: 'heading', attrs: { level: block.level }, content: block.runs.map(text) }
      case 'list':
        return {
          type: block.ordered ? 'ordered_list' : 'bullet_list',
          content: block.items.map((item) => ({ type: 'list_item', content: [paragraph(item)] })),
        }
    }
  }
  return { type: 'doc', content: blocks.map(written) }
}

/** An editor state of Lexical; its text formats are bits: 1 bold, 2 italic. */
function lexical(blocks: readonly Flat[]): unknown {
  const base = { version: 1, direction: null, format: '', indent: 0 }
  const letters = ({ text, bold, italic }: Run): object => ({
    type: 'text',
    version: 1,
    text,
    format: (bold ? 1 : 0) + (italic ? 2 : 0),
    mode: 'normal',
    style: '',
    detail: 0,
  })
  const run = (one: Run): object =>
    one.href === undefined
      ? letters(one)
      : {
          type: 'link',
          ...base,
          url: one.href,
          rel: null,
          target: null,
          title: null,
          children: [letters(one)],
        }
  const element = (type: string, runs: readonly Run[], more: object = {}): object => ({
    type,
    ...base,
    ...more,
    children: runs.map(run),
  })
  const written = (block: Flat): object => {
    switch (block.kind) {
      case 'paragraph':
        return element('paragraph', block.runs, { textFormat: 0, textStyle: '' })
      case 'quote':
        return element('quote', block.runs)
      case 'heading':
        return element('heading', block.runs, { tag: `h${block.level}` })
      case 'list':
        return {
          type: 'list',
          ...base,
          listType: block.ordered ? 'number' : 'bullet',
          start: 1,
          tag: block.ordered ? 'ol' : 'ul',
          children: block.items.map((item, index) => element('listitem', item, { value: index + 1 })),
        }
    }
  }
  return { root: { type: 'root', ...base, children: blocks.map(written) } }
}

/** Slate has no schema of its own: these are the elements that its page draws. A link stands between two texts. */
function slate(blocks: readonly Flat[]): unknown {
  const run = ({ text, bold, italic, href }: Run): object[] => {
    if (href !== undefined) return [{ text: '' }, { type: 'a', href, children: [{ text }] }, { text: '' }]
    return [{ text, ...(bold && { bold }), ...(italic && { italic }) }]
  }
  const element = (type: string, runs: readonly Run[]): object => ({ type, children: runs.flatMap(run) })
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return element('p', block.runs)
    if (block.kind === 'quote') return element('blockquote', block.runs)
    if (block.kind === 'heading') return element(`h${block.level}`, block.runs)
    return { type: block.ordered ? 'ol' : 'ul', children: block.items.map((item) => element('li', item)) }
  })
}

/** A Delta: the attributes of a line stand at its end. */
function quill(blocks: readonly Flat[]): unknown {
  const run = ({ text, bold, italic, href }: Run): object => ({
    insert: text,
    ...((bold || italic || href !== undefined) && {
      attributes: {
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(href !== undefined && { link: href }),
      },
    }),
  })
  const line = (runs: readonly Run[], attributes?: object): object[] => [
    ...runs.map(run),
    { insert: '\n', ...(attributes && { attributes }) },
  ]
  const ops = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return line(block.runs)
    if (block.kind === 'quote') return line(block.runs, { blockquote: true })
    if (block.kind === 'heading') return line(block.runs, { header: block.level })
    return block.items.flatMap((item) => line(item, { list: block.ordered ? 'ordered' : 'bullet' }))
  })
  return { ops }
}
