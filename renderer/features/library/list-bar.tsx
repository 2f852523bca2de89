import { ArrowsInLineHorizontal } from '@phosphor-icons/react/dist/icons/ArrowsInLineHorizontal'
import { ArrowsOutLineHorizontal } from '@phosphor-icons/react/dist/icons/ArrowsOutLineHorizontal'
import { CheckSquare } from '@phosphor-icons/react/dist/icons/CheckSquare'
import { SortAscending } from '@phosphor-icons/react/dist/icons/SortAscending'
import { useSyncExternalStore } from 'react'
import { rowOrders } from '../../../core/model/list-view.ts'
import type { Settings } from '../../../core/model/settings.ts'
import { IconButton } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { FilterMenu } from './filter-menu.tsx'
import type { ListBarProps } from './list-bar-props.ts'
import { ListMenu, MenuChoice, MenuGroup } from './menu.tsx'
import { ViewMenu } from './view-menu.tsx'

const looks: readonly Settings['listLook'][] = ['columns', 'cards']

/** What is shown and how: views, order and look, filters, choosing, the width of the list. */
export function ListBar(props: ListBarProps) {
  const { shelf, state, settings, isWide, onChange, onWide } = props
  const { t } = useWords()
  const { selection } = shelf
  const { isPicking } = useSyncExternalStore(selection.subscribe, selection.state)
  const { order } = state.view
  return (
    <div className="list-bar" role="group" aria-label={t('list.tools')}>
      <ListMenu name={t('list.order')} icon={SortAscending} word={t(`order.${order}`)}>
        {(close) => (
          <>
            <MenuGroup name={t('list.orderBy')}>
              {rowOrders.map((each) => (
                <MenuChoice
                  key={each}
                  isChosen={each === order}
                  onChoose={() => {
                    shelf.show({ order: each })
                    close()
                  }}
                >
                  {t(`order.${each}`)}
                </MenuChoice>
              ))}
            </MenuGroup>
            <MenuGroup name={t('list.look')}>
              {looks.map((listLook) => (
                <MenuChoice
                  key={listLook}
                  isChosen={listLook === settings.listLook}
                  onChoose={() => {
                    onChange({ listLook })
                    close()
                  }}
                >
                  {t(`look.${listLook}`)}
                </MenuChoice>
              ))}
            </MenuGroup>
          </>
        )}
      </ListMenu>
      <span className="grow" />
      <ViewMenu {...props} />
      <FilterMenu shelf={shelf} state={state} ownNames={settings.ownNames} />
      <IconButton
        icon={CheckSquare}
        name={t('list.choose')}
        isPressed={isPicking}
        onPress={() => (isPicking ? selection.end() : selection.begin())}
      />
      <IconButton
        icon={isWide ? ArrowsInLineHorizontal : ArrowsOutLineHorizontal}
        name={t(isWide ? 'list.narrow' : 'list.widen')}
        command="list.wide"
        onPress={onWide}
        className="wide-toggle"
      />
    </div>
  )
}
