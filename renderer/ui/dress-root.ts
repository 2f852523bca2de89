import { languageOf } from '../../core/language/registry.ts'
import type { Direction, LanguageCode } from '../../core/model/language-code.ts'
import type { Settings } from '../../core/model/settings.ts'

type Look = Pick<
  Settings,
  'appearance' | 'storyFont' | 'storySize' | 'rows' | 'zoom' | 'typewriter' | 'dimsOthers'
>

/**
 * `<html>` told of its language, its direction and the chosen look, of which tokens.css makes colours and sizes. Told
 * before anything is drawn, or all of it is drawn twice.
 */
export function dressRoot(language: LanguageCode, direction: Direction, look?: Look): void {
  const root = document.documentElement
  const { tag } = languageOf(language)
  if (root.lang !== tag) root.lang = tag
  if (root.dir !== direction) root.dir = direction
  if (!look) return
  const { appearance, storyFont, storySize, rows, typewriter, dimsOthers } = look
  Object.assign(root.dataset, { storyFont, storySize, rows, typewriter, dimsOthers })
  // Another zoom is set by what keeps the line in its place meanwhile (use-zoom.ts).
  if (!root.style.getPropertyValue('--zoom')) root.style.setProperty('--zoom', String(look.zoom / 100))
  if (appearance === 'system') delete root.dataset.theme
  else if (root.dataset.theme !== appearance) root.dataset.theme = appearance
}
