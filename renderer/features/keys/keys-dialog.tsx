import { MagnifyingGlass } from '@phosphor-icons/react/dist/icons/MagnifyingGlass'
import { Fragment, useId, useState } from 'react'
import { keyCaps } from '../../../core/commands/keys.ts'
import {
  commandGroups,
  type Command,
  type CommandGroup,
  type CommandId,
} from '../../../core/commands/table.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { capsOf, isMac, KeyCaps } from '../../ui/key-caps.tsx'
import { useWords } from '../../ui/words.tsx'
import { hasKeys } from './find-keys.ts'
import './keys.css'

type Listed = Command & { id: CommandId }
interface KeysDialogProps {
  commands: readonly Listed[]
  /** The commands that words mean, as the palette finds them. */
  find: (query: string) => readonly Listed[]
  /** What was typed before it stood. */
  typed: string
  onClose: () => void
}

/** Every command of the table with its keys, under its group; found by a word or by the keys; fit for the wall beside the desk. */
export function KeysDialog({ commands, find, typed, onClose }: KeysDialogProps) {
  const { t } = useWords()
  const [query, setQuery] = useState(typed)
  const isAsked = query.trim() !== ''
  const meant = new Set(find(query))
  const found = commands.filter((each) => !isAsked || meant.has(each) || hasKeys(each, query, isMac))
  return (
    <Dialog
      title={t('help.keys')}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <span className="by-name">
            {t('keys.byName')} <KeyCaps caps={capsOf('palette.open')} />
          </span>
          <Button onPress={() => window.print()}>{t('keys.print')}</Button>
        </>
      }
    >
      <div className="key-help">
        <label className="search">
          <Icon of={MagnifyingGlass} size="text" />
          <input
            type="search"
            dir="auto"
            autoFocus
            aria-label={t('keys.search')}
            placeholder={t('keys.search')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
        <p role="status" className={found.length > 0 ? 'visually-hidden' : 'none'}>
          {isAsked && t('keys.found', { count: found.length })}
        </p>
        <div className="groups">
          {commandGroups.map((group) => (
            <Group key={group} group={group} commands={found.filter((each) => each.group === group)} />
          ))}
        </div>
      </div>
    </Dialog>
  )
}

function Group({ group, commands }: { group: CommandGroup; commands: readonly Listed[] }) {
  const { t } = useWords()
  const id = useId()
  if (commands.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t(`command.group.${group}`)}</h3>
      <dl>
        {commands.map(({ id: command, label, keys = [] }) => (
          <div key={command}>
            <dt>{t(label)}</dt>
            {keys.length > 0 && (
              <dd>
                {keys.map((each, index) => (
                  <Fragment key={JSON.stringify(each)}>
                    {index > 0 && <i className="dot" />}
                    <KeyCaps caps={keyCaps(each, isMac)} />
                  </Fragment>
                ))}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  )
}
