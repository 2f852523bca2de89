import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { Check } from '@phosphor-icons/react/dist/icons/Check'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { IconButton } from '../../ui/controls.tsx'
import { dismissName } from '../../ui/dismiss-name.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import '../../ui/menu.css'

interface ListMenuProps {
  name: string
  icon: PhosphorIcon
  /** What it stands at, said on the button itself. */
  word?: string
  isPressed?: boolean
  /** What can be chosen; `close` after a choice that is the last. */
  children: (close: () => void) => ReactNode
}

/** A button over the list, and what it opens. */
export function ListMenu({ name, icon, word, isPressed = false, children }: ListMenuProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      {word === undefined ? (
        <IconButton
          icon={icon}
          name={name}
          className={isPressed ? 'is-on' : ''}
          onPress={() => setOpen(!isOpen)}
        />
      ) : (
        <AriaButton className="btn plain list-order" aria-label={`${name}: ${word}`}>
          <Icon of={icon} size="text" />
          <span className="word">{word}</span>
        </AriaButton>
      )}
      <Popover
        className="float tray list-menu"
        placement="bottom start"
        offset={6}
        ref={dismissName(t('dialog.close'))}
      >
        <Dialog aria-label={name}>{children(() => setOpen(false))}</Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Choices under a name of their own. */
export function MenuGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="menu" role="group" aria-label={name}>
      <p className="menu-name" aria-hidden="true">
        {name}
      </p>
      {children}
    </div>
  )
}

interface MenuChoiceProps {
  isChosen: boolean
  onChoose: () => void
  /** How many articles there would be. */
  count?: string
  lang?: string
  children: ReactNode
}

/** One of several that can be chosen; a check says that it is. */
export function MenuChoice({ isChosen, onChoose, count, children }: MenuChoiceProps) {
  return (
    <button type="button" className="menu-item with-icon" aria-pressed={isChosen} onClick={onChoose}>
      <span className="check">{isChosen && <Icon of={Check} size="text" />}</span>
      <span className="grow">{children}</span>
      {count !== undefined && <span className="menu-count">{count}</span>}
    </button>
  )
}
