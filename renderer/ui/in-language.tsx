import type { ComponentType } from 'react'
import { I18nProvider } from 'react-aria-components'
import { languageOf } from '../../core/language/registry.ts'
import { useWords } from './words.tsx'

/**
 * The part, its React Aria controls told the interface's language: they turn their arrow keys and places by it. Around each
 * part and not around the whole desk: reading React Aria's locales alone takes as long as mounting the story.
 */
export function inLanguage<Part extends ComponentType<never>>(part: Part): Part {
  const Inner = part as ComponentType<object>
  function InLanguage(props: object) {
    const { language } = useWords()
    return (
      <I18nProvider locale={languageOf(language).tag}>
        <Inner {...props} />
      </I18nProvider>
    )
  }
  return InLanguage as unknown as Part
}
