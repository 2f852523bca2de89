import { z } from 'zod'
import { framingShape, type Framing } from './crop.ts'
import { direction, type Direction, type LanguageCode } from './language-code.ts'
import { feature, footnote, note } from './story-block-schema.ts'
import type { Feature, FeaturePart, Footnote, Note } from './story-blocks.ts'

/**
 * The story: a closed union of ProseMirror-shaped JSON nodes. A node or mark that is not named here is
 * foreign: the article opens read-only and its file is never rewritten (see article.ts).
 */
export type Mark =
  | { type: 'bold' | 'italic' | 'underline' | 'strike' | 'subscript' | 'superscript' }
  | { type: 'link'; attrs: LinkAttrs }
  /** Isolation set by a person (HTML bdi). `dir: null` leaves the direction to the text itself. */
  | { type: 'bdi'; attrs?: { dir?: Direction | null; lang?: LanguageCode | null } }

export interface LinkAttrs {
  href: string
  /** What a pointer that rests on the link is told; left out where there is nothing. */
  title?: string
}
/** Stored only where it differs from the article's (rtl.md Recommendation 2). */
export interface Directed {
  attrs?: { dir?: Direction | null }
}
export interface Text {
  type: 'text'
  text: string
  marks?: Mark[]
}
export interface HardBreak {
  type: 'hardBreak'
  marks?: Mark[]
}
export type Inline = Text | HardBreak | Footnote
export interface Paragraph extends Directed {
  type: 'paragraph'
  content?: Inline[]
}
export interface Heading {
  type: 'heading'
  attrs: { level: 2 | 3 | 4; dir?: Direction | null }
  content?: Inline[]
}
export interface BulletList extends Directed {
  type: 'bulletList'
  content: ListItem[]
}
export interface OrderedList {
  type: 'orderedList'
  attrs?: { start?: number; dir?: Direction | null }
  content: ListItem[]
}
export interface ListItem {
  type: 'listItem'
  content: Block[]
}
export interface Blockquote extends Directed {
  type: 'blockquote'
  content: Block[]
}
/** A sentence of the story lifted out of it, with who said it. */
export interface PullQuote {
  type: 'pullQuote'
  attrs?: { dir?: Direction | null; cite?: string }
  content: Paragraph[]
}
export interface Rule {
  type: 'horizontalRule'
}
export interface Table extends Directed {
  type: 'table'
  content: TableRow[]
}
export interface TableRow {
  type: 'tableRow'
  content: TableCell[]
}
export interface TableCell {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number; rowspan?: number; colwidth?: number[] | null }
  content: Block[]
}
export interface PictureAttrs extends Framing {
  /** File name in the article's media folder: `<sha256 of the bytes>.<extension>`. */
  media: string
  alt: string
  caption: string
  credit: string
  /** Pixels. */
  width: number | null
  height: number | null
}
export interface Image {
  type: 'image'
  attrs: PictureAttrs
}
/** Pictures that are seen together. */
export interface Gallery {
  type: 'gallery'
  attrs?: { dir?: Direction | null; caption?: string }
  /** 2 to `maxGallery`. */
  content: Image[]
}
export const maxGallery = 20
export interface EmbedAttrs {
  /** http or https. */
  url: string
  title: string
  /** The name of the site as readers know it. */
  site: string
  /** A picture of the article's media folder; null for none. */
  media: string | null
  alt: string
  dir?: Direction | null
}
/** Something of another site as a card: a link, its title and a picture, of which nothing is loaded from there. */
export interface Embed {
  type: 'embed'
  attrs: EmbedAttrs
}
export type Block =
  | Paragraph
  | Heading
  | BulletList
  | OrderedList
  | Blockquote
  | PullQuote
  | Rule
  | Table
  | Image
  | Gallery
  | Embed
  | Note
  | Feature
export type BodyNode = Block | ListItem | TableRow | TableCell | FeaturePart | Inline
export interface StoryBody {
  type: 'doc'
  content: Block[]
}

/** `<sha256>.<png|jpg|gif|webp>`; `import:<n>` only inside an import that is not stored yet. */
export const mediaNamePattern = /^(?:[0-9a-f]{64}\.(?:png|jpg|gif|webp)|import:\d{1,4})$/
export const mediaName = z.string().regex(mediaNamePattern)

/** In UTF-16 units. */
export const maxLinkTitle = 500
const dir = direction.nullish()
const mark: z.ZodType<Mark> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'underline', 'strike', 'subscript', 'superscript']) }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({ href: z.string().max(4096), title: z.string().max(maxLinkTitle).optional() }),
  }),
  z.strictObject({
    type: z.literal('bdi'),
    attrs: z
      .strictObject({ dir, lang: z.enum(['ar', 'ckb', 'kmr', 'fa', 'he', 'ur', 'en']).nullish() })
      .optional(),
  }),
])
const marks = z.array(mark).optional()
const words = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks }),
  z.strictObject({ type: z.literal('hardBreak'), marks }),
])
const inline: z.ZodType<Inline> = z.discriminatedUnion('type', [words, footnote])
const inlines = z.array(inline).optional()
const directed = z.strictObject({ dir }).optional()
const span = z.number().int().min(1).max(200).optional()
const paragraph = z.strictObject({ type: z.literal('paragraph'), attrs: directed, content: inlines })
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(block).min(1)
  },
})
const tableCell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.strictObject({ colspan: span, rowspan: span, colwidth: z.array(z.number()).nullish() }).optional(),
  get content() {
    return z.array(block).min(1)
  },
})
const tableRow = z.strictObject({ type: z.literal('tableRow'), content: z.array(tableCell) })
const image = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    media: mediaName,
    alt: z.string(),
    caption: z.string(),
    credit: z.string(),
    width: z.number().int().positive().nullable(),
    height: z.number().int().positive().nullable(),
    ...framingShape,
  }),
})
const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    paragraph,
    z.strictObject({
      type: z.literal('heading'),
      attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]), dir }),
      content: inlines,
    }),
    z.strictObject({ type: z.literal('bulletList'), attrs: directed, content: z.array(listItem).min(1) }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z.strictObject({ start: z.number().int().min(0).max(1_000_000).optional(), dir }).optional(),
      content: z.array(listItem).min(1),
    }),
    z.strictObject({ type: z.literal('blockquote'), attrs: directed, content: z.array(block).min(1) }),
    z.strictObject({
      type: z.literal('pullQuote'),
      attrs: z.strictObject({ dir, cite: z.string().optional() }).optional(),
      content: z.array(paragraph).min(1),
    }),
    z.strictObject({ type: z.literal('horizontalRule') }),
    z.strictObject({ type: z.literal('table'), attrs: directed, content: z.array(tableRow).min(1) }),
    image,
    z.strictObject({
      type: z.literal('embed'),
      attrs: z.strictObject({
        url: z.string().max(4096),
        title: z.string().max(2000),
        site: z.string().max(200),
        media: mediaName.nullable(),
        alt: z.string(),
        dir,
      }),
    }),
    z.strictObject({
      type: z.literal('gallery'),
      attrs: z.strictObject({ dir, caption: z.string().optional() }).optional(),
      content: z.array(image).min(2).max(maxGallery),
    }),
    note(paragraph),
  ]),
)
export const storyBody: z.ZodType<StoryBody> = z.strictObject({
  type: z.literal('doc'),
  // Most blocks are of the first kind: the second is only asked where that one fails.
  content: z.array(z.union([block, feature(block, inline, words)])),
})

/** A story with nothing in it yet. */
export const emptyBody: StoryBody = { type: 'doc', content: [{ type: 'paragraph' }] }

/** Ends a closed switch over nodes: a new node type stops the build here, a foreign one throws. */
export function unknownNode(node: never): never {
  throw new Error(`unknown story node: ${JSON.stringify((node as { type?: unknown }).type)}`)
}
