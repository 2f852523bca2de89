import { nameOfType } from '../../../core/model/story-start.ts'
import { offered, useStoryTypes } from '../../desk/story-types.ts'
import { Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { useDetailsTools } from './details-context.tsx'
import type { ControlProps } from './field-props.ts'

/** The kind of story. One that is not offered any more, or that nobody knows here, keeps its place. */
export function TypeControl({ draft, details, wiring }: ControlProps) {
  const { t, language } = useWords()
  const { onType } = useDetailsTools()
  const known = useStoryTypes()
  const { storyType: id } = details.fields
  const own = known.types.find((type) => type.id === id)
  const types = own && !own.isOffered ? [...offered(known), own] : offered(known)
  const unknown = id === '' || own ? [] : [{ value: id, name: t('new.unknown', { id }) }]
  return (
    <Select
      {...wiring}
      label={t('field.storyType')}
      isDisabled={draft.isReadOnly}
      value={id}
      onChange={onType}
      choices={[
        { value: '', name: t('new.none') },
        ...types.map((type) => ({ value: type.id, name: nameOfType(type, language) })),
        ...unknown,
      ]}
    />
  )
}
