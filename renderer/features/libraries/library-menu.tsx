import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { ArrowsLeftRight } from '@phosphor-icons/react/dist/icons/ArrowsLeftRight'
import { Copy } from '@phosphor-icons/react/dist/icons/Copy'
import { FolderOpen } from '@phosphor-icons/react/dist/icons/FolderOpen'
import { FolderPlus } from '@phosphor-icons/react/dist/icons/FolderPlus'
import { Folders } from '@phosphor-icons/react/dist/icons/Folders'
import { useId } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { KnownLibrary } from '../../../core/api/libraries.ts'
import type { CommandId } from '../../../core/commands/table.ts'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { formatDateTime } from '../../../core/language/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { localInstant } from '../../ui/instants.ts'
import { Menu, MenuItem, type MenuSpot } from '../../ui/menu.tsx'
import { PathText, ShortPath } from '../../ui/path-text.tsx'
import { useWords } from '../../ui/words.tsx'

export interface LibraryMenuProps extends MenuSpot {
  /** Where the library lies. */
  path: string
  /** The libraries that were open, the newest first, this one among them. */
  recent: readonly KnownLibrary[]
  host: HostInfo
  applies: (command: CommandId) => boolean
  onRun: (command: CommandId) => void
  onOpen: (path: string) => void
  onForget: (path: string) => void
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
  ...menu
}: LibraryMenuProps) {
  const { t } = useWords()
  const others = recent.filter((each) => each.path !== path)
  const offered = commands.filter(({ id }) => id !== 'library.reveal' || host.revealsLibrary)
  return (
    <Menu name={t('library.name')} place="above" className="spot-menu" {...menu}>
      <p className="whole">
        <PathText path={path} />
      </p>
      {offered
        .filter(({ id }) => applies(id))
        .map(({ id, label, icon }) => (
          <MenuItem key={id} className="with-icon" onChoose={() => onRun(id)}>
            <Icon of={icon} size="text" />
            <span className="grow">{t(label)}</span>
          </MenuItem>
        ))}
      {host.choosesLibrary !== 'fixed' && <Recent libraries={others} onOpen={onOpen} onForget={onForget} />}
    </Menu>
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
    <div role="group" className="menu-group recent" aria-labelledby={nameId}>
      <p id={nameId} className="menu-name">
        {t('library.recent')}
      </p>
      {libraries.length === 0 && <p className="none">{t('library.noRecent')}</p>}
      {libraries.map((each) =>
        each.isThere ? (
          <MenuItem key={each.path} className="with-icon" onChoose={() => onOpen(each.path)}>
            <span className="grow">
              <About library={each} />
            </span>
          </MenuItem>
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
      <MenuItem className="with-icon" describedBy={id} stays onChoose={onForget}>
        <span className="grow">{t('library.forget')}</span>
      </MenuItem>
    </div>
  )
}
