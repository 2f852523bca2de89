import type { TrashedArticle } from '../../../core/api/versions.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { useWords } from '../../ui/words.tsx'

interface DeleteConfirmProps {
  articles: readonly TrashedArticle[]
  onConfirm: () => void
  onClose: () => void
}

/** Asks before articles are deleted for good: how many, and that it cannot be undone. The way back has the focus. */
export function DeleteConfirm({ articles, onConfirm, onClose }: DeleteConfirmProps) {
  const { t } = useWords()
  const count = articles.length
  const only = count === 1 ? articles[0]?.row : undefined
  return (
    <Dialog
      title={t('trash.removeCount', { count })}
      about={
        only && (
          <bdi {...headlineLanguage(only)}>
            <Headline of={only} />
          </bdi>
        )
      }
      isQuestion
      onClose={onClose}
      foot={
        <>
          <span className="grow" />
          <Button hasFocus onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            look="danger"
            onPress={() => {
              onConfirm()
              onClose()
            }}
          >
            {t('trash.removeNow')}
          </Button>
        </>
      }
    >
      <p className="trash-last">{t('trash.removeAbout', { count })}</p>
    </Dialog>
  )
}
