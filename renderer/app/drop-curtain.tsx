import { FileArrowDown } from '@phosphor-icons/react/dist/icons/FileArrowDown'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../ui/words.tsx'

/** Says where the files would go, while they are held over the desk. */
export function DropCurtain() {
  const { t } = useWords()
  return (
    <div className="curtain">
      <Icon of={FileArrowDown} />
      {t('import.drop')}
    </div>
  )
}
