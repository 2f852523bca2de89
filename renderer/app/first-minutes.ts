import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { LanguageCode } from '../../core/model/language-code.ts'
import type { DeskClient } from '../desk/client.ts'
import { useDesk } from '../desk/desk-context.tsx'
import type { DeskWindow } from './desk-window.ts'

/** A story for the tour to be about: the open one, the topmost, or a sample where the library is empty. */
export async function openForTour(
  desk: DeskWindow,
  client: DeskClient,
  language: LanguageCode,
): Promise<void> {
  if (desk.state().session) return
  const topmost = desk.shelf.first(1)[0]?.id ?? (await topSample(client, language))
  if (topmost) await desk.open(topmost)
}

async function topSample(client: DeskClient, language: LanguageCode): Promise<string | undefined> {
  const { addSampleStories } = await import('../features/welcome/sample-stories.ts')
  return (await addSampleStories(client, language)).top
}

/** The welcome is over once an article has been opened. */
export function useEndOfWelcome(desk: DeskWindow): void {
  const client = useDesk()
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const isOver = session !== null && settings.firstMinutes === 'welcome'
  const end = useEffectEvent(() => {
    // A desk that cannot keep it shows the welcome once more, which does no harm.
    client.call('settings.change', { firstMinutes: 'done' }).catch(() => undefined)
  })
  useEffect(() => {
    if (isOver) end()
  }, [isOver])
}
