import { CaretDown } from '@phosphor-icons/react/dist/icons/CaretDown'
import { CaretUp } from '@phosphor-icons/react/dist/icons/CaretUp'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { RowOrder } from '../../../core/model/list-view.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import type { Shelf } from './shelf.ts'

interface Column {
  className: string
  label: MessageKey
  /** What a press orders the list by; pressed again, by the second of them. */
  orders?: readonly [RowOrder, RowOrder?]
}
const columns: readonly Column[] = [
  { className: 'status', label: 'field.status', orders: ['status'] },
  { className: 'h', label: 'field.headline', orders: ['headline'] },
  { className: 'place', label: 'field.place', orders: ['place'] },
  { className: 'section', label: 'field.section' },
  { className: 'by', label: 'field.byline' },
  { className: 'count', label: 'column.words' },
  { className: 'time', label: 'column.changed', orders: ['newest', 'oldest'] },
]

interface ColumnHeadsProps {
  shelf: Shelf
  order: RowOrder
  isPicking: boolean
}

/** The names of the columns; those that the list can stand by are buttons. */
export function ColumnHeads({ shelf, order, isPicking }: ColumnHeadsProps) {
  const { t } = useWords()
  return (
    <div
      className="column-heads"
      role="group"
      aria-label={t('list.orderBy')}
      data-picking={isPicking || undefined}
    >
      {columns.map(({ className, label, orders }) => {
        if (!orders)
          return (
            <span key={label} className={className}>
              {t(label)}
            </span>
          )
        const [first, second = first] = orders
        const isOn = orders.includes(order)
        return (
          <button
            key={label}
            type="button"
            className={className}
            aria-pressed={isOn}
            title={t(`order.${order === first ? second : first}`)}
            onClick={() => shelf.show({ order: order === first ? second : first })}
          >
            {t(label)}
            {isOn && <Icon of={order === 'newest' ? CaretDown : CaretUp} size="tiny" />}
          </button>
        )
      })}
    </div>
  )
}
