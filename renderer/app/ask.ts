import type { DeskState, OpenArticle } from '../../core/api/contract.ts'
import { interfaceLanguage, type InterfaceLanguage } from '../../core/i18n/languages.ts'
import { createBridgeCarrier, deskBridge } from '../desk/bridge-carrier.ts'
import { createDeskClient, type DeskClient } from '../desk/client.ts'
import { createHttpCarrier, takeSecret } from '../desk/http-carrier.ts'
import { windowName } from '../desk/window-name.ts'
import { readCatalogue } from '../ui/read-catalogue.ts'

/** What is asked of the desk while the rest of the page is still being read. */
export interface Asked {
  desk: DeskClient
  state: Promise<DeskState>
  /** The article of the address; null where it names none, or one that cannot be opened. */
  opened: Promise<OpenArticle | null>
  /** The language that the interface speaks first, with its words. */
  language: Promise<InterfaceLanguage>
}

// The page runs this file by itself, before what draws is there (vite.config.ts): it must stand on little.
export const asked: Asked = ask()

function ask(): Asked {
  const bridge = deskBridge()
  const desk = createDeskClient(bridge ? createBridgeCarrier(bridge) : createHttpCarrier(takeSecret()))
  const state = desk.call('desk.state', {})
  const query = new URLSearchParams(location.search)
  const [wish, id] = [query.get('language'), query.get('article')]
  // One that cannot be opened is asked for again by the window, which says why.
  const opened = id
    ? desk.call('article.open', { id, window: windowName() }).catch(() => null)
    : Promise.resolve(null)
  // Most people's desk speaks their system's language; where it does not, or there is no desk, little was read in vain.
  const guess = readCatalogue(interfaceLanguage(wish, ...navigator.languages))
  const language = state.then(
    ({ settings }) =>
      readCatalogue(interfaceLanguage(wish, settings.interfaceLanguage, ...navigator.languages)),
    () => guess,
  )
  // Said where they are awaited.
  for (const each of [state, language, guess]) each.catch(() => undefined)
  return { desk, state, opened, language }
}
