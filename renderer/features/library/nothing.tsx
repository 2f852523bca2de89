import { wholeLibrary } from '../../../core/model/list-view.ts'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import type { Shelf, ShelfState } from './shelf.ts'
import { isSameView } from './view-filter.ts'

/** Why the list is empty, and the way out. */
export function Nothing({ shelf, state }: { shelf: Shelf; state: ShelfState }) {
  const { t } = useWords()
  const { hits, all, instead, view } = state
  const isSearch = hits !== null
  const isFiltered = all > 0 && !isSameView(view, { ...wholeLibrary(), order: view.order })
  return (
    <div className="none">
      <p>{t(isSearch ? 'library.noHits' : isFiltered ? 'library.noneSuch' : 'library.empty')}</p>
      {isSearch && instead !== null && (
        <Button look="line" onPress={() => shelf.search(instead)}>
          {t('library.instead', { query: instead.trim() })}
        </Button>
      )}
      {isSearch && (
        <Button look={instead === null ? 'line' : 'plain'} onPress={() => shelf.search('')}>
          {t('library.clearSearch')}
        </Button>
      )}
      {isFiltered && (
        <Button
          look={isSearch ? 'plain' : 'line'}
          onPress={() => shelf.show({ ...wholeLibrary(), order: view.order })}
        >
          {t('library.showAll')}
        </Button>
      )}
    </div>
  )
}
