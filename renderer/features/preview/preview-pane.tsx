import { Desktop } from '@phosphor-icons/react/dist/icons/Desktop'
import { DeviceMobile } from '@phosphor-icons/react/dist/icons/DeviceMobile'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { DrawnPage, ThemeInfo } from '../../../core/api/files.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import type { OpenDraft } from '../../desk/draft.ts'
import { Select } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { Drawing } from './drawing.ts'
import { PageFrame, type Place } from '../../ui/page-frame.ts'
import './preview.css'

export type PreviewWidth = 'phone' | 'desktop'
interface PreviewPaneProps {
  draft: OpenDraft
  themes: readonly ThemeInfo[]
  theme: string
  onTheme: (theme: string) => void
  width: PreviewWidth
  onWidth: (width: PreviewWidth) => void
  /** Where the story is being edited, told many times a second. */
  onPlace: (listener: (place: Place) => void) => () => void
}

const widths = { phone: 390, desktop: 1280 }

/** The page exactly as exported, following the text and the place where it is written. */
export function PreviewPane({ draft, themes, theme, onTheme, width, onWidth, onPlace }: PreviewPaneProps) {
  const { t } = useWords()
  const isBlank = useSyncExternalStore(
    (listener) => draft.subscribe(listener),
    () => draft.details().fields.headline === '',
  )
  const { stage, isDrawn } = usePage({ draft, theme, onPlace, width, title: t('preview.frame') })
  const choice = (value: PreviewWidth, icon: typeof Desktop, name: string) => (
    <label>
      <input type="radio" name="preview-width" checked={width === value} onChange={() => onWidth(value)} />
      <Icon of={icon} size="text" />
      <span>{name}</span>
    </label>
  )
  return (
    <section className="panel preview" aria-label={t('preview.name')}>
      <div className="line">
        <fieldset className="seg">
          <legend className="visually-hidden">{t('preview.width')}</legend>
          {choice('phone', DeviceMobile, t('preview.phone'))}
          {choice('desktop', Desktop, t('preview.desktop'))}
        </fieldset>
        <span className="grow" />
        <Select
          label={t('preview.theme')}
          value={theme}
          onChange={onTheme}
          choices={themes.map(({ id, name }) => ({ value: id, name }))}
        />
      </div>
      {isBlank && <p className="blank">{t('preview.empty')}</p>}
      <p role="status" className="drawing">
        {!isDrawn && t('preview.drawing')}
      </p>
      <div className={`stage ${width}`} ref={stage} />
    </section>
  )
}

interface PageOptions {
  draft: OpenDraft
  theme: string
  onPlace: PreviewPaneProps['onPlace']
  width: PreviewWidth
  title: string
}

function usePage({ draft, theme, onPlace, width, title }: PageOptions) {
  const desk = useDesk()
  const stage = useRef<HTMLDivElement>(null)
  const [made, setMade] = useState<{ drawing: Drawing; frame: PageFrame } | null>(null)
  const [isDrawn, setDrawn] = useState(false)
  const themeNow = useEffectEvent(() => theme)
  useEffect(() => {
    if (!stage.current) return undefined
    const frame = new PageFrame(stage.current, title)
    const drawing = new Drawing(desk, draft, themeNow(), (drawn: DrawnPage) =>
      frame.show(drawn.path).then(() => setDrawn(true)),
    )
    const stops = [drawing.open(), onPlace((place) => frame.follow(place))]
    setMade({ drawing, frame })
    return () => {
      for (const stop of stops) stop()
      frame.close()
    }
  }, [desk, draft, onPlace, title])
  useEffect(() => made?.drawing.drawWith(theme), [made, theme])
  useEffect(() => made?.frame.fitTo(widths[width], width === 'desktop'), [made, width])
  return { stage, isDrawn }
}
