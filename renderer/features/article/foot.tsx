import { Translate } from '@phosphor-icons/react/dist/icons/Translate'
import { useEffect, useState } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import { readingMinutes } from '../../../core/model/measure.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'

const countEveryMs = 500

const nothing = { words: 0, characters: 0, notes: 0, tks: 0 }
type Counts = typeof nothing
const isSame = (one: Counts, other: Counts): boolean =>
  (Object.keys(nothing) as (keyof Counts)[]).every((each) => one[each] === other[each])

/** Words, characters and reading time of the story, its notes and what is still to come, a moment after typing rests. */
export function Foot({ editor, language }: { editor: StoryEditor | null; language: LanguageCode }) {
  const { t } = useWords()
  const [counts, setCounts] = useState(nothing)
  useEffect(() => {
    if (!editor) return undefined
    const count = () =>
      setCounts((before) => {
        const now = { ...editor.counts(), ...editor.attention() }
        return isSame(now, before) ? before : now
      })
    // A long story is first counted when the page has nothing else to do.
    const idle = requestIdleCallback(count)
    const timer = window.setInterval(count, countEveryMs)
    return () => {
      cancelIdleCallback(idle)
      window.clearInterval(timer)
    }
  }, [editor])
  const { ownName, tag, wordsPerMinute } = languageOf(language)
  return (
    <footer className="foot">
      <span>{t('count.words', { count: counts.words })}</span>
      <span>{t('count.characters', { count: counts.characters })}</span>
      <span>{t('count.minutes', { count: readingMinutes(counts.words, wordsPerMinute) })}</span>
      {counts.notes > 0 && (
        <button type="button" title={t('command.nextNote')} onClick={() => editor?.run('next-note')}>
          {t('count.notes', { count: counts.notes })}
        </button>
      )}
      {counts.tks > 0 && (
        <button type="button" title={t('command.nextTk')} onClick={() => editor?.run('next-tk')}>
          {t('count.tks', { count: counts.tks })}
        </button>
      )}
      <span className="lang" lang={tag}>
        <Icon of={Translate} size="text" />
        {ownName}
      </span>
    </footer>
  )
}
