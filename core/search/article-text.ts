import type { Article } from '../model/article.ts'
import type { BodyNode } from '../model/body.ts'
import { fieldIds, fieldOf, type ArticleFields, type LeadImage, type StoredFieldId } from '../model/fields.ts'
import { storyPictures } from '../model/map-story.ts'
import { blockText } from '../model/measure.ts'

/** All that people can search in an article, in pieces: the story block by block, then the other text fields. */
export function searchablePieces(article: Article): string[] {
  const blocks = article.body.content.map(blockText)
  const captions = storyPictures(article.body).flatMap(pictureWords)
  return [
    ...blocks,
    ...captions,
    ...article.body.content.flatMap(cardWords),
    ...fieldWords(article.fields),
  ].filter(Boolean)
}

/** The words of a story that `blockText` leaves out and no picture has of its own. */
function cardWords(node: BodyNode): string[] {
  if (node.type === 'gallery') return [node.attrs?.caption ?? '']
  if (node.type === 'embed') return [node.attrs.title, node.attrs.site, node.attrs.url]
  return 'content' in node ? (node.content ?? []).flatMap(cardWords) : []
}

function fieldWords(fields: ArticleFields): string[] {
  return fieldIds.flatMap((id) => {
    if (id === 'headline' || !isStored(id, fields)) return []
    const value = fields[id]
    switch (fieldOf(id).kind) {
      case 'line':
      case 'text':
      case 'slug':
      case 'url':
        return [value as string]
      case 'lines':
        return value as string[]
      case 'picture':
        return value ? pictureWords(value as LeadImage) : []
      // Codes and dates are looked for by other ways than words.
      case 'date':
      case 'urgency':
      case 'subjects':
      case 'status':
      case 'language':
        return []
    }
  })
}

const isStored = (id: string, fields: ArticleFields): id is StoredFieldId => id in fields

function pictureWords(picture: { alt: string; caption: string; credit: string; source?: string }): string[] {
  return [picture.caption, picture.alt, picture.credit, picture.source ?? '']
}
