import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'

interface SwitchProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  /** Its name, beside it. */
  children: ReactNode
}

/** Something that is on or off, and is so at once. */
export function Switch({ isOn, onChange, children }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={isOn} onChange={onChange}>
      <span className="track" />
      <span>{children}</span>
    </AriaSwitch>
  )
}
