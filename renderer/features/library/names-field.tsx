import { useId, useState } from 'react'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'

/** Asks under which names somebody writes, before the first view that needs them. */
export function NamesField({ onNames }: { onNames: (names: string[]) => void }) {
  const { t } = useWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const names = typed.split(/[,،؛;]/u).map((name) => name.trim())
  const kept = [...new Set(names)].filter((name) => name !== '').slice(0, 20)
  const done = () => kept.length > 0 && onNames(kept)
  return (
    <form
      className="menu-form"
      onSubmit={(event) => {
        event.preventDefault()
        done()
      }}
    >
      <label htmlFor={id}>{t('view.ownNames')}</label>
      <span className="control">
        <input
          id={id}
          dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the choice that was made asks for it
          autoFocus
          autoComplete="off"
          aria-describedby={`${id}-about`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <p id={`${id}-about`}>{t('view.ownNamesAbout')}</p>
      <Button look="line" isDisabled={kept.length === 0} onPress={done}>
        {t('dialog.done')}
      </Button>
    </form>
  )
}
