import type { MessageKey } from '../../../core/i18n/languages.ts'
import { fieldIds, type ArticleFields, type FieldId, type StoredFieldId } from '../../../core/model/fields.ts'
import { goodLengths, type LengthPlace } from '../../../core/model/lengths.ts'
import { countGraphemes } from '../../../core/model/measure.ts'
import { useWords } from '../../ui/words.tsx'

/** A text beside one of its places. */
export interface MeasuredLength {
  field: FieldId
  place: LengthPlace
  count: number
  good: number
}
export const isLong = ({ count, good }: MeasuredLength): boolean => count > good
const isNearlyLong = ({ count, good }: MeasuredLength) => count > good * 0.8

/** How long a field is at each place where its length matters. */
export function lengthsOf(field: FieldId, fields: ArticleFields): MeasuredLength[] {
  const places = goodLengths(field, fields)
  if (places.length === 0) return []
  const text = fields[field as StoredFieldId]
  const count = typeof text === 'string' ? countGraphemes(text) : 0
  return places.map(({ place, good }) => ({ field, place, count, good }))
}

/** The lengths that have become too long, or fit again, between two moments of the form. */
export function crossings(
  before: readonly MeasuredLength[],
  now: readonly MeasuredLength[],
): MeasuredLength[] {
  const longBefore = new Map(before.map((each) => [`${each.field} ${each.place}`, isLong(each)]))
  return now.filter((each) => {
    const wasLong = longBefore.get(`${each.field} ${each.place}`)
    return wasLong !== undefined && wasLong !== isLong(each)
  })
}
export const allLengths = (fields: ArticleFields): MeasuredLength[] =>
  fieldIds.flatMap((field) => lengthsOf(field, fields))

const placeWord = (place: LengthPlace): MessageKey => `length.${place}`

/** The sentence of a length, for a screen reader: "48 of 60 characters, in search results". */
export function useLengthWords() {
  const { t } = useWords()
  const of = ({ count, good, place }: MeasuredLength) =>
    t('length.of', { count, good, place: t(placeWord(place)) })
  return {
    of,
    crossed: (length: MeasuredLength) =>
      t(isLong(length) ? 'length.over' : 'length.fits', {
        field: t(`field.${length.field}`),
        length: of(length),
      }),
  }
}

/** The tightest length of a field as figures. `isQuiet`: only once it is nearly too long. */
export function Counter({
  lengths,
  isQuiet = false,
}: {
  lengths: readonly MeasuredLength[]
  isQuiet?: boolean
}) {
  const { t } = useWords()
  const tightest = lengths.toSorted((one, other) => one.good - other.good)[0]
  if (!tightest || tightest.count === 0 || (isQuiet && !isNearlyLong(tightest))) return null
  return (
    <span className={`counter ${isLong(tightest) ? 'long' : ''}`} aria-hidden="true">
      <bdi dir="ltr">
        {t('count.plain', { count: tightest.count })} / {t('count.plain', { count: tightest.good })}
      </bdi>
    </span>
  )
}

/** The headline is written on the page; how long it is in each place is told here. */
export function HeadlineLengths({ fields }: { fields: ArticleFields }) {
  const { t } = useWords()
  const words = useLengthWords()
  return (
    <div className="f tall lengths">
      <span className="label">{t('length.headline')}</span>
      <ul className="lengths-of">
        {lengthsOf('headline', fields).map((length) => (
          <li key={length.place} className={isLong(length) ? 'long' : ''}>
            <span className="visually-hidden">{words.of(length)}</span>
            <span aria-hidden="true">{t(placeWord(length.place))}</span>
            <Counter lengths={[length]} />
            <i className="bar" style={{ inlineSize: `${Math.min(1, length.count / length.good) * 100}%` }} />
          </li>
        ))}
      </ul>
    </div>
  )
}
