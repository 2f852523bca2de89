import { X } from '@phosphor-icons/react/dist/icons/X'
import { useSyncExternalStore } from 'react'
import { useStoryTypes } from '../desk/story-types.ts'
import { IconButton } from '../ui/controls.tsx'
import { useWords } from '../ui/words.tsx'
import { panels, type Panel, type PanelWorld } from './features.tsx'
import type { LayoutProps, Place } from './layout-props.ts'
import { goToHeadline } from './panes.ts'
import { putType } from './put-type.ts'
import { useLoaded } from './use-loaded.ts'

interface InspectorProps extends Pick<
  LayoutProps,
  'desk' | 'state' | 'layout' | 'onLayout' | 'changeSettings' | 'page' | 'onTold'
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
  onTold,
  onPlace,
}: InspectorProps) {
  const { t } = useWords()
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const known = useStoryTypes()
  if (!isShown || !session) return <div className="col inspector folded" />
  const onType = (id: string) => {
    const type = known.types.find((each) => each.id === id)
    const put = putType({ draft: session, story: page?.story ?? null, id, type })
    onTold({ kind: 'typed', type, ...put })
  }
  const shown = panels.filter(({ isFor }) => isFor?.(session) ?? true)
  // Of an article that has no such panel the first is shown.
  const panel = shown.find(({ id }) => id === layout.panel) ?? shown[0]
  return (
    <aside className="col inspector" data-pane="inspector" aria-label={t('inspector.name')}>
      <header className="bar">
        <div className="tabs" role="group" aria-label={t('inspector.panels')}>
          {shown.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="tab"
              aria-pressed={id === panel?.id}
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
            id: session.id,
            sourceId: session.sourceId,
            onOpen: (id) => void desk.open(id),
            draft: session,
            story: page?.story ?? null,
            desk: state,
            settings,
            changeSettings,
            onPlace,
            onHeadline: goToHeadline,
            onType,
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
