import { BookmarkSimple } from '@phosphor-icons/react/dist/icons/BookmarkSimple'
import { X } from '@phosphor-icons/react/dist/icons/X'
import { useId, useState } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { wholeLibrary, type ListView, type SavedView } from '../../../core/model/list-view.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import type { ListBarProps } from './list-bar-props.ts'
import { ListMenu, MenuChoice, MenuGroup } from './menu.tsx'
import { NamesField } from './names-field.tsx'
import { isSameView } from './view-filter.ts'

interface ShippedView {
  label: MessageKey
  view: ListView
}
/** Views that every desk has. What waits for an editor is ready, and somebody else's. */
const shipped: readonly ShippedView[] = [
  { label: 'view.all', view: wholeLibrary() },
  { label: 'view.mine', view: { ...wholeLibrary(), status: ['draft'], whose: 'mine' } },
  { label: 'view.waiting', view: { ...wholeLibrary(), status: ['ready'], whose: 'others' } },
  { label: 'view.embargoed', view: { ...wholeLibrary(), isHeld: true } },
]

/** The views that have a name: to go to one, to save this one, to take one away. */
export function ViewMenu({ shelf, state, settings, onChange }: ListBarProps) {
  const { t } = useWords()
  const { savedViews, ownNames } = settings
  const [asked, setAsked] = useState<ListView | null>(null)
  const { query } = state
  const go = (view: ListView, wanted = '') => {
    shelf.search(wanted)
    shelf.show(view)
  }
  const choose = (view: ListView, close: () => void) => {
    if (view.whose && ownNames.length === 0) return setAsked(view)
    go(view)
    return close()
  }
  const isShown = (saved: Pick<SavedView, 'view' | 'query'>) =>
    isSameView(saved.view, state.view) && saved.query.trim() === query.trim()
  const keep = (name: string) =>
    onChange({
      savedViews: [
        ...savedViews.filter((saved) => saved.name !== name),
        { name, view: state.view, query: query.trim() },
      ],
    })
  return (
    <ListMenu name={t('view.name')} icon={BookmarkSimple}>
      {(close) => (
        <>
          <MenuGroup name={t('view.name')}>
            {shipped.map(({ label, view }) => (
              <MenuChoice
                key={label}
                isChosen={isShown({ view, query: '' })}
                onChoose={() => choose(view, close)}
              >
                {t(label)}
              </MenuChoice>
            ))}
            {asked && (
              <NamesField
                onNames={(names) => {
                  onChange({ ownNames: names })
                  go(asked)
                  setAsked(null)
                  close()
                }}
              />
            )}
          </MenuGroup>
          {savedViews.length > 0 && (
            <MenuGroup name={t('view.own')}>
              {savedViews.map((saved) => (
                <div key={saved.name} className="saved-view">
                  <MenuChoice
                    isChosen={isShown(saved)}
                    onChoose={() => {
                      go(saved.view, saved.query)
                      close()
                    }}
                  >
                    <bdi>{saved.name}</bdi>
                  </MenuChoice>
                  <IconButton
                    icon={X}
                    name={t('view.remove', { name: saved.name })}
                    onPress={() => onChange({ savedViews: savedViews.filter((each) => each !== saved) })}
                  />
                </div>
              ))}
            </MenuGroup>
          )}
          <SaveView onSave={keep} />
        </>
      )}
    </ListMenu>
  )
}

/** What is shown now gets a name. */
function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const { t } = useWords()
  const id = useId()
  const [name, setName] = useState('')
  const save = () => {
    if (name.trim() === '') return
    onSave(name.trim())
    setName('')
  }
  return (
    <form
      className="menu menu-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label htmlFor={id}>{t('view.label')}</label>
      <span className="control">
        <input
          id={id}
          dir="auto"
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </span>
      <Button look="line" isDisabled={name.trim() === ''} onPress={save}>
        {t('view.save')}
      </Button>
    </form>
  )
}
