import { FunnelSimple } from '@phosphor-icons/react/dist/icons/FunnelSimple'
import { X } from '@phosphor-icons/react/dist/icons/X'
import { languageOf, languages } from '../../../core/language/registry.ts'
import { statuses } from '../../../core/model/fields.ts'
import type { ListView } from '../../../core/model/list-view.ts'
import { Button } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords, type Words } from '../../ui/words.tsx'
import { ListMenu, MenuChoice, MenuGroup } from './menu.tsx'
import type { Shelf, ShelfState } from './shelf.ts'
import { narrowingsOf, widened, type NarrowedBy } from './view-filter.ts'

interface FilterMenuProps {
  shelf: Shelf
  state: ShelfState
  ownNames: readonly string[]
}
const dayRanges = [1, 7, 30, 365] as const
const whose: readonly ListView['whose'][] = [null, 'mine', 'others']

/** Narrows the list by what its articles have: each value with the number of those that would be left. */
export function FilterMenu({ shelf, state, ownNames }: FilterMenuProps) {
  const { t } = useWords()
  const { view, counts } = state
  const isNarrowed = narrowingsOf(view).length > 0
  const turn = <P extends 'status' | 'language' | 'place' | 'section'>(
    part: P,
    value: ListView[P][number],
  ) => {
    const chosen = view[part] as readonly string[]
    const without = chosen.filter((each) => each !== value)
    shelf.show({ [part]: without.length < chosen.length ? without : [...chosen, value] })
  }
  const number = (count: number | undefined) => t('count.plain', { count: count ?? 0 })
  const words = (part: 'section' | 'place') => {
    const listed = counts?.[part] ?? []
    const gone = view[part].filter((value) => !listed.some((each) => each.value === value))
    return [...gone.map((value) => ({ value, count: 0 })), ...listed]
  }
  return (
    <ListMenu name={t('filter.name')} icon={FunnelSimple} isPressed={isNarrowed}>
      {() => (
        <>
          <MenuGroup name={t('field.status')}>
            {statuses.map((status) => (
              <MenuChoice
                key={status}
                isChosen={view.status.includes(status)}
                count={number(counts?.status[status])}
                onChoose={() => turn('status', status)}
              >
                {t(`status.${status}`)}
              </MenuChoice>
            ))}
          </MenuGroup>
          <MenuGroup name={t('field.language')}>
            {languages
              .filter(({ code }) => (counts?.language[code] ?? 0) > 0 || view.language.includes(code))
              .map(({ code, ownName, tag }) => (
                <MenuChoice
                  key={code}
                  isChosen={view.language.includes(code)}
                  count={number(counts?.language[code])}
                  onChoose={() => turn('language', code)}
                >
                  <bdi lang={tag}>{ownName}</bdi>
                </MenuChoice>
              ))}
          </MenuGroup>
          <MenuGroup name={t('filter.when')}>
            {[null, ...dayRanges].map((lastDays) => (
              <MenuChoice
                key={lastDays}
                isChosen={view.lastDays === lastDays}
                onChoose={() => shelf.show({ lastDays })}
              >
                {lastDays === null ? t('filter.anyTime') : t('filter.lastDays', { count: lastDays })}
              </MenuChoice>
            ))}
            <MenuChoice isChosen={view.isHeld} onChoose={() => shelf.show({ isHeld: !view.isHeld })}>
              {t('filter.held')}
            </MenuChoice>
          </MenuGroup>
          {ownNames.length > 0 && (
            <MenuGroup name={t('filter.whose')}>
              {whose.map((value) => (
                <MenuChoice
                  key={value}
                  isChosen={view.whose === value}
                  onChoose={() => shelf.show({ whose: value })}
                >
                  {t(value === null ? 'filter.anyone' : `filter.${value}`)}
                </MenuChoice>
              ))}
            </MenuGroup>
          )}
          {(['section', 'place'] as const).map(
            (part) =>
              words(part).length > 0 && (
                <MenuGroup key={part} name={t(`field.${part}`)}>
                  {words(part).map(({ value, count }) => (
                    <MenuChoice
                      key={value}
                      isChosen={view[part].includes(value)}
                      count={number(count)}
                      onChoose={() => turn(part, value)}
                    >
                      <bdi>{value}</bdi>
                    </MenuChoice>
                  ))}
                </MenuGroup>
              ),
          )}
        </>
      )}
    </ListMenu>
  )
}

/** What narrows the list, each with a way to take it away. */
export function Narrowings({ shelf, state }: Pick<FilterMenuProps, 'shelf' | 'state'>) {
  const words = useWords()
  const { t } = words
  const { view } = state
  const all = narrowingsOf(view)
  if (all.length === 0) return null
  return (
    <div className="chips narrowings" role="group" aria-label={t('filter.name')}>
      {all.map((each) => {
        const word = wordOf(each, words)
        return (
          <button
            key={`${each.by} ${each.value}`}
            type="button"
            className="chip narrowed"
            aria-label={t('filter.remove', { value: word })}
            onClick={() => shelf.show(widened(view, each))}
          >
            <bdi>{word}</bdi>
            <Icon of={X} size="tiny" />
          </button>
        )
      })}
      {all.length > 1 && (
        <Button onPress={() => shelf.show(all.reduce(widened, view))} className="clear-filters">
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

function wordOf({ by, value }: NarrowedBy, { t }: Words): string {
  switch (by) {
    case 'language':
      return languageOf(value as ListView['language'][number]).ownName
    case 'place':
    case 'section':
      return value
    case 'whose':
      return t(value === 'mine' ? 'filter.mine' : 'filter.others')
    case 'lastDays':
      return t('filter.lastDays', { count: Number(value) })
    case 'isHeld':
      return t('filter.held')
  }
}
