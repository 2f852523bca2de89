import { useEffect, useMemo } from 'react'
import { interfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { languageOf } from '../../core/language/registry.ts'
import type { Direction, LanguageCode } from '../../core/model/language-code.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { Words } from '../ui/words.tsx'

/** The words of the chosen language, and `<html>` told of its language, direction and look. */
export function useInterface(settings: Settings, wish: string | null): Words {
  const { interfaceLanguage: chosen, digits, arabicMonths, appearance, storyFont, storySize, rows } = settings
  const words = useMemo<Words>(() => {
    const language = interfaceLanguage(wish, chosen, ...navigator.languages)
    return {
      t: createTranslate(language, digits ?? undefined),
      language: language.code,
      direction: language.direction,
      dates: { language: language.code, arabicMonths, digits: digits ?? undefined },
    }
  }, [wish, chosen, digits, arabicMonths])
  const { language, direction } = words
  useEffect(
    () => dressRoot(language, direction, { appearance, storyFont, storySize, rows }),
    [language, direction, appearance, storyFont, storySize, rows],
  )
  return words
}

type Look = Pick<Settings, 'appearance' | 'storyFont' | 'storySize' | 'rows'>

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
  const { appearance, storyFont, storySize, rows } = look
  Object.assign(root.dataset, { storyFont, storySize, rows })
  if (appearance === 'system') delete root.dataset.theme
  else if (root.dataset.theme !== appearance) root.dataset.theme = appearance
}
