import { CaretDown } from '@phosphor-icons/react/dist/icons/CaretDown'
import { nameOfType, phraseFor } from '../../../core/model/story-start.ts'
import { offered, useStoryTypes } from '../../desk/story-types.ts'
import { IconButton } from '../../ui/controls.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useMenuButton } from '../../ui/use-menu-button.ts'
import { useWords } from '../../ui/words.tsx'

interface NewMenuProps {
  isDisabled: boolean
  onNew: (type: string) => void
}

/** Beside the button of a plain new story: the types that one may have, each with a sentence. */
export function NewMenu({ isDisabled, onNew }: NewMenuProps) {
  const { t, language } = useWords()
  const types = offered(useStoryTypes())
  const menu = useMenuButton()
  if (types.length === 0) return null
  return (
    <>
      <IconButton
        icon={CaretDown}
        className="new-kinds"
        name={t('new.types')}
        isDisabled={isDisabled}
        menu={menu}
        onPress={menu.press}
      />
      {menu.isOpen && (
        <Menu name={t('new.types')} place="below-end" className="new-menu" {...menu.spot}>
          {types.map((type) => (
            <MenuItem key={type.id} className="new-kind" onChoose={() => onNew(type.id)}>
              <span dir="auto">{nameOfType(type, language)}</span>
              <small dir="auto">{phraseFor(type.about, language)}</small>
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  )
}
