import { useCallback, useEffect, useState } from 'react'
import type { ThemeInfo } from '../../../core/api/files.ts'
import type { HouseTheme } from '../../../core/model/theme.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { base64Of } from '../../desk/pictures.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import { copyOfTheme } from './theme-copy.ts'
import { edited, editsOf, isChanged, kept, undone, type ThemeEdits } from './theme-edits.ts'

/** The theme that is open in the editor, and what can be done with it. */
export interface EditedTheme {
  /** Null until it is read. */
  edits: ThemeEdits | null
  isOwn: boolean
  isChanged: boolean
  canUndo: boolean
  /** What went wrong last, in words; '' where nothing did. */
  problem: string
  /** What was done last, in words. */
  said: string
  change: (theme: HouseTheme, what: string) => void
  undo: () => void
  read: (id: string) => void
  /** False where it could not be kept. */
  keep: () => Promise<boolean>
  duplicate: (name: string) => Promise<boolean>
  remove: () => Promise<boolean>
  take: (file: File) => Promise<boolean>
  tryTo: TryTo
}
/** Does it, and says what went wrong; false where something did. */
type TryTo = (work: () => Promise<void>) => Promise<boolean>

export function useTheme(themes: readonly ThemeInfo[], first: string): EditedTheme {
  const { t } = useWords()
  const desk = useDesk()
  const [edits, setEdits] = useState<ThemeEdits | null>(null)
  const [isOwn, setOwn] = useState(false)
  const { problem, said, say, tryTo } = useTrying()
  const open = useCallback(
    async (id: string) => {
      const answer = await desk.call('themes.read', { id })
      setEdits(editsOf(answer.theme))
      setOwn(answer.isOwn)
    },
    [desk],
  )
  const [begun] = useState(first)
  useEffect(() => void tryTo(() => open(begun)), [tryTo, open, begun])
  const now = edits?.now
  return {
    edits,
    isOwn,
    isChanged: edits !== null && isChanged(edits),
    canUndo: edits !== null && edits.past.length > 0,
    problem,
    said,
    tryTo,
    change: (theme, what) => {
      say('')
      setEdits((before) => before && edited(before, theme, what))
    },
    undo: () => setEdits((before) => before && undone(before)),
    read: (id) => void tryTo(() => open(id)),
    keep: () =>
      tryTo(async () => {
        if (!edits) return
        const theme = { ...edits.now, name: edits.now.name.trim() || edits.kept.name }
        await desk.call('themes.put', { theme })
        setEdits((before) => before && kept({ ...before, now: theme }, theme))
        say(t('themes.kept'))
      }),
    duplicate: (name) =>
      tryTo(async () => {
        if (!now) return
        const ids = themes.map(({ id }) => id)
        const { id } = await desk.call('themes.put', { theme: copyOfTheme(now, name, ids) })
        await open(id)
      }),
    remove: () =>
      tryTo(async () => {
        if (!now) return
        const left = await desk.call('themes.remove', { id: now.id })
        const next = left.themes.find(({ id }) => id === now.id) ?? left.themes[0]
        if (next) await open(next.id)
      }),
    take: (file) =>
      tryTo(async () => open((await desk.call('themes.take', { base64: await base64Of(file) })).id)),
  }
}

/** What was done, and what went wrong, in words. */
function useTrying() {
  const { t } = useWords()
  const [problem, setProblem] = useState('')
  const [said, say] = useState('')
  const tryTo = useCallback<TryTo>(
    async (work) => {
      say('')
      try {
        await work()
        setProblem('')
        return true
      } catch (thrown) {
        setProblem(errorSentence(t, thrown))
        return false
      }
    },
    [t],
  )
  return { problem, said, say, tryTo }
}
