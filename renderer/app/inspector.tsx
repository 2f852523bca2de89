import { X } from '@phosphor-icons/react/dist/icons/X'
import { useSyncExternalStore } from 'react'
import { IconButton } from '../ui/controls.tsx'
import { useWords } from '../ui/words.tsx'
import { panels, type Panel, type PanelWorld } from './features.tsx'
import type { LayoutProps, Place } from './layout-props.ts'
import { goToHeadline } from './panes.ts'
import { useLoaded } from './use-loaded.ts'

interface InspectorProps extends Pick<
  LayoutProps,
  'desk' | 'state' | 'layout' | 'onLayout' | 'changeSettings' | 'page'
> {
  isShown: boolean
  onPlace: (listener: (place: Place) => void) => () => void
}

/** The panels on the end side, one at a time under their buttons. */
export function Inspector({
  desk,
  state,
  layout,
  isShown,
  onLayout,
  changeSettings,
  page,
  onPlace,
}: InspectorProps) {
  const { t } = useWords()
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  if (!isShown || !session) return <div className="col inspector folded" />
  const panel = panels.find(({ id }) => id === layout.panel)
  return (
    <aside className="col inspector" data-pane="inspector" aria-label={t('inspector.name')}>
      <header className="bar">
        <div className="tabs" role="group" aria-label={t('inspector.panels')}>
          {panels.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="tab"
              aria-pressed={id === layout.panel}
              data-tour={id}
              onClick={() => onLayout({ panel: id })}
            >
              {t(label)}
            </button>
          ))}
        </div>
        <IconButton
          icon={X}
          className="over-only"
          name={t('inspector.close')}
          onPress={() => onLayout({ isInspectorShown: false })}
        />
      </header>
      {panel && (
        <PanelPlace
          key={`${session.key}/${panel.id}`}
          panel={panel}
          world={{
            draft: session,
            story: page?.story ?? null,
            desk: state,
            settings,
            changeSettings,
            onPlace,
            onHeadline: goToHeadline,
          }}
        />
      )}
    </aside>
  )
}

function PanelPlace({ panel, world }: { panel: Panel; world: PanelWorld }) {
  const draw = useLoaded(panel.load, true)
  return draw ? draw(world) : <section className="panel" aria-busy="true" />
}
