// First: it asks the desk.
import { asked, type Asked } from './ask.ts'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import { createRoot } from 'react-dom/client'
import { DeskError } from '../../core/api/errors.ts'
import type { InterfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { DeskProvider } from '../desk/desk-context.tsx'
import { errorSentence } from '../ui/sentences.ts'
import { App } from './app.tsx'
import { readFaces } from '../ui/story-faces.ts'
import { installTrustedTypes } from './trusted-types.ts'
import { dressRoot } from './use-interface.ts'

installTrustedTypes()

/** Draws the desk into the page, or says why there is none. */
async function draw(root: HTMLElement, { desk, state, opened, language }: Asked): Promise<void> {
  try {
    const [known, article, spoken] = await Promise.all([state, opened, language])
    dressRoot(spoken.code, spoken.direction, known.settings)
    readFaces(
      article?.article.language ?? known.settings.storyLanguage,
      spoken.code,
      known.settings.storyFont,
    )
    createRoot(root).render(
      <DeskProvider value={desk}>
        <App
          state={known}
          opened={article}
          language={spoken}
          languageWish={new URLSearchParams(location.search).get('language')}
        />
      </DeskProvider>,
    )
  } catch (thrown) {
    await sayWhyNot(root, language, thrown)
  }
}

async function sayWhyNot(
  root: HTMLElement,
  language: Promise<InterfaceLanguage>,
  thrown: unknown,
): Promise<void> {
  const error = thrown instanceof DeskError ? thrown : new DeskError('internal', String(thrown))
  root.className = 'unreachable'
  try {
    const spoken = await language
    dressRoot(spoken.code, spoken.direction)
    root.textContent = errorSentence(createTranslate(spoken), error)
  } catch {
    // Nobody is there to ask for the words either.
    root.textContent = error.message
  }
}

const root = document.getElementById('midad')
if (root) void draw(root, asked)
