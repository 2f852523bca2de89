import type { Block, Embed, Gallery, Image, Inline, Paragraph, PictureAttrs, StoryBody } from './body.ts'
import type { ArticleFields } from './fields.ts'
import type { Note, QuestionAnswer } from './story-blocks.ts'

export interface StoryChange {
  inline?: (node: Inline) => Inline
  /** All that stands in one paragraph or heading. */
  inlines?: (content: Inline[]) => Inline[]
  /** Who said a pull quote. */
  cite?: (cite: string) => string
  /** What is written under a gallery. */
  caption?: (caption: string) => string
  /** Answers undefined for a picture that is to be left out. */
  picture?: (picture: PictureAttrs) => PictureAttrs | undefined
  /** Answers undefined for a note that is to be left out; a quote that held nothing else goes with it. */
  note?: (note: Note) => Note | undefined
  /** What becomes of a card, its picture looked at already. */
  embed?: (embed: Embed) => Block[]
}

/** A copy of a story with its inline nodes and pictures changed; what must hold a block keeps at least an empty one. */
export function mapStory(body: StoryBody, change: StoryChange): StoryBody {
  return { ...body, content: mapBlocks(body.content, change) }
}

/** The media names of an article, its lead picture first, each once. */
export function mediaNames(article: { fields: Pick<ArticleFields, 'leadImage'>; body: StoryBody }): string[] {
  const names = new Set<string>()
  const lead = article.fields.leadImage?.media
  if (lead) names.add(lead)
  for (const picture of storyPictures(article.body)) names.add(picture.media)
  return [...names]
}

/** The pictures of a story in the order of the page. */
export function storyPictures(body: StoryBody): PictureAttrs[] {
  const pictures: PictureAttrs[] = []
  mapStory(body, {
    picture: (picture) => {
      pictures.push(picture)
      return picture
    },
  })
  return pictures
}

/** How many notes a story holds, whatever they stand in. */
export function countNotes(body: StoryBody): number {
  let count = 0
  mapStory(body, {
    note: (note) => {
      count += 1
      return note
    },
  })
  return count
}

function mapBlocks(blocks: Block[], change: StoryChange): Block[] {
  return blocks.flatMap((block) => mapBlock(block, change))
}

function mapContent(blocks: Block[], change: StoryChange): Block[] {
  const mapped = mapBlocks(blocks, change)
  return mapped.length > 0 ? mapped : [{ type: 'paragraph' }]
}

function mapBlock(block: Block, change: StoryChange): Block[] {
  switch (block.type) {
    case 'image':
      return mapImage(block, change)
    case 'paragraph':
    case 'heading':
      return [mapInline(block, change)]
    case 'note': {
      const kept = change.note ? change.note(block) : block
      if (!kept) return []
      return [{ ...kept, content: kept.content.map((paragraph) => mapInline(paragraph, change)) }]
    }
    case 'pullQuote':
      return [
        {
          ...block,
          ...(change.cite && block.attrs?.cite
            ? { attrs: { ...block.attrs, cite: change.cite(block.attrs.cite) } }
            : {}),
          content: block.content.map((paragraph) => mapInline(paragraph, change)),
        },
      ]
    case 'sources':
      return [{ ...block, content: block.content.map((source) => mapInline(source, change)) }]
    case 'factBox':
      return [mapTitled(block, change)]
    case 'timeline':
      return [{ ...block, content: block.content.map((entry) => mapTitled(entry, change)) }]
    case 'questions': {
      const content = block.content.map((pair) => mapPair(pair, change))
      return [{ ...block, content }]
    }
    case 'blockquote': {
      const isOfNotes = block.content.every(({ type }) => type === 'note')
      return isOfNotes && mapBlocks(block.content, change).length === 0 ? [] : [mapHolder(block, change)]
    }
    case 'bulletList':
      return [{ ...block, content: block.content.map((item) => mapHolder(item, change)) }]
    case 'orderedList':
      return [{ ...block, content: block.content.map((item) => mapHolder(item, change)) }]
    case 'table': {
      const content = block.content.map((row) => ({
        ...row,
        content: row.content.map((cell) => mapHolder(cell, change)),
      }))
      return [{ ...block, content }]
    }
    case 'gallery':
      return mapGallery(block, change)
    case 'embed': {
      const embed = mapEmbed(block, change)
      return change.embed ? change.embed(embed) : [embed]
    }
    case 'horizontalRule':
      return [block]
  }
}

/** A card whose picture is left out is a card without one. */
function mapEmbed(embed: Embed, change: StoryChange): Embed {
  const { media, alt } = embed.attrs
  if (media === null || !change.picture) return embed
  const picture = change.picture({ media, alt, caption: '', credit: '', width: null, height: null })
  return { ...embed, attrs: { ...embed.attrs, media: picture?.media ?? null, alt: picture?.alt ?? alt } }
}

/** Where fewer than two pictures are left there is no gallery; what was written under it stays as a paragraph. */
function mapGallery(gallery: Gallery, change: StoryChange): Block[] {
  const content = gallery.content.flatMap((image) => mapImage(image, change))
  const written = gallery.attrs?.caption
  const caption = written && change.caption ? change.caption(written) : written
  if (content.length > 1) {
    const isChanged = caption !== written
    return [{ ...gallery, ...(isChanged && { attrs: { ...gallery.attrs, caption } }), content }]
  }
  return [...content, ...(caption ? [paragraphOf(caption)] : [])]
}

const paragraphOf = (text: string): Paragraph => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function mapImage(image: Image, change: StoryChange): Image[] {
  const attrs = change.picture ? change.picture(image.attrs) : image.attrs
  return attrs ? [{ ...image, attrs }] : []
}

function mapInline<Holder extends { content?: Inline[] }>(holder: Holder, change: StoryChange): Holder {
  if (!holder.content || !(change.inline || change.inlines)) return holder
  const content = change.inline ? holder.content.map(change.inline) : holder.content
  return { ...holder, content: change.inlines ? change.inlines(content) : content }
}

function mapHolder<Holder extends { content: Block[] }>(holder: Holder, change: StoryChange): Holder {
  return { ...holder, content: mapContent(holder.content, change) }
}

/** A line of its own, and blocks under it. */
function mapTitled<Holder extends { content: [{ content?: Inline[] }, ...Block[]] }>(
  holder: Holder,
  change: StoryChange,
): Holder {
  const [title, ...blocks] = holder.content
  return { ...holder, content: [mapInline(title, change), ...mapContent(blocks, change)] }
}

function mapPair({ type, content: [question, answer] }: QuestionAnswer, change: StoryChange): QuestionAnswer {
  return { type, content: [mapInline(question, change), mapHolder(answer, change)] }
}
