import { useState } from 'react'
import type { HostInfo } from '../../core/api/contract.ts'
import { Button } from './controls.tsx'
import { PathText } from './path-text.tsx'
import { useWords } from './words.tsx'
import './library-place.css'

interface LibraryPlaceProps {
  /** Its path, for people to read. */
  library: string
  host: HostInfo
  /** `place` where the host takes a path in words; without it the host asks in a dialog of its own. */
  onChoose: (place?: string) => void
  onReveal: () => void
}

/** Where the library lies, and what this host can do about it. */
export function LibraryPlace({ library, host, onChoose, onReveal }: LibraryPlaceProps) {
  const { t } = useWords()
  return (
    <div className="place">
      <p className="path">
        <PathText path={library} />
      </p>
      {(host.choosesLibrary === 'dialog' || host.revealsLibrary) && (
        <div className="do">
          {host.choosesLibrary === 'dialog' && (
            <Button look="line" onPress={() => onChoose()}>
              {t('place.choose')}
            </Button>
          )}
          {host.revealsLibrary && <Button onPress={onReveal}>{t('command.revealLibrary')}</Button>}
        </div>
      )}
      {host.choosesLibrary === 'typed' && <TypedPlace onChoose={onChoose} />}
      {host.choosesLibrary === 'fixed' && (
        <p className="about">{t('place.fixed', { option: '--library' })}</p>
      )}
    </div>
  )
}

function TypedPlace({ onChoose }: Pick<LibraryPlaceProps, 'onChoose'>) {
  const { t } = useWords()
  const [place, setPlace] = useState('')
  const asked = place.trim()
  const choose = () => {
    if (asked) onChoose(asked)
  }
  return (
    <form
      className="do"
      onSubmit={(event) => {
        event.preventDefault()
        choose()
      }}
    >
      <span className="control">
        <input
          dir="ltr"
          aria-label={t('place.typed')}
          placeholder={t('place.typed')}
          autoComplete="off"
          spellCheck={false}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
      </span>
      <Button look="line" isDisabled={!asked} onPress={choose}>
        {t('place.open')}
      </Button>
    </form>
  )
}
