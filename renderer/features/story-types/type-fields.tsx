import { ArrowDown } from '@phosphor-icons/react/dist/icons/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/dist/icons/ArrowUp'
import { useId } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { fieldIds, fieldOf, type FieldId } from '../../../core/model/fields.ts'
import { pictureRequirements, requiredFor, type Requirement } from '../../../core/model/required.ts'
import { IconButton, Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { moved, placeOf, withPlace, withRequired, type FieldPlace } from './type-change.ts'
import type { TypePart } from './type-part.ts'

const places: readonly FieldPlace[] = ['first', 'usual', 'more']
const asking = ['ready', 'published'] as const
/** What says which article it is stands where it always stood. */
const isMovable = (field: FieldId): boolean =>
  !fieldOf(field).onPage && field !== 'status' && field !== 'language' && field !== 'storyType'

/** Where each field stands in Details, and what asks for it. */
export function TypeFields({ type, isReadOnly, onChange }: TypePart) {
  const { t } = useWords()
  const id = useId()
  const rest = fieldIds.filter((field) => isMovable(field) && !type.first.includes(field))
  const rows: Requirement[] = [...type.first.filter(isMovable), ...rest, ...pictureRequirements]
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('types.fields')}</h3>
      <table className="type-fields" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('types.field')}</th>
            <th scope="col">{t('types.place')}</th>
            {asking.map((status) => (
              <th scope="col" key={status}>
                {t(`status.${status}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{t(wordOf(row))}</th>
              <td>{isField(row) && <Place field={row} {...{ type, isReadOnly, onChange }} />}</td>
              {asking.map((status) => (
                <td key={status}>
                  <input
                    type="checkbox"
                    aria-label={t('types.asks', { status: t(`status.${status}`), field: t(wordOf(row)) })}
                    disabled={isReadOnly}
                    checked={requiredFor(status, type).includes(row)}
                    onChange={({ target }) => onChange(withRequired(type, status, row, target.checked))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const isField = (row: Requirement): row is FieldId => (fieldIds as readonly string[]).includes(row)
const wordOf = (row: Requirement): MessageKey => (isField(row) ? `field.${row}` : row)

function Place({ field, type, isReadOnly, onChange }: TypePart & { field: FieldId }) {
  const { t } = useWords()
  const place = placeOf(type, field)
  const label = t('types.placeOf', { field: t(`field.${field}`) })
  const move = (step: 1 | -1) => onChange({ ...type, first: moved(type.first, field, step) })
  return (
    <span className="type-place">
      <Select
        label={label}
        isDisabled={isReadOnly}
        value={place}
        onChange={(value) => onChange(withPlace(type, field, value))}
        choices={places.map((value) => ({ value, name: t(`types.${value}`) }))}
      />
      {place === 'first' && (
        <>
          <IconButton
            icon={ArrowUp}
            name={t('types.fieldUp', { field: t(`field.${field}`) })}
            isDisabled={isReadOnly || type.first[0] === field}
            onPress={() => move(-1)}
          />
          <IconButton
            icon={ArrowDown}
            name={t('types.fieldDown', { field: t(`field.${field}`) })}
            isDisabled={isReadOnly || type.first.at(-1) === field}
            onPress={() => move(1)}
          />
        </>
      )}
    </span>
  )
}
