import { CaretUpDown } from '@phosphor-icons/react/dist/icons/CaretUpDown'
import { FolderSimple } from '@phosphor-icons/react/dist/icons/FolderSimple'
import { useRef, useState } from 'react'
import { isolatedPath, nameOfPath } from '../../../core/language/paths.ts'
import { Float, useAnchor } from '../../ui/float.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ShortPath } from '../../ui/path-text.tsx'
import { useWords } from '../../ui/words.tsx'
import { LibraryMenu, type LibraryMenuProps } from './library-menu.tsx'
import './libraries.css'

interface LibrarySpotProps extends Omit<LibraryMenuProps, 'onClose'> {
  /** The list is about to be read. */
  onLook: () => void
}

/** The library's name and place, and behind one press all that can be done about them. */
export function LibrarySpot({ path, onLook, ...menu }: LibrarySpotProps) {
  const { t } = useWords()
  const anchor = useAnchor()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    onLook()
    setOpen(true)
  }
  return (
    <div className="spot-row">
      <button
        ref={button}
        type="button"
        className="spot"
        style={anchor.style}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={isolatedPath(path)}
        onClick={open}
        onKeyDown={({ key }) => (key === 'ArrowDown' || key === 'ArrowUp') && open()}
      >
        <Icon of={FolderSimple} size="text" />
        <span className="visually-hidden">{t('library.name')}</span>
        <span className="words">
          <bdi className="name">{nameOfPath(path)}</bdi>
          <ShortPath path={path} />
        </span>
        <Icon of={CaretUpDown} size="tiny" />
      </button>
      {isOpen && (
        <Float anchor={anchor.name} className="spot-float" onClose={() => setOpen(false)}>
          <LibraryMenu
            path={path}
            {...menu}
            onClose={() => {
              setOpen(false)
              button.current?.focus()
            }}
          />
        </Float>
      )}
    </div>
  )
}
