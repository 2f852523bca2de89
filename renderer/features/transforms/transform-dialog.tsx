import { useEffect, useMemo, useState } from 'react'
import type { HouseStyle, TransformId } from '../../../core/language/transforms/transform.ts'
import { transformsFor } from '../../../core/language/transforms/registry.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { storyTexts } from '../../editor/story-texts.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { Changes } from './changes.tsx'
import { planFor } from './plan.ts'
import { runTransform, type Transformed } from './run-transform.ts'
import { TransformChoice } from './transform-choice.tsx'
import './transforms.css'

interface TransformDialogProps {
  draft: OpenDraft
  story: StoryEditor
  house: HouseStyle
  onDone: (transformed: Transformed) => void
  onClose: () => void
}

/** Chooses a transform and shows each change before it is made. */
export function TransformDialog({ draft, story, house, onDone, onClose }: TransformDialogProps) {
  const { t } = useWords()
  const { language, fields } = draft.details()
  const choices = useMemo(() => transformsFor(language), [language])
  const [transform, setTransform] = useState<TransformId>(
    () => (choices.wanted[0] ?? choices.others[0])?.id ?? 'digits',
  )
  const [withFields, setWithFields] = useState(true)
  const { texts, isWhole } = useMemo(() => storyTexts(story.view, language), [story, language])
  const { digits, quotes } = house
  const plan = useMemo(
    () =>
      planFor({
        transform,
        story: texts,
        fields: isWhole && withFields ? fields : null,
        language,
        house: { digits, quotes },
      }),
    [transform, texts, isWhole, withFields, fields, language, digits, quotes],
  )
  // What the dialog would give the focus back to is the palette's field, which has gone: it is all about the story.
  useEffect(
    () => () =>
      void requestAnimationFrame(() => {
        if (!story.view.isDestroyed) story.focus()
      }),
    [story],
  )
  const apply = () => {
    if (plan.count === 0) return
    onClose()
    onDone(runTransform({ transform, draft, story, house, withFields }))
  }
  return (
    <Dialog
      title={t('transform.name')}
      about={t(isWhole ? 'transform.wholeStory' : 'transform.selection')}
      size="whole"
      onClose={onClose}
      foot={
        <>
          {isWhole ? (
            <label className="transform-fields">
              <input
                type="checkbox"
                checked={withFields}
                onChange={(event) => setWithFields(event.target.checked)}
              />
              <span>{t('transform.withFields')}</span>
            </label>
          ) : (
            <span />
          )}
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={plan.count === 0} onPress={apply}>
            {t('transform.apply')}
          </Button>
        </>
      }
    >
      <div className="transforms">
        <TransformChoice choices={choices} chosen={transform} onChoose={setTransform} onApply={apply} />
        <Changes plan={plan} />
      </div>
    </Dialog>
  )
}
