// First: it asks the desk.
import { asked, type Asked } from './ask.ts'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import './app.css'
import '../editor/story.css'
import '../features/article/article.css'
import { DeskError } from '../../core/api/errors.ts'
import type { InterfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { dressRoot } from '../ui/dress-root.ts'
import { errorSentence } from '../ui/sentences.ts'
import { readFaces } from '../ui/story-faces.ts'
import { DeskWindow } from './desk-window.ts'
import { drawFirstSheet } from './first-sheet.ts'
import { holdCommands } from './hold-commands.ts'
import { installTrustedTypes } from './trusted-types.ts'

installTrustedTypes()

/**
 * Lets the story of the address be written in, then draws the desk around it; or says why there is none. React and all
 * that is built with it is read when the story takes keys: whoever opens an article wants to write.
 */
async function start(root: HTMLElement, { desk, state, opened, language }: Asked): Promise<void> {
  try {
    const [known, article, spoken] = await Promise.all([state, opened, language])
    const { settings } = known
    dressRoot(spoken.code, spoken.direction, settings)
    readFaces(article?.article.language ?? settings.storyLanguage, spoken.code, settings.storyFont)
    const window = new DeskWindow(desk, known, article)
    const { session } = window.state()
    const early = session && drawFirstSheet({ desk, session, settings, spoken, before: root })
    window.start()
    const takeHeld = holdCommands()
    const { drawDesk } = early ? await whenIdle(readDeskAtLast) : await readDesk()
    drawDesk(root, { client: desk, desk: window, state: known, language: spoken, early, takeHeld })
  } catch (thrown) {
    await sayWhyNot(root, language, thrown)
  }
}

const readDesk = () => import('./desk.tsx')
const againAfterMs = 1000
/** For a story that is written already: a host that has just gone away may come back, and has its text then. */
async function readDeskAtLast(): ReturnType<typeof readDesk> {
  for (;;) {
    try {
      return await readDesk()
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, againAfterMs)
      })
    }
  }
}
/** The longest that a page busy with other things may keep the desk waiting. */
const idleWithinMs = 250
const whenIdle = <Value>(work: () => Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    requestIdleCallback(() => void work().then(resolve, reject), { timeout: idleWithinMs })
  })

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
if (root) void start(root, asked)
