import { createRoot } from 'react-dom/client'
import type { DeskState } from '../../core/api/contract.ts'
import type { InterfaceLanguage } from '../../core/i18n/languages.ts'
import type { DeskClient } from '../desk/client.ts'
import { DeskProvider } from '../desk/desk-context.tsx'
import type { EarlySheet } from '../features/article/article-page.tsx'
import { App } from './app.tsx'
import type { DeskWindow } from './desk-window.ts'
import type { Held } from './hold-commands.ts'

interface DrawnDesk {
  client: DeskClient
  desk: DeskWindow
  state: DeskState
  /** The language that is spoken first, with its words. */
  language: InterfaceLanguage
  /** The sheet that is written on already. */
  early: EarlySheet | null
  /** Stops holding what is pressed, and hands it over. */
  takeHeld: () => Held
}

/** Draws the desk into the page. */
export function drawDesk(root: HTMLElement, { client, ...desk }: DrawnDesk): void {
  createRoot(root).render(
    <DeskProvider value={client}>
      <App {...desk} languageWish={new URLSearchParams(location.search).get('language')} />
    </DeskProvider>,
  )
}
