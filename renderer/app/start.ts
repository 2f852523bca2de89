import { interfaceLanguage } from '../../core/i18n/languages.ts'
import { createBridgeCarrier, deskBridge } from '../desk/bridge-carrier.ts'
import { createDeskClient } from '../desk/client.ts'
import { createHttpCarrier, takeSecret } from '../desk/http-carrier.ts'
import { readCatalogue } from '../ui/read-catalogue.ts'

// The desk is asked first, and what draws its answer is read meanwhile (vite.config.ts has the page name both).
const bridge = deskBridge()
const desk = createDeskClient(bridge ? createBridgeCarrier(bridge) : createHttpCarrier(takeSecret()))
const state = desk.call('desk.state', {})
const query = new URLSearchParams(location.search)
const [wish, id] = [query.get('language'), query.get('article')]
// One that cannot be opened is asked for again by the window, which says why.
const opened = id ? desk.call('article.open', { id }).catch(() => null) : Promise.resolve(null)
const language = state.then(
  ({ settings }) =>
    readCatalogue(interfaceLanguage(wish, settings.interfaceLanguage, ...navigator.languages)),
  // No desk: the words to say so.
  () => readCatalogue(interfaceLanguage(wish, ...navigator.languages)),
)
// Said where they are awaited.
for (const each of [state, language]) each.catch(() => undefined)

const root = document.getElementById('midad')
if (root) void import('./main.tsx').then(({ draw }) => draw(root, { desk, state, opened, language }))
