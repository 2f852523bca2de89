import type { ComparedField } from '../model/comparison.ts'
import { cropWords } from '../model/crop.ts'
import type { ArticleText } from '../model/draft-patch.ts'
import { fieldIds, fieldOf, type FieldId, type LeadImage } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { topicName } from '../model/media-topics.ts'
import { comparePieces } from './pieces.ts'
import { pictureRuns, textOf, type Run } from './story-lines.ts'

/** The fields that a person sees differ, in the order of the table. */
export function compareFields(older: ArticleText, newer: ArticleText): ComparedField[] {
  return fieldIds.flatMap((field) => {
    const [before, after] = [fieldRuns(older, field, newer.language), fieldRuns(newer, field, newer.language)]
    const media = otherMedia(older, newer, field)
    const pieces = comparePieces(before, after)
    if (!media && pieces.every(({ kind }) => kind === 'same')) return []
    return [{ field, before: textOf(before), after: textOf(after), pieces, ...(media ? { media } : {}) }]
  })
}

function fieldRuns(text: ArticleText, field: FieldId, language: LanguageCode): Run[] {
  const value = valueOf(text, field)
  switch (fieldOf(field).kind) {
    case 'status':
    case 'language':
    case 'line':
    case 'text':
    case 'slug':
    case 'url':
    case 'date':
    case 'type':
      return plain((value as string | null) ?? '')
    case 'urgency':
      return plain(String((value as number | null) ?? ''))
    case 'lines':
      return plain((value as string[]).join('\n'))
    case 'subjects':
      return plain((value as string[]).map((code) => topicName(code, language)).join('\n'))
    case 'picture':
      return leadRuns(value as LeadImage | null)
  }
}

const leadRuns = (lead: LeadImage | null): Run[] =>
  lead ? pictureRuns({ ...lead, crop: cropWords(lead) }) : []

const plain = (text: string): Run[] => (text ? [{ text, marks: [] }] : [])

function valueOf(text: ArticleText, field: FieldId): unknown {
  return field === 'status' || field === 'language' ? text[field] : text.fields[field]
}

function otherMedia(older: ArticleText, newer: ArticleText, field: FieldId): ComparedField['media'] {
  if (fieldOf(field).kind !== 'picture') return undefined
  const [before, after] = [older, newer].map(
    (text) => (valueOf(text, field) as LeadImage | null)?.media ?? null,
  )
  return before === after ? undefined : { before: before ?? null, after: after ?? null }
}
