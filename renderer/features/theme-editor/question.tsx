import { Button, Dialog } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'

interface QuestionProps {
  title: string
  answers: readonly { words: string; isFirst?: true; onPress: () => void }[]
  onCancel: () => void
}

/** Asks before something is lost; to go on as before is always an answer. */
export function Question({ title, answers, onCancel }: QuestionProps) {
  const { t } = useWords()
  return (
    <Dialog
      title={title}
      isQuestion
      onClose={onCancel}
      foot={
        <>
          <Button onPress={onCancel}>{t('dialog.cancel')}</Button>
          {answers.map(({ words, isFirst, onPress }) => (
            <Button
              key={words}
              look={isFirst ? 'primary' : 'line'}
              hasFocus={isFirst ?? false}
              onPress={onPress}
            >
              {words}
            </Button>
          ))}
        </>
      }
    >
      {null}
    </Dialog>
  )
}
