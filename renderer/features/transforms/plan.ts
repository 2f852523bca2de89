import { changeOf, transformOf } from '../../../core/language/transforms/registry.ts'
import { languageOfText } from '../../../core/language/transforms/text-language.ts'
import {
  textWith,
  type Change,
  type HouseStyle,
  type Place,
  type TransformId,
} from '../../../core/language/transforms/transform.ts'
import { mapFieldTexts } from '../../../core/model/field-texts.ts'
import type { ArticleFields, StoredFieldId } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { StoryText } from '../../editor/story-texts.ts'

/** One text with what would change in it. */
export interface PlannedText extends Change {
  /** The field it stands in; null for the story. */
  field: StoredFieldId | null
  text: string
  language: LanguageCode
  /** Where the story has it. */
  story: StoryText | null
}
/** What a transform would do, before it does it. */
export interface Plan {
  /** The texts in which something changes or is told of, fields before the story, as the page has them. */
  texts: readonly PlannedText[]
  /** How many places change. */
  count: number
  /** How many quotation marks have no partner. */
  unpaired: number
  /** The fields as they would be: the very same object where none changes. */
  fields: ArticleFields | null
}
export interface PlanOptions {
  transform: TransformId
  story: readonly StoryText[]
  /** Null where only the story is meant. */
  fields: ArticleFields | null
  language: LanguageCode
  house: HouseStyle
}

/** Looks at every text for what the transform would change; changes nothing. */
export function planFor({ transform: id, story, fields, language: article, house }: PlanOptions): Plan {
  const transform = transformOf(id)
  const texts: PlannedText[] = []
  const plan = (text: string, kept: StoryText['kept'], of: Pick<PlannedText, 'field' | 'story'>) => {
    const language = languageOfText(text, article)
    const change = within(changeOf(transform, { text, language, kept }, house), of.story)
    if (change.places.length + change.unpaired.length > 0) texts.push({ ...change, ...of, text, language })
    return change.places
  }
  const changed =
    fields && mapFieldTexts(fields, (text, field) => textWith(text, plan(text, [], { field, story: null })))
  for (const of of story) plan(of.text, of.kept, { field: null, story: of })
  const sum = (count: (text: PlannedText) => number) => texts.reduce((total, text) => total + count(text), 0)
  return {
    texts,
    count: sum(({ places }) => places.length),
    unpaired: sum(({ unpaired }) => unpaired.length),
    fields: texts.some(({ field, places }) => field !== null && places.length > 0) ? changed : fields,
  }
}

/** What lies wholly in the part that is selected: of two quotation marks never one alone. */
function within({ places, unpaired }: Change, story: StoryText | null): Change {
  if (!story) return { places, unpaired }
  const { from, to } = story.scope
  const isIn = (part: { from: number; to: number }) => part.from >= from && part.to <= to
  return { places: places.filter((place: Place) => place.parts.every(isIn)), unpaired: unpaired.filter(isIn) }
}
