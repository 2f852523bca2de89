import { useEffect, useMemo, useState } from 'react'
import { interfaceLanguage, type InterfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import type { Settings } from '../../core/model/settings.ts'
import { dressRoot } from '../ui/dress-root.ts'
import { readCatalogue } from '../ui/read-catalogue.ts'
import type { Words } from '../ui/words.tsx'

/** The words of the chosen language, and `<html>` told of its language, direction and look. */
export function useInterface(settings: Settings, wish: string | null, first: InterfaceLanguage): Words {
  const { interfaceLanguage: chosen, digits, arabicMonths, ...rest } = settings
  const { appearance, storyFont, storySize, rows, zoom, typewriter, dimsOthers } = rest
  const wanted = interfaceLanguage(wish, chosen, ...navigator.languages)
  const spoken = useSpoken(first, wanted)
  const words = useMemo<Words>(
    () => ({
      t: createTranslate(spoken, digits ?? undefined),
      language: spoken.code,
      chosen: wanted.code,
      direction: spoken.direction,
      dates: { language: spoken.code, arabicMonths, digits: digits ?? undefined },
    }),
    [spoken, wanted, digits, arabicMonths],
  )
  const { language, direction } = words
  useEffect(
    () =>
      dressRoot(language, direction, {
        appearance,
        storyFont,
        storySize,
        rows,
        zoom,
        typewriter,
        dimsOthers,
      }),
    [language, direction, appearance, storyFont, storySize, rows, zoom, typewriter, dimsOthers],
  )
  return words
}

/** The wanted language with its words; until they are read, and where they cannot be, the one before. */
function useSpoken(first: InterfaceLanguage, wanted: InterfaceLanguage): InterfaceLanguage {
  const [spoken, setSpoken] = useState(first)
  useEffect(() => {
    if (wanted.code === spoken.code) return undefined
    let isWanted = true
    readCatalogue(wanted).then(
      (language) => isWanted && setSpoken(language),
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [wanted, spoken])
  return spoken
}
