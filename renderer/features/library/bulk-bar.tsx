import { CircleHalf } from '@phosphor-icons/react/dist/icons/CircleHalf'
import { Export } from '@phosphor-icons/react/dist/icons/Export'
import { ListChecks } from '@phosphor-icons/react/dist/icons/ListChecks'
import { Tag } from '@phosphor-icons/react/dist/icons/Tag'
import { Trash } from '@phosphor-icons/react/dist/icons/Trash'
import { X } from '@phosphor-icons/react/dist/icons/X'
import { useId, useState, useSyncExternalStore } from 'react'
import { statuses } from '../../../core/model/fields.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { useWords } from '../../ui/words.tsx'
import type { Bulk, BulkDeeds } from './bulk.ts'
import { ListMenu, MenuChoice, MenuGroup } from './menu.tsx'
import type { Shelf } from './shelf.ts'

interface BulkBarProps {
  shelf: Shelf
  bulk: Bulk
  deeds: BulkDeeds
  isReadOnly: boolean
  onFailed: (error: unknown) => void
}

/** What can be done with the articles that are chosen; while it is done, how far it is. */
export function BulkBar({ shelf, bulk, deeds, isReadOnly, onFailed }: BulkBarProps) {
  const { t } = useWords()
  const { selection } = shelf
  const { ids } = useSyncExternalStore(selection.subscribe, selection.state)
  const progress = useSyncExternalStore(bulk.subscribe, bulk.progress)
  const chosen = [...ids]
  if (progress)
    return (
      <footer className="end bulk" role="group" aria-label={t('bulk.name')}>
        <progress max={progress.count} value={progress.done} aria-label={t('bulk.name')} />
        <p>{t('bulk.working', { done: progress.done, count: progress.count })}</p>
        <Button onPress={() => bulk.stop()}>{t('bulk.stop')}</Button>
      </footer>
    )
  const chooseAll = () => {
    shelf.idsBetween(0, shelf.count() - 1).then((all) => selection.add(all), onFailed)
  }
  const isNone = chosen.length === 0
  return (
    <footer className="end bulk" role="group" aria-label={t('bulk.name')}>
      <p role="status">{t('bulk.chosen', { count: chosen.length })}</p>
      {!isNone && !isReadOnly && (
        <>
          <ListMenu name={t('bulk.status')} icon={CircleHalf}>
            {(close) => (
              <MenuGroup name={t('bulk.status')}>
                {statuses.map((status) => (
                  <MenuChoice
                    key={status}
                    isChosen={false}
                    onChoose={() => {
                      close()
                      deeds.status(chosen, status)
                    }}
                  >
                    <StatusMark row={{ status, embargoUntil: null }} />
                  </MenuChoice>
                ))}
              </MenuGroup>
            )}
          </ListMenu>
          <ListMenu name={t('bulk.keyword')} icon={Tag}>
            {(close) => (
              <KeywordForm
                onWord={(word) => {
                  close()
                  deeds.keyword(chosen, word)
                }}
              />
            )}
          </ListMenu>
        </>
      )}
      {isNone ? (
        <IconButton icon={ListChecks} name={t('bulk.all')} onPress={chooseAll} />
      ) : (
        <IconButton icon={Export} name={t('export.name')} onPress={() => deeds.export(chosen)} />
      )}
      {!isNone && !isReadOnly && (
        <IconButton icon={Trash} name={t('article.trash')} onPress={() => deeds.trash(chosen)} />
      )}
      <IconButton icon={X} name={t('bulk.end')} onPress={() => selection.end()} />
    </footer>
  )
}

function KeywordForm({ onWord }: { onWord: (word: string) => void }) {
  const { t } = useWords()
  const id = useId()
  const [word, setWord] = useState('')
  const done = () => word.trim() !== '' && onWord(word.trim())
  return (
    <form
      className="menu menu-form"
      onSubmit={(event) => {
        event.preventDefault()
        done()
      }}
    >
      <label htmlFor={id}>{t('bulk.keyword')}</label>
      <span className="control">
        <input
          id={id}
          dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that opened it asks for the word
          autoFocus
          maxLength={200}
          autoComplete="off"
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
      </span>
      <Button look="line" isDisabled={word.trim() === ''} onPress={done}>
        {t('bulk.add')}
      </Button>
    </form>
  )
}
