import { createBridgeCarrier, deskBridge } from '../desk/bridge-carrier.ts'
import { createDeskClient } from '../desk/client.ts'
import { createHttpCarrier, takeSecret } from '../desk/http-carrier.ts'

// The desk is asked first, and what draws its answer is read meanwhile (vite.config.ts has the page name both).
const bridge = deskBridge()
const desk = createDeskClient(bridge ? createBridgeCarrier(bridge) : createHttpCarrier(takeSecret()))
const state = desk.call('desk.state', {})
const id = new URLSearchParams(location.search).get('article')
// One that cannot be opened is asked for again by the window, which says why.
const opened = id ? desk.call('article.open', { id }).catch(() => null) : Promise.resolve(null)
// Said where it is awaited.
state.catch(() => undefined)

const root = document.getElementById('midad')
if (root) void import('./main.tsx').then(({ draw }) => draw(root, { desk, state, opened }))
