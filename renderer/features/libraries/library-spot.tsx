import { CaretUpDown } from '@phosphor-icons/react/dist/icons/CaretUpDown'
import { FolderSimple } from '@phosphor-icons/react/dist/icons/FolderSimple'
import { isolatedPath, nameOfPath } from '../../../core/language/paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { ShortPath } from '../../ui/path-text.tsx'
import type { MenuSpot } from '../../ui/menu.tsx'
import { useMenuButton } from '../../ui/use-menu-button.ts'
import { useWords } from '../../ui/words.tsx'
import { LibraryMenu, type LibraryMenuProps } from './library-menu.tsx'
import './libraries.css'

interface LibrarySpotProps extends Omit<LibraryMenuProps, keyof MenuSpot> {
  /** The list is about to be read. */
  onLook: () => void
}

/** The library's name and place, and behind one press all that can be done about them. */
export function LibrarySpot({ path, onLook, ...menu }: LibrarySpotProps) {
  const { t } = useWords()
  const menuButton = useMenuButton(onLook)
  return (
    <div className="spot-row">
      <button
        type="button"
        className="spot"
        title={isolatedPath(path)}
        onClick={menuButton.press}
        onKeyDown={({ key }) => void menuButton.hears(key)}
        {...menuButton.face}
      >
        <Icon of={FolderSimple} size="text" />
        <span className="visually-hidden">{t('library.name')}</span>
        <span className="words">
          <bdi className="name">{nameOfPath(path)}</bdi>
          <ShortPath path={path} />
        </span>
        <Icon of={CaretUpDown} size="tiny" />
      </button>
      {menuButton.isOpen && <LibraryMenu path={path} {...menu} {...menuButton.spot} />}
    </div>
  )
}
