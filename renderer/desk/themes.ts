import { useEffect, useState } from 'react'
import type { ThemeInfo } from '../../core/api/files.ts'
import { useDesk } from './desk-context.tsx'

/** The house's themes as they are now: those that the desk told of at first, until they change. */
export function useThemes(first: readonly ThemeInfo[]): ThemeInfo[] {
  const desk = useDesk()
  const [themes, setThemes] = useState<ThemeInfo[]>([...first])
  useEffect(
    () => desk.listen((event) => event.name === 'themes.changed' && setThemes(event.data.themes)),
    [desk],
  )
  return themes
}
