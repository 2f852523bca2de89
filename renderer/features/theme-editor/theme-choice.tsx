import { useState } from 'react'
import type { ThemeInfo } from '../../../core/api/files.ts'
import { Button, Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { Question } from './question.tsx'
import type { EditedTheme } from './use-theme.ts'

interface ThemeChoiceProps {
  themes: readonly ThemeInfo[]
  first: string
  open: EditedTheme
  isReadOnly: boolean
  onChoose: (id: string) => void
}

/** Which theme it is, and what can be done with it as a whole. */
export function ThemeChoice({ themes, first, open, isReadOnly, onChoose }: ThemeChoiceProps) {
  const { t } = useWords()
  const [isRemoving, askToRemove] = useState(false)
  const { edits, isOwn, isChanged, problem } = open
  // A shipped theme is called in the list as the interface's language has it.
  const listed = themes.find(({ id }) => id === edits?.kept.id)?.name ?? ''
  return (
    <div className="theme-choice">
      <Select
        label={t('themes.choose')}
        value={edits?.kept.id ?? first}
        onChange={onChoose}
        choices={themes.map(({ id, name }) => ({ value: id, name }))}
      />
      <div className="theme-buttons">
        <Button
          look="line"
          isDisabled={isReadOnly || !edits || isChanged}
          onPress={() => void open.duplicate(t('themes.copyOf', { name: listed }))}
        >
          {t('themes.duplicate')}
        </Button>
        {isOwn && (
          <Button isDisabled={isReadOnly} onPress={() => askToRemove(true)}>
            {t('themes.remove')}
          </Button>
        )}
      </div>
      {(isReadOnly || !isOwn) && <p>{t(isReadOnly ? 'themes.readOnlyAbout' : 'themes.shippedAbout')}</p>}
      {problem && (
        <p role="alert" className="banner danger">
          {problem}
        </p>
      )}
      {isRemoving && edits && (
        <Question
          title={t('themes.removeAsk', { name: edits.kept.name })}
          onCancel={() => askToRemove(false)}
          answers={[
            {
              words: t('themes.remove'),
              onPress: () => {
                askToRemove(false)
                void open.remove()
              },
            },
          ]}
        />
      )}
    </div>
  )
}
