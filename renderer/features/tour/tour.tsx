import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { commandOf, type CommandId } from '../../../core/commands/table.ts'
import { Button } from '../../ui/controls.tsx'
import { capsOf, KeyCaps } from '../../ui/key-caps.tsx'
import { useWords } from '../../ui/words.tsx'
import { hints, type HintId } from './hints.ts'
import { useStandBeside } from './stand-beside.ts'
import './tour.css'

interface TourProps {
  /** The hint that is shown: what it is about can be unfolded for it. */
  onHint: (hint: HintId) => void
  onLeave: () => void
}

/** Five hints beside what they are about. Nothing is blocked: whoever writes on meanwhile just writes. */
export function Tour({ onHint, onLeave }: TourProps) {
  const { t, direction } = useWords()
  const [at, setAt] = useState(0)
  const hint = hints[at] ?? hints[0]
  const box = useRef<HTMLElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  useStandBeside({ hint: hint.id, direction, box, ring })
  const id = useId()
  const tell = useEffectEvent(onHint)
  useEffect(() => tell(hint.id), [hint.id])
  useFocusOfTour(box)
  const isLast = at === hints.length - 1
  const goBack = () => {
    setAt(at - 1)
    // The first hint has no way back: the focus would fall out of the tour.
    if (at === 1) box.current?.querySelector<HTMLElement>('.next')?.focus()
  }
  return (
    <>
      <div ref={ring} className="tour-ring" aria-hidden="true" hidden />
      <section ref={box} className="float tour" data-pane="tour" aria-label={t('tour.name')}>
        <div id={id} aria-live="polite" aria-atomic="true">
          <small>{t('tour.at', { at: at + 1, all: hints.length })}</small>
          <h2>{t(hint.title)}</h2>
          <p>{t(hint.text)}</p>
          <HintKeys commands={hint.commands} />
        </div>
        <footer>
          {!isLast && <Button onPress={onLeave}>{t('tour.leave')}</Button>}
          <span className="grow" />
          {at > 0 && <Button onPress={goBack}>{t('tour.back')}</Button>}
          <Button
            className="next"
            look="line"
            describedBy={id}
            onPress={isLast ? onLeave : () => setAt(at + 1)}
          >
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        </footer>
      </section>
    </>
  )
}

function HintKeys({ commands }: { commands: readonly CommandId[] }) {
  const { t } = useWords()
  return (
    <ul>
      {commands.map((id) => {
        const command = commandOf(id)
        return (
          <li key={id}>
            <span>{command && t(command.label)}</span>
            <KeyCaps caps={capsOf(id)} />
          </li>
        )
      })}
    </ul>
  )
}

/** The tour takes the focus when it begins, and gives it back when it is left from within. */
function useFocusOfTour(box: { readonly current: HTMLElement | null }) {
  useLayoutEffect(() => {
    const tour = box.current
    const before = document.activeElement
    tour?.querySelector<HTMLElement>('.next')?.focus()
    return () => {
      if (!tour?.contains(document.activeElement)) return
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
      if (isThere) before.focus()
      else (find('.story-text') ?? find('main button'))?.focus()
    }
  }, [box])
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector)
