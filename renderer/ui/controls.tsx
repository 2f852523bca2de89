import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
  ToggleButton as AriaToggle,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components'
import { X } from '@phosphor-icons/react/dist/icons/X'
import type { CommandId } from '../../core/commands/table.ts'
import { dismissName } from './dismiss-name.ts'
import { Icon } from './icon.tsx'
import { capsOf, KeyCaps } from './key-caps.tsx'
import type { MenuButton } from './use-menu-button.ts'
import { useWords } from './words.tsx'

interface ButtonProps {
  children: ReactNode
  /** Absent where what stands around it hears the press: the trigger of a popover. */
  onPress?: () => void
  /** 'danger' takes something away for good, and is never the one that has the focus first. */
  look?: 'plain' | 'line' | 'primary' | 'danger'
  isBig?: boolean
  isDisabled?: boolean
  /** What it does is being done: it keeps the focus and hears no press. */
  isBusy?: boolean
  /** It has the focus when it appears: of a dialog's controls, the one to press first. */
  hasFocus?: boolean
  icon?: PhosphorIcon
  /** Keys that do the same, drawn behind the word; not part of its name. */
  caps?: readonly string[]
  className?: string
  /** What a hint of the tour finds it by. */
  tour?: string
  /** The id of what it is read out with. */
  describedBy?: string
}

const noCaps: readonly string[] = []

/** A button with a word. One 'primary' at a time is on screen. */
export function Button({
  children,
  look = 'plain',
  isBig = false,
  icon,
  caps = noCaps,
  className = '',
  tour,
  describedBy,
  hasFocus = false,
  isBusy = false,
  ...press
}: ButtonProps) {
  return (
    <AriaButton
      className={`btn ${look} ${isBig ? 'big' : ''} ${className}`}
      data-tour={tour}
      aria-describedby={describedBy}
      autoFocus={hasFocus}
      isPending={isBusy}
      {...press}
    >
      {icon && <Icon of={icon} size="text" />}
      <span className="word">{children}</span>
      <span aria-hidden="true" className="contents">
        <KeyCaps caps={caps} />
      </span>
    </AriaButton>
  )
}

interface IconButtonProps {
  icon: PhosphorIcon
  /** The accessible name, shown as a tooltip too. */
  name: string
  /** The command it runs: the tooltip shows its keys. */
  command?: CommandId
  onPress: () => void
  isDisabled?: boolean
  points?: boolean
  isPressed?: boolean
  className?: string
  excludeFromTabOrder?: boolean
  /** It opens a menu: its press is `menu.press`, and arrows open it too. */
  menu?: MenuButton
}

const opener = ({ face, hears }: MenuButton): AriaButtonProps => ({
  ...face,
  onKeyDown: (event) => (hears(event.key) ? undefined : event.continuePropagation()),
})

/** A button that is only an icon; with `isPressed` it is a toggle that says so. */
export function IconButton({
  icon,
  name,
  command,
  points,
  isPressed,
  className = '',
  onPress,
  menu,
  ...rest
}: IconButtonProps) {
  const face = <Icon of={icon} points={points} />
  return (
    // Nothing more is said of it beside its menu.
    <TooltipTrigger delay={600} closeDelay={0} isDisabled={menu?.isOpen ?? false}>
      {isPressed === undefined ? (
        <AriaButton
          className={`btn icon-only ${className}`}
          aria-label={name}
          onPress={onPress}
          {...(menu && opener(menu))}
          {...rest}
        >
          {face}
        </AriaButton>
      ) : (
        <AriaToggle
          className={`btn icon-only ${className}`}
          aria-label={name}
          isSelected={isPressed}
          onPress={onPress}
          {...rest}
        >
          {face}
        </AriaToggle>
      )}
      <Tooltip className="tooltip" offset={6}>
        {name}
        {command && <KeyCaps caps={capsOf(command)} />}
      </Tooltip>
    </TooltipTrigger>
  )
}

interface DialogProps {
  title: string
  about?: ReactNode
  /** 'whole': as large as there is room for, whatever stands in it. */
  size?: 'narrow' | 'wide' | 'whole'
  /** It asks before something cannot be undone: a press outside is no answer. */
  isQuestion?: boolean
  onClose: () => void
  children: ReactNode
  /** The buttons at its foot. */
  foot?: ReactNode
}

/** A window over the desk: traps the focus, closes by Escape or outside, gives the focus back. */
export function Dialog({
  title,
  about,
  size = 'narrow',
  isQuestion = false,
  onClose,
  children,
  foot,
}: DialogProps) {
  const { t } = useWords()
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={!isQuestion}
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Modal className={`float dialog ${size}`} ref={dismissName(t('dialog.close'))}>
        <AriaDialog aria-label={title} role={isQuestion ? 'alertdialog' : 'dialog'}>
          <header>
            <div className="grow">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {about && <p>{about}</p>}
            </div>
            {/* No tooltip: it would take the Escape that is meant for the dialog. */}
            <AriaButton className="btn icon-only" aria-label={t('dialog.close')} onPress={onClose}>
              <Icon of={X} />
            </AriaButton>
          </header>
          <div className="dialog-body">{children}</div>
          {foot && <footer>{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface SelectProps<V extends string> {
  id?: string
  'aria-describedby'?: string
  'aria-required'?: boolean | undefined
  label: string
  value: V
  choices: readonly { value: V; name: string }[]
  onChange: (value: V) => void
  isDisabled?: boolean
  children?: ReactNode
}

/** A choice of one from a list: the platform's own list, in the house's clothes. */
export function Select<V extends string>({
  label,
  value,
  choices,
  onChange,
  isDisabled,
  children,
  ...wiring
}: SelectProps<V>) {
  return (
    <span className="control select">
      {children}
      <select
        {...wiring}
        aria-label={label}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value as V)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </span>
  )
}
