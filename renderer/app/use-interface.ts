import { useEffect, useMemo } from 'react'
import { interfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { languageOf } from '../../core/language/registry.ts'
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
  useEffect(() => {
    const root = document.documentElement
    root.lang = languageOf(words.language).tag
    root.dir = words.direction
    if (appearance === 'system') delete root.dataset.theme
    else root.dataset.theme = appearance
  }, [words, appearance])
  useEffect(() => {
    // What tokens.css makes of them.
    Object.assign(document.documentElement.dataset, { storyFont, storySize, rows })
  }, [storyFont, storySize, rows])
  return words
}
