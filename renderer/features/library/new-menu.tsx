import { CaretDown } from '@phosphor-icons/react/dist/icons/CaretDown'
import { useEffect, useRef, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { nameOfType, phraseFor } from '../../../core/model/story-start.ts'
import type { StoryType } from '../../../core/model/story-type.ts'
import { offered, useStoryTypes } from '../../desk/story-types.ts'
import { IconButton } from '../../ui/controls.tsx'
import { dismissName } from '../../ui/dismiss-name.ts'
import { choicesIn, moveInMenu } from '../../ui/menu-keys.ts'
import { useWords } from '../../ui/words.tsx'

interface NewMenuProps {
  isDisabled: boolean
  onNew: (type: string) => void
}

/** Beside the button of a plain new story: the types that one may have, each with a sentence. */
export function NewMenu({ isDisabled, onNew }: NewMenuProps) {
  const { t } = useWords()
  const types = offered(useStoryTypes())
  const [isOpen, setOpen] = useState(false)
  if (types.length === 0) return null
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton
        icon={CaretDown}
        className="new-kinds"
        name={t('new.types')}
        isDisabled={isDisabled}
        hasMenu
        onPress={() => setOpen(!isOpen)}
      />
      <Popover
        className="float new-menu"
        placement="bottom end"
        offset={6}
        ref={dismissName(t('dialog.close'))}
      >
        <Dialog aria-label={t('new.types')}>
          <Choices
            types={types}
            onChoose={(id) => {
              setOpen(false)
              onNew(id)
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Choices({ types, onChoose }: { types: readonly StoryType[]; onChoose: (id: string) => void }) {
  const { t, language } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => choicesIn(menu.current)[0]?.focus(), [])
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className="menu"
      aria-label={t('new.types')}
      onKeyDown={(event) => moveInMenu(event, menu.current)}
    >
      {types.map((type) => (
        <button
          key={type.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="menu-item new-kind"
          onClick={() => onChoose(type.id)}
        >
          <span dir="auto">{nameOfType(type, language)}</span>
          <small dir="auto">{phraseFor(type.about, language)}</small>
        </button>
      ))}
    </div>
  )
}
