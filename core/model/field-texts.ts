import { fieldIds, fieldOf, type ArticleFields, type LeadImage, type StoredFieldId } from './fields.ts'

const pictureWords = ['alt', 'caption', 'credit', 'source'] as const

/**
 * The fields with each of their texts changed: lines, texts, lists of lines and the words of the lead picture; never the slug,
 * addresses, dates and codes. A field that stays as it is keeps its value, the very same object.
 */
export function mapFieldTexts(
  fields: ArticleFields,
  change: (text: string, field: StoredFieldId) => string,
): ArticleFields {
  const mapped: Record<string, unknown> = { ...fields }
  for (const id of fieldIds) {
    const { kind, on } = fieldOf(id)
    if (on === 'article') continue
    const field = id as StoredFieldId
    const value: unknown = fields[field]
    if (kind === 'line' || kind === 'text') mapped[field] = change(value as string, field)
    else if (kind === 'lines') mapped[field] = mapLines(value as string[], (line) => change(line, field))
    else if (kind === 'picture')
      mapped[field] = mapPicture(value as LeadImage | null, (text) => change(text, field))
  }
  return mapped as ArticleFields
}

function mapLines(lines: string[], change: (line: string) => string): string[] {
  const mapped = lines.map(change)
  return mapped.some((line, at) => line !== lines[at]) ? mapped : lines
}

function mapPicture(picture: LeadImage | null, change: (text: string) => string): LeadImage | null {
  if (!picture) return picture
  const words = pictureWords.map((word) => [word, change(picture[word])] as const)
  return words.some(([word, text]) => text !== picture[word])
    ? { ...picture, ...Object.fromEntries(words) }
    : picture
}
