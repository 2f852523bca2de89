import type { Article } from '../model/article.ts'
import type { BodyNode } from '../model/body.ts'
import { fieldIds, fieldOf, type ArticleFields, type LeadImage, type StoredFieldId } from '../model/fields.ts'
import { blockText } from '../model/measure.ts'
import { wordsBeside } from '../model/words-beside.ts'

/** All that people can search in an article but its headline, in pieces: the story block by block, then the other text fields. */
export function searchablePieces(article: Article): string[] {
  return [...storyPieces(article), ...fieldPieces(article)]
}

/** The story block by block, with the words beside its text. */
export function storyPieces({ body }: Pick<Article, 'body'>): string[] {
  return [
    ...body.content.map(blockText),
    ...wordsBeside(body),
    ...body.content.flatMap(cardAddresses),
  ].filter(Boolean)
}

/** The text fields without the headline. */
export function fieldPieces({ fields }: Pick<Article, 'fields'>): string[] {
  return fieldWords(fields).filter(Boolean)
}

/** Somebody may remember of a card where it led. */
function cardAddresses(node: BodyNode): string[] {
  if (node.type === 'embed') return [node.attrs.url]
  return 'content' in node ? (node.content ?? []).flatMap(cardAddresses) : []
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
      case 'type':
        return []
    }
  })
}

const isStored = (id: string, fields: ArticleFields): id is StoredFieldId => id in fields

function pictureWords(picture: { alt: string; caption: string; credit: string; source?: string }): string[] {
  return [picture.caption, picture.alt, picture.credit, picture.source ?? '']
}
