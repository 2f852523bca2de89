import { languageOf, type Language } from '../../core/language/registry.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import type { Settings } from '../../core/model/settings.ts'

/** What a text of a script has, by which the browser chooses the parts of a face: spaces and digits stand in the Latin one. */
const letters: Readonly<Record<Language['script'], string>> = { arabic: 'ا 1', latin: 'a', hebrew: 'א 1' }

/** The families of tokens.css that a story of this script is set in. */
const families = (script: Language['script'], face: Settings['storyFont']): readonly string[] => {
  if (script === 'latin') return [face === 'plain' ? '--font-latin-ui' : '--font-serif']
  return face === 'plain' ? ['--font-plain'] : ['--font-naskh', '--font-kufi']
}

/**
 * Has the browser read the faces of a story, and of the interface beside it, before the first letter is laid out: found
 * only then, they come after it, and all of it is laid out twice. `<html>` must have its language by now.
 */
export function readFaces(story: LanguageCode, spoken: LanguageCode, face: Settings['storyFont']): void {
  const { script } = languageOf(story)
  const style = getComputedStyle(document.documentElement)
  const read = (family: string, text: string): void => {
    const [first] = style.getPropertyValue(family).split(',')
    // What cannot be read is found again when it is laid out.
    if (first) document.fonts.load(`1em ${first}`, text).catch(() => undefined)
  }
  for (const family of families(script, face)) read(family, letters[script])
  read('--font-ui', letters[languageOf(spoken).script])
}
