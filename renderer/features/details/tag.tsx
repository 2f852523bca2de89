import { X } from '@phosphor-icons/react/dist/icons/X'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'

/** One chosen word, that can be taken away again. */
export function Tag({ word, isFixed, onRemove }: { word: string; isFixed: boolean; onRemove: () => void }) {
  const { t } = useWords()
  return (
    <span className="tag">
      <bdi>{word}</bdi>
      {!isFixed && (
        <button type="button" aria-label={t('details.remove', { word })} onClick={onRemove}>
          <Icon of={X} size="tiny" />
        </button>
      )}
    </span>
  )
}
