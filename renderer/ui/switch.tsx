import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'

interface SwitchProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  isDisabled?: boolean
  /** Its name, beside it. */
  children: ReactNode
}

/** Something that is on or off, and is so at once. */
export function Switch({ isOn, onChange, isDisabled = false, children }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={isOn} isDisabled={isDisabled} onChange={onChange}>
      <span className="track" />
      <span>{children}</span>
    </AriaSwitch>
  )
}
