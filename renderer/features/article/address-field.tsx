import { useId } from 'react'
import { checkAddress, type AddressCheck, type AddressProblem } from '../../../core/language/check-address.ts'
import { useWords } from '../../ui/words.tsx'

/** Said while somebody is still writing; the others only when the address is to be used. */
const saidEarly: readonly AddressProblem[] = ['no-scheme', 'email', 'phone', 'encoded', 'look-alike']
const warnings: readonly AddressProblem[] = ['encoded', 'look-alike']

/** Whether the address may lead elsewhere than it seems: used only when a person has read so. */
export const isWarned = ({ problem }: AddressCheck): boolean => problem !== null && warnings.includes(problem)

/** The check of an address that must be one of the web. */
function webAddress(value: string): AddressCheck {
  const check = checkAddress(value)
  const isWeb = check.href === null || /^https?:/iu.test(check.href)
  return isWeb ? check : { problem: 'host', href: null, about: '' }
}

interface AddressFieldProps {
  value: string
  /** Somebody wanted to use the address as it stands. */
  isTried: boolean
  isLabelShown?: boolean
  /** A place on the web: neither mail nor a phone. */
  isWebOnly?: boolean
  onChange: (address: string) => void
}

/** A field for an address, and in words what is wrong with it or where it will lead; nothing is asked of a network. */
export function AddressField({
  value,
  isTried,
  isLabelShown = false,
  isWebOnly = false,
  onChange,
}: AddressFieldProps) {
  const { t } = useWords()
  const id = useId()
  const { problem, href, about } = isWebOnly ? webAddress(value) : checkAddress(value)
  const isSaid = problem !== null && (isTried || saidEarly.includes(problem))
  const isRefused = isSaid && href === null
  // What is named keeps its own order in a sentence of any direction.
  const named = { href: `\u2066${href ?? ''}\u2069`, about: `\u2066${about}\u2069` }
  return (
    <div className="address-field">
      <label className={isLabelShown ? 'label' : 'visually-hidden'} htmlFor={id}>
        {t('link.address')}
      </label>
      <span className={`control ${isRefused ? 'error' : ''}`}>
        <input
          id={id}
          dir="ltr"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the box was opened to write it
          autoFocus
          placeholder="https://"
          aria-invalid={isRefused || undefined}
          aria-describedby={isSaid ? `${id}-said` : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
      {isSaid && (
        <p
          id={`${id}-said`}
          role={isTried ? 'alert' : 'status'}
          className={href === null ? 'problem' : isWarned({ problem, href, about }) ? 'warn' : 'quiet'}
        >
          {t(`link.problem.${problem}`, named)}
        </p>
      )}
    </div>
  )
}
