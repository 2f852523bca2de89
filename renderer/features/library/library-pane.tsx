import { GearSix } from '@phosphor-icons/react/dist/icons/GearSix'
import { MagnifyingGlass } from '@phosphor-icons/react/dist/icons/MagnifyingGlass'
import { NotePencil } from '@phosphor-icons/react/dist/icons/NotePencil'
import { Trash } from '@phosphor-icons/react/dist/icons/Trash'
import { DownloadSimple } from '@phosphor-icons/react/dist/icons/DownloadSimple'
import { useSyncExternalStore } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { capsOf, KeyCaps } from '../../ui/key-caps.tsx'
import { useWords } from '../../ui/words.tsx'
import { ArticleList } from './article-list.tsx'
import { NewMenu } from './new-menu.tsx'
import type { Shelf, ShelfFilter, ShelfState } from './shelf.ts'
import './library.css'

interface LibraryPaneProps {
  shelf: Shelf
  currentId: string | null
  isReadOnly: boolean
  onOpen: (id: string) => void
  onNew: () => void
  onNewOf: (type: string) => void
  onSettings: () => void
  onTrash: () => void
  onImport: () => void
  onDelete: (id: string) => void
}

const filters: readonly { value: ShelfFilter; label: MessageKey }[] = [
  { value: 'all', label: 'library.all' },
  { value: 'draft', label: 'library.drafts' },
  { value: 'ready', label: 'library.ready' },
  { value: 'published', label: 'library.published' },
]
// Only what is waiting to be done is counted (design README, principle 4).
const counted: readonly ShelfFilter[] = ['draft', 'ready']

/** The library on the start side: new article, search, filters, the list by day. */
export function LibraryPane({ shelf, ...on }: LibraryPaneProps) {
  const { t } = useWords()
  const state = useSyncExternalStore(shelf.subscribe, shelf.state)
  const isEmpty = state.isRead && state.rows.length === 0
  return (
    <nav className="col library" aria-label={t('library.name')}>
      <header className="bar">
        <h2 className="brand">
          <i className="nuqta" />
          {t('app.name')}
        </h2>
        <span className="grow" />
        {!isEmpty && (
          <div className="new-story">
            <Button look="line" icon={NotePencil} onPress={on.onNew} isDisabled={on.isReadOnly}>
              {t('library.new')}
            </Button>
            <NewMenu isDisabled={on.isReadOnly} onNew={on.onNewOf} />
          </div>
        )}
      </header>
      <label className="search" data-tour="library">
        <Icon of={MagnifyingGlass} size="text" />
        <input
          type="search"
          dir="auto"
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={state.query}
          onChange={(event) => shelf.search(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && shelf.search('')}
        />
        <span aria-hidden="true" className="contents">
          <KeyCaps caps={state.query === '' ? capsOf('search.focus') : ['Esc']} />
        </span>
      </label>
      {!isEmpty && <Filters shelf={shelf} state={state} />}
      <ArticleList
        state={state}
        currentId={on.currentId}
        onOpen={on.onOpen}
        onDelete={on.onDelete}
        onClearSearch={() => shelf.search('')}
        onSearch={(query) => shelf.search(query)}
        onShowAll={() => shelf.show('all')}
      />
      <footer className="end">
        <IconButton icon={GearSix} name={t('settings.name')} onPress={on.onSettings} />
        <IconButton icon={Trash} name={t('trash.name')} onPress={on.onTrash} />
        <IconButton
          icon={DownloadSimple}
          name={t('import.name')}
          onPress={on.onImport}
          isDisabled={on.isReadOnly}
        />
        {!isEmpty && state.isRead && <span>{t('library.total', { count: state.rows.length })}</span>}
      </footer>
    </nav>
  )
}

function Filters({ shelf, state }: { shelf: Shelf; state: ShelfState }) {
  const { t } = useWords()
  return (
    <div className="chips" role="group" aria-label={t('library.filter')}>
      {filters.map(({ value, label }) => {
        const count = counted.includes(value) ? state.rows.filter((row) => row.status === value).length : 0
        return (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={state.filter === value}
            onClick={() => shelf.show(value)}
          >
            {t(label)}
            {count > 0 && <b>{t('count.plain', { count })}</b>}
          </button>
        )
      })}
    </div>
  )
}
