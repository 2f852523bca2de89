import { useId, useState } from 'react'
import type { Settings } from '../../../core/model/settings.ts'
import { useWords } from '../../ui/words.tsx'
import { domainIn } from './domain-in.ts'
import { Section } from './section.tsx'

type Agency = Pick<Settings, 'agencyName' | 'agencyDomain'>
interface AgencyRowsProps {
  settings: Agency
  onChange: (part: Partial<Agency>) => void
}

/** Who sends, as the wire formats name a sender; each line holds when it is left, or at Enter. */
export function AgencyRows({ settings, onChange }: AgencyRowsProps) {
  const { t } = useWords()
  const about = useId()
  const [wrong, setWrong] = useState(false)
  const keepDomain = (typed: string) => {
    const agencyDomain = domainIn(typed)
    setWrong(agencyDomain === undefined)
    if (agencyDomain !== undefined) onChange({ agencyDomain })
    return agencyDomain ?? typed
  }
  const keepName = (typed: string) => {
    const agencyName = typed.trim().replace(/\s+/g, ' ').slice(0, 200)
    onChange({ agencyName })
    return agencyName
  }
  return (
    <Section title="settings.agency">
      <TextRow label={t('settings.agencyName')} value={settings.agencyName} about={about} onKeep={keepName} />
      <TextRow
        label={t('settings.agencyDomain')}
        value={settings.agencyDomain}
        about={about}
        isDomain
        isWrong={wrong}
        onKeep={keepDomain}
      />
      <p id={about} role={wrong ? 'alert' : undefined}>
        {t(wrong ? 'settings.agencyDomainWrong' : 'settings.agencyAbout', { example: 'agency.example' })}
      </p>
    </Section>
  )
}

interface TextRowProps {
  label: string
  value: string
  about: string
  isDomain?: boolean
  isWrong?: boolean
  /** Answers what was kept of it. */
  onKeep: (typed: string) => string
}

function TextRow({
  label,
  value,
  about,
  isDomain: isAddress = false,
  isWrong = false,
  onKeep,
}: TextRowProps) {
  const id = useId()
  const [typed, setTyped] = useState(value)
  const keep = () => {
    if (typed !== value || isWrong) setTyped(onKeep(typed))
  }
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <span className="control">
        <input
          id={id}
          dir={isAddress ? 'ltr' : 'auto'}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={about}
          aria-invalid={isWrong || undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep()}
        />
      </span>
    </div>
  )
}
