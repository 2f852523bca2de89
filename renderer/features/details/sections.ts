import type { MessageKey } from '../../../core/i18n/languages.ts'
import { fieldIds, fieldOf, type FieldGroup, type FieldId } from '../../../core/model/fields.ts'
import type { StoryType } from '../../../core/model/story-type.ts'

/** Fields that Details shows together. */
export interface Section {
  key: string
  title: MessageKey | null
  fields: FieldId[]
}

const groups: readonly { id: FieldGroup; title: MessageKey | null }[] = [
  { id: 'desk', title: null },
  { id: 'story', title: 'details.story' },
  { id: 'credits', title: 'details.credits' },
  { id: 'time', title: 'details.time' },
  { id: 'search', title: 'details.search' },
  { id: 'picture', title: 'field.leadImage' },
  { id: 'note', title: null },
]
/** These say what the article is, and stand where they always stood. */
const fixed: ReadonlySet<FieldId> = new Set(['status', 'language', 'storyType'])
const isMovable = (field: FieldId): boolean => !fixed.has(field) && !fieldOf(field).onPage

/**
 * The fields of Details in the order of the table, but those that the type puts first right under what the article is, and those
 * that it keeps behind "More" apart. The picture with its words is a section of its own wherever it stands.
 */
export function sectionsOf(type: Pick<StoryType, 'first' | 'more'> | undefined): {
  shown: Section[]
  more: FieldId[]
} {
  const first = [...new Set(type?.first)].filter(isMovable)
  const more = fieldIds.filter((field) => type?.more.includes(field) && isMovable(field))
  const moved = new Set([...first, ...more])
  const [desk, ...rest] = groups.map(({ id, title }): Section => {
    const fields = fieldIds.filter((field) => fieldOf(field).group === id && !fieldOf(field).onPage)
    return { key: id, title, fields: fields.filter((field) => !moved.has(field)) }
  })
  // The headline's lengths stand with the story, whether it has fields there or not.
  const others = rest.filter(({ key, fields }) => fields.length > 0 || key === 'story')
  return { shown: [...(desk ? [desk] : []), ...runs(first), ...others], more }
}

function runs(fields: readonly FieldId[]): Section[] {
  const sections: Section[] = []
  for (const field of fields) {
    const isPicture = fieldOf(field).kind === 'picture'
    const last = sections.at(-1)
    if (last && !isPicture && last.title === null) last.fields.push(field)
    else
      sections.push({ key: `first ${field}`, title: isPicture ? 'field.leadImage' : null, fields: [field] })
  }
  return sections
}
