import './without-eval.ts'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import { createRoot } from 'react-dom/client'
import { DeskError } from '../../core/api/errors.ts'
import { interfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { createBridgeCarrier, deskBridge } from '../desk/bridge-carrier.ts'
import { createDeskClient } from '../desk/client.ts'
import { DeskProvider } from '../desk/desk-context.tsx'
import { createHttpCarrier, takeSecret } from '../desk/http-carrier.ts'
import { errorSentence } from '../ui/sentences.ts'
import { App } from './app.tsx'
import { installTrustedTypes } from './trusted-types.ts'

installTrustedTypes()

async function start(root: HTMLElement) {
  const bridge = deskBridge()
  const desk = createDeskClient(bridge ? createBridgeCarrier(bridge) : createHttpCarrier(takeSecret()))
  const wish = new URLSearchParams(location.search).get('language')
  try {
    const state = await desk.call('desk.state', {})
    createRoot(root).render(
      <DeskProvider value={desk}>
        <App state={state} languageWish={wish} />
      </DeskProvider>,
    )
  } catch (thrown) {
    const language = interfaceLanguage(wish, ...navigator.languages)
    document.documentElement.lang = language.code
    document.documentElement.dir = language.direction
    root.className = 'unreachable'
    const error = thrown instanceof DeskError ? thrown : new DeskError('internal', String(thrown))
    root.textContent = errorSentence(createTranslate(language), error)
  }
}

const root = document.getElementById('midad')
if (root) void start(root)
