import { DownloadSimple } from '@phosphor-icons/react/dist/icons/DownloadSimple'
import { GearSix } from '@phosphor-icons/react/dist/icons/GearSix'
import { NotePencil } from '@phosphor-icons/react/dist/icons/NotePencil'
import { Trash } from '@phosphor-icons/react/dist/icons/Trash'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { Status } from '../../../core/model/fields.ts'
import type { Settings } from '../../../core/model/settings.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { useNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words.tsx'
import { ArticleList } from './article-list.tsx'
import { BulkBar } from './bulk-bar.tsx'
import type { Bulk, BulkDeeds } from './bulk.ts'
import { ColumnHeads } from './column-heads.tsx'
import { Narrowings } from './filter-menu.tsx'
import { ListBar } from './list-bar.tsx'
import { SearchField } from './search-field.tsx'
import { NewMenu } from './new-menu.tsx'
import type { Shelf, ShelfState } from './shelf.ts'
import './library.css'
import './list.css'

interface LibraryPaneProps {
  shelf: Shelf
  currentId: string | null
  isReadOnly: boolean
  settings: Settings
  /** It takes the place of the page too. */
  isWide: boolean
  bulk: Bulk
  deeds: BulkDeeds
  onChange: (part: Partial<Settings>) => void
  onWide: () => void
  onOpen: (id: string) => void
  onNew: () => void
  onNewOf: (type: string) => void
  onSettings: () => void
  onTrash: () => void
  onImport: () => void
  onFailed: (error: unknown) => void
  /** Which library this is and where it lies, at its very foot. */
  spot?: ReactNode
}

const filters: readonly { value: Exclude<Status, 'killed'> | null; label: MessageKey }[] = [
  { value: null, label: 'library.all' },
  { value: 'draft', label: 'library.drafts' },
  { value: 'ready', label: 'library.ready' },
  { value: 'published', label: 'library.published' },
]
// Only what is waiting to be done is counted (design README, principle 4).
const counted: readonly (Status | null)[] = ['draft', 'ready']
/** More than these nobody will count, and their number would push the last chip into a line of its own: the end of the list has it. */
const most = 99

/** The library on the start side: new article, search, filters, the list by day. */
export function LibraryPane({ shelf, settings, isWide, bulk, deeds, ...on }: LibraryPaneProps) {
  const { t, language } = useWords()
  const state = useSyncExternalStore(shelf.subscribe, shelf.state)
  const picked = useSyncExternalStore(shelf.selection.subscribe, shelf.selection.state)
  const progress = useSyncExternalStore(bulk.subscribe, bulk.progress)
  const isEmpty = state.isRead && state.all === 0
  useEffect(() => void shelf.readBy(language, settings.ownNames), [shelf, language, settings.ownNames])
  useTime(shelf, state)
  return (
    <nav className="col library" aria-label={t('library.name')} data-wide={isWide || undefined}>
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
      <SearchField
        query={state.query}
        onQuery={(query) => shelf.search(query)}
        onEnter={() => shelf.prepare()}
      />
      {!isEmpty && (
        <>
          <Filters shelf={shelf} state={state} />
          <Narrowings shelf={shelf} state={state} />
          <ListBar
            shelf={shelf}
            state={state}
            settings={settings}
            isWide={isWide}
            onChange={on.onChange}
            onWide={on.onWide}
          />
          {isWide && settings.listLook === 'columns' && !state.hits && (
            <ColumnHeads shelf={shelf} order={state.view.order} isPicking={picked.isPicking} />
          )}
        </>
      )}
      <ArticleList
        shelf={shelf}
        look={settings.listLook}
        rows={settings.rows}
        isWide={isWide}
        currentId={on.currentId}
        onOpen={on.onOpen}
        onDelete={deeds.trash}
        onFailed={on.onFailed}
      />
      {picked.isPicking || progress ? (
        <BulkBar shelf={shelf} bulk={bulk} deeds={deeds} isReadOnly={on.isReadOnly} onFailed={on.onFailed} />
      ) : (
        <footer className="end">
          <IconButton icon={GearSix} name={t('settings.name')} onPress={on.onSettings} />
          <IconButton icon={Trash} name={t('trash.name')} onPress={on.onTrash} />
          <IconButton
            icon={DownloadSimple}
            name={t('import.name')}
            onPress={on.onImport}
            isDisabled={on.isReadOnly}
          />
          {!isEmpty && state.isRead && (
            <span>
              {state.hits
                ? t('library.found', { count: state.found })
                : t('library.total', { count: state.total })}
            </span>
          )}
        </footer>
      )}
      {on.spot}
    </nav>
  )
}

/** A view of days, or of what is held until a moment, is another list when these have passed. */
function useTime(shelf: Shelf, { view, isRead }: ShelfState): void {
  const now = useNow()
  const moment = view.isHeld ? Math.floor(now / 60_000) : view.lastDays === null ? 0 : new Date(now).getDate()
  useEffect(() => {
    if (moment !== 0 && isRead) void shelf.refresh()
    // oxlint-disable-next-line react/exhaustive-deps -- only when time has passed
  }, [moment])
}

function Filters({ shelf, state }: { shelf: Shelf; state: ShelfState }) {
  const { t } = useWords()
  const { status } = state.view
  return (
    <div className="chips" role="group" aria-label={t('library.filter')}>
      {filters.map(({ value, label }) => {
        const count = (value && counted.includes(value) && state.counts?.status[value]) || 0
        return (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={value === null ? status.length === 0 : status.length === 1 && status[0] === value}
            onClick={() => shelf.show({ status: value === null ? [] : [value] })}
          >
            {t(label)}
            {count > 0 && count <= most && <b>{t('count.plain', { count })}</b>}
          </button>
        )
      })}
    </div>
  )
}
