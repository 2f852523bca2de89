import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { ArrowsLeftRight } from '@phosphor-icons/react/dist/icons/ArrowsLeftRight'
import { Copy } from '@phosphor-icons/react/dist/icons/Copy'
import { FolderOpen } from '@phosphor-icons/react/dist/icons/FolderOpen'
import { FolderPlus } from '@phosphor-icons/react/dist/icons/FolderPlus'
import { Folders } from '@phosphor-icons/react/dist/icons/Folders'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { KnownLibrary } from '../../../core/api/libraries.ts'
import type { CommandId } from '../../../core/commands/table.ts'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { formatDateTime } from '../../../core/language/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { localInstant } from '../../ui/instants.ts'
import { choicesIn, moveInMenu } from '../../ui/menu-keys.ts'
import { PathText, ShortPath } from '../../ui/path-text.tsx'
import { useWords } from '../../ui/words.tsx'

export interface LibraryMenuProps {
  /** Where the library lies. */
  path: string
  /** The libraries that were open, the newest first, this one among them. */
  recent: readonly KnownLibrary[]
  host: HostInfo
  applies: (command: CommandId) => boolean
  onRun: (command: CommandId) => void
  onOpen: (path: string) => void
  onForget: (path: string) => void
  onClose: () => void
}

const commands: readonly { id: CommandId; label: MessageKey; icon: PhosphorIcon }[] = [
  { id: 'library.reveal', label: 'command.revealLibrary', icon: FolderOpen },
  { id: 'library.copyPath', label: 'library.copyPath', icon: Copy },
  { id: 'library.choose', label: 'command.chooseLibrary', icon: Folders },
  { id: 'library.new', label: 'command.newLibrary', icon: FolderPlus },
  { id: 'library.move', label: 'command.moveLibrary', icon: ArrowsLeftRight },
]

/** What can be done about the library's folder, and the libraries that were open before. */
export function LibraryMenu({
  path,
  recent,
  host,
  applies,
  onRun,
  onOpen,
  onForget,
  onClose,
}: LibraryMenuProps) {
  const { t } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => choicesIn(menu.current)[0]?.focus(), [])
  const others = recent.filter((each) => each.path !== path)
  const offered = commands.filter(({ id }) => id !== 'library.reveal' || host.revealsLibrary)
  const does = (work: () => void) => () => {
    onClose()
    work()
  }
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className="menu spot-menu"
      aria-label={t('library.name')}
      onKeyDown={(event) => moveInMenu(event, menu.current)}
    >
      <p className="whole">
        <PathText path={path} />
      </p>
      {offered
        .filter(({ id }) => applies(id))
        .map(({ id, label, icon }) => (
          <Item key={id} icon={icon} onChoose={does(() => onRun(id))}>
            {t(label)}
          </Item>
        ))}
      {host.choosesLibrary !== 'fixed' && (
        <Recent
          libraries={others}
          onOpen={(chosen) => does(() => onOpen(chosen))()}
          onForget={(chosen) => {
            onForget(chosen)
            // What had the focus goes.
            menu.current?.focus()
          }}
        />
      )}
    </div>
  )
}

interface ItemProps {
  icon?: PhosphorIcon
  describedBy?: string
  onChoose: () => void
  children: ReactNode
}

function Item({ icon, describedBy, onChoose, children }: ItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="menu-item with-icon"
      aria-describedby={describedBy}
      onClick={onChoose}
    >
      {icon && <Icon of={icon} size="text" />}
      <span className="grow">{children}</span>
    </button>
  )
}

interface RecentProps {
  libraries: readonly KnownLibrary[]
  onOpen: (path: string) => void
  onForget: (path: string) => void
}

function Recent({ libraries, onOpen, onForget }: RecentProps) {
  const { t } = useWords()
  const nameId = useId()
  return (
    <div role="group" className="recent" aria-labelledby={nameId}>
      <p id={nameId} className="menu-name">
        {t('library.recent')}
      </p>
      {libraries.length === 0 && <p className="none">{t('library.noRecent')}</p>}
      {libraries.map((each) =>
        each.isThere ? (
          <Item key={each.path} onChoose={() => onOpen(each.path)}>
            <About library={each} />
          </Item>
        ) : (
          <Away key={each.path} library={each} onForget={() => onForget(each.path)} />
        ),
      )}
    </div>
  )
}

function About({ library: { name, path, openedAt, isThere } }: { library: KnownLibrary }) {
  const { t, dates } = useWords()
  const time = formatDateTime(localInstant(openedAt), { ...dates, style: 'short' })
  return (
    <span className="known">
      <bdi className="name">{name}</bdi>
      <span className="when">{isThere ? t('library.openedAt', { time }) : t('library.notThere')}</span>
      <ShortPath path={path} />
    </span>
  )
}

/** It cannot be opened now; what can be done is to take it off the list. */
function Away({ library, onForget }: { library: KnownLibrary; onForget: () => void }) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="away">
      <div id={id}>
        <About library={library} />
      </div>
      <Item describedBy={id} onChoose={onForget}>
        {t('library.forget')}
      </Item>
    </div>
  )
}
