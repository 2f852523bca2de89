import { Warning as Sign } from '@phosphor-icons/react/dist/icons/Warning'
import type { Warning } from '../../core/api/files.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

/** What a file cannot carry or is to be looked over, a sentence each; nothing where there is nothing. */
export function Findings({ warnings }: { warnings: readonly Warning[] }) {
  const { t } = useWords()
  if (warnings.length === 0) return null
  return (
    <div className="banner">
      <Icon of={Sign} />
      <ul>
        {warnings.map((warning) => (
          <li key={warning.code + warning.message}>{t(`warning.${warning.code}` as MessageKey)}</li>
        ))}
      </ul>
    </div>
  )
}

/** Why something cannot be had; nothing for ''. */
export function Problem({ sentence }: { sentence: string }) {
  if (!sentence) return null
  return (
    <p className="banner danger" role="alert">
      <Icon of={Sign} />
      {sentence}
    </p>
  )
}
