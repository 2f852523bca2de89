import { Desktop } from '@phosphor-icons/react/dist/icons/Desktop'
import { DeviceMobile } from '@phosphor-icons/react/dist/icons/DeviceMobile'
import { useEffect, useId, useRef, useState } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import type { HouseTheme } from '../../../core/model/theme.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import type { OpenDraft } from '../../desk/draft.ts'
import { Select } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageFrame } from '../../ui/page-frame.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import { sampleLanguages, sampleText, type SampleLanguage, type ShownText } from './sample-draft.ts'
import { ThemeDrawing } from './theme-drawing.ts'

interface ThemePageProps {
  theme: HouseTheme
  /** The story that is open; null where none is. */
  draft: OpenDraft | null
}
type Shown = SampleLanguage | 'open'
type Width = 'phone' | 'desktop'
const widths = { phone: 390, desktop: 1280 }

/** The page in the theme as it is now: the export itself draws it. */
export function ThemePage({ theme, draft }: ThemePageProps) {
  const { t, language } = useWords()
  const group = useId()
  const own = sampleLanguages.find((code) => code === language) ?? 'ar'
  const [shown, show] = useState<Shown>(draft?.details().fields.headline ? 'open' : own)
  const [width, setWidth] = useState<Width>('desktop')
  const { text, problem } = useText(shown, draft)
  const { stage, isDrawn, failure } = useStage({ theme, text, width, title: t('themes.page') })
  const choice = (value: Width, icon: typeof Desktop, name: string) => (
    <label>
      <input type="radio" name={group} checked={width === value} onChange={() => setWidth(value)} />
      <Icon of={icon} size="text" />
      <span>{name}</span>
    </label>
  )
  const samples = sampleLanguages.map((code) => ({
    value: code as Shown,
    name: t('themes.sample', { language: languageOf(code).ownName }),
  }))
  return (
    <section className="theme-page" aria-label={t('themes.page')}>
      <div className="theme-line">
        <fieldset className="seg">
          <legend className="visually-hidden">{t('preview.width')}</legend>
          {choice('phone', DeviceMobile, t('preview.phone'))}
          {choice('desktop', Desktop, t('preview.desktop'))}
        </fieldset>
        <span className="grow" />
        <span>{t('themes.shownWith')}</span>
        <Select
          label={t('themes.shownWith')}
          value={shown}
          onChange={show}
          choices={draft ? [{ value: 'open', name: t('themes.thisStory') }, ...samples] : samples}
        />
      </div>
      {(problem || failure) && (
        <p role="alert" className="problem">
          {problem || failure}
        </p>
      )}
      <p role="status" className="drawing">
        {!isDrawn && t('preview.drawing')}
      </p>
      <div className={`stage ${width}`} ref={stage} />
    </section>
  )
}

/** The text that the theme is looked at with. */
function useText(shown: Shown, draft: OpenDraft | null) {
  const { t } = useWords()
  const [been, setRead] = useState<{ of: Shown; text: ShownText } | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let isWanted = true
    const read = async () => {
      try {
        const text = shown === 'open' && draft ? { draft: draft.draft() } : await sampleText(of(shown))
        if (!isWanted) return
        setRead({ of: shown, text })
        setProblem('')
      } catch (thrown) {
        if (isWanted) setProblem(errorSentence(t, thrown))
      }
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [shown, draft, t])
  return { text: been?.of === shown ? been.text : null, problem }
}
const of = (shown: Shown): SampleLanguage => (shown === 'open' ? 'ar' : shown)

interface StageOptions {
  theme: HouseTheme
  text: ShownText | null
  width: Width
  title: string
}

function useStage({ theme, text, width, title }: StageOptions) {
  const { t } = useWords()
  const desk = useDesk()
  const [isDrawn, setDrawn] = useState(false)
  const [failure, setFailure] = useState('')
  const stage = useRef<HTMLDivElement>(null)
  const [made, setMade] = useState<{ drawing: ThemeDrawing; frame: PageFrame } | null>(null)
  useEffect(() => {
    if (!stage.current) return undefined
    const frame = new PageFrame(stage.current, title)
    const drawing = new ThemeDrawing(
      desk,
      async (path) => {
        await frame.show(path)
        setDrawn(true)
        setFailure('')
      },
      (thrown) => setFailure(errorSentence(t, thrown)),
    )
    setMade({ drawing, frame })
    return () => {
      drawing.close()
      frame.close()
    }
  }, [desk, title, t])
  useEffect(() => {
    if (text) made?.drawing.draw(theme, text)
  }, [made, theme, text])
  useEffect(() => made?.frame.fitTo(widths[width], width === 'desktop'), [made, width])
  return { stage, isDrawn, failure }
}
