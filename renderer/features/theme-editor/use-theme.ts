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
  duplicate: (name: string) => Promise<void>
  remove: () => Promise<void>
  take: (file: File) => Promise<void>
  /** Does it, and says what went wrong; false where something did. */
  tryTo: (work: () => Promise<void>) => Promise<boolean>
}

export function useTheme(themes: readonly ThemeInfo[], first: string): EditedTheme {
  const { t } = useWords()
  const desk = useDesk()
  const [edits, setEdits] = useState<ThemeEdits | null>(null)
  const [isOwn, setOwn] = useState(false)
  const [problem, setProblem] = useState('')
  const [said, say] = useState('')
  const tryTo = useCallback(
    async (work: () => Promise<void>): Promise<boolean> => {
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
  const open = useCallback(
    async (id: string) => {
      const answer = await desk.call('themes.read', { id })
      setEdits(editsOf(answer.theme))
      setOwn(answer.isOwn)
    },
    [desk],
  )
  useEffect(() => {
    // oxlint-disable-next-line react-hooks/set-state-in-effect -- asks the desk first
    void tryTo(() => open(first))
    // Another choice is asked for by `read`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const put = async (theme: HouseTheme) => {
    await desk.call('themes.put', { theme })
  }
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
    keep: async () => {
      if (!edits) return false
      const theme = { ...edits.now, name: edits.now.name.trim() || edits.kept.name }
      const isKept = await tryTo(() => put(theme))
      if (isKept) {
        setEdits((before) => before && kept({ ...before, now: theme }, theme))
        say(t('themes.kept'))
      }
      return isKept
    },
    duplicate: async (name) => {
      if (!edits) return
      const ids = themes.map(({ id }) => id)
      const copy = copyOfTheme(edits.now, name, ids)
      await tryTo(async () => {
        await put(copy)
        await open(copy.id)
      })
    },
    remove: async () => {
      if (!edits) return
      const { id } = edits.kept
      await tryTo(async () => {
        const left = await desk.call('themes.remove', { id })
        const next = left.themes.find((theme) => theme.id === id) ?? left.themes[0]
        if (next) await open(next.id)
      })
    },
    take: async (file) => {
      await tryTo(async () => {
        const taken = await desk.call('themes.take', { base64: await base64Of(file) })
        await open(taken.id)
      })
    },
  }
}
