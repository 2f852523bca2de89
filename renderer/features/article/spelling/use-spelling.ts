import { useEffect, useEffectEvent, useState } from 'react'
import { isWellKnown } from '../../../../core/language/spelling/shipped-dictionaries.ts'
import { languageCodes, type LanguageCode } from '../../../../core/model/language-code.ts'
import type { SpellingSettings } from '../../../../core/model/settings.ts'
import type { DeskClient } from '../../../desk/client.ts'
import { useDesk } from '../../../desk/desk-context.tsx'
import { houseSpellingOf } from '../../../desk/house-spelling.ts'
import { StorySpelling } from '../../../editor/spelling/story-spelling.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { spellEnglish, windowSpeller } from './window-speller.ts'

const noWords: ReadonlySet<string> = new Set()

interface UseSpellingOptions {
  editor: StoryEditor
  /** Of the article. */
  id: string
  settings: SpellingSettings
  /** The article's: with another one its words are looked at anew. */
  language: LanguageCode
  /** A dictionary could not be loaded: said once a window. */
  onFault: (language: LanguageCode, thrown: unknown) => void
}

/**
 * The spelling of the open story, null while it is switched off and until the house's words are there: what they allow must
 * not be marked for a moment. With it, how to ignore a word in this article.
 */
export function useSpelling({ editor, id, settings, language, onFault }: UseSpellingOptions) {
  const desk = useDesk()
  const [spelling, setSpelling] = useState<StorySpelling | null>(null)
  const { ignored, ignore } = useIgnored(desk, id)
  const { spelling: isOn, englishSpelling } = settings
  const isChecked = useEffectEvent((language: LanguageCode) => !settings.spellingOff.includes(language))
  const tellFault = useEffectEvent(onFault)
  const isIgnored = useEffectEvent((entry: string) => ignored.has(entry))
  // Before the first English word is asked about.
  useEffect(() => spellEnglish(desk, englishSpelling), [desk, englishSpelling])
  useEffect(() => {
    if (!isOn) return undefined
    const house = houseSpellingOf(desk)
    const speller = windowSpeller(desk)
    let made: StorySpelling | null = null
    const learn = () => {
      for (const language of languageCodes) speller.learn(language, house.rules(language).words)
      for (const { language, thrown } of speller.takeFaults()) tellFault(language, thrown)
    }
    const follow = () => {
      if (!house.state()) return
      learn()
      if (made) return made.again()
      made = new StorySpelling({
        editor,
        speller,
        rules: {
          isChecked,
          isHint: (language) => !isWellKnown(language) || house.ownerOf(language) !== 'shipped',
          house: (language) => house.rules(language),
          isIgnored: (language, plain) => isIgnored(`${language} ${plain}`),
        },
      })
      setSpelling(made)
    }
    const stops = [house.subscribe(follow), speller.onAnswers(learn)]
    follow()
    return () => {
      for (const stop of stops) stop()
      made?.destroy()
      setSpelling(null)
    }
  }, [desk, editor, isOn])
  const off = settings.spellingOff
  const judgeAgain = useEffectEvent((_by: unknown) => spelling?.again())
  useEffect(() => judgeAgain({ ignored, off, language }), [ignored, off, language])
  return { spelling, ignore }
}

/** The words that are not marked in this article, each `<language> <word>`, and how to add one. */
function useIgnored(desk: DeskClient, id: string) {
  const [ignored, setIgnored] = useState(noWords)
  useEffect(() => {
    let isOpen = true
    desk.call('spelling.ignored', { id }).then(
      ({ words }) => isOpen && setIgnored(new Set(words)),
      // They are marked then, as before somebody said not to.
      () => undefined,
    )
    return () => {
      isOpen = false
    }
  }, [desk, id])
  const ignore = async (language: LanguageCode, word: string): Promise<void> => {
    // At once; after a restart it is what the desk has kept.
    setIgnored((before) => new Set([...before, `${language} ${word}`]))
    const { words } = await desk.call('spelling.ignored', { id, add: { language, word } })
    setIgnored(new Set(words))
  }
  return { ignored, ignore }
}
