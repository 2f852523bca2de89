import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import { createRoot } from 'react-dom/client'
import type { DeskState, OpenArticle } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { interfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import type { DeskClient } from '../desk/client.ts'
import { DeskProvider } from '../desk/desk-context.tsx'
import { errorSentence } from '../ui/sentences.ts'
import { App } from './app.tsx'
import { installTrustedTypes } from './trusted-types.ts'
import { dressRoot } from './use-interface.ts'

installTrustedTypes()

/** What was asked of the desk while this was being read. */
interface Asked {
  desk: DeskClient
  state: Promise<DeskState>
  /** The article of the address; null where it names none, or one that cannot be opened. */
  opened: Promise<OpenArticle | null>
}

/** Draws the desk into the page, or says why there is none. */
export async function draw(root: HTMLElement, { desk, state, opened }: Asked): Promise<void> {
  const wish = new URLSearchParams(location.search).get('language')
  try {
    const { settings } = await state
    const language = interfaceLanguage(wish, settings.interfaceLanguage, ...navigator.languages)
    dressRoot(language.code, language.direction, settings)
    createRoot(root).render(
      <DeskProvider value={desk}>
        <App state={await state} opened={await opened} languageWish={wish} />
      </DeskProvider>,
    )
  } catch (thrown) {
    const language = interfaceLanguage(wish, ...navigator.languages)
    dressRoot(language.code, language.direction)
    root.className = 'unreachable'
    const error = thrown instanceof DeskError ? thrown : new DeskError('internal', String(thrown))
    root.textContent = errorSentence(createTranslate(language), error)
  }
}
