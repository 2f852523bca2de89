import { useEffect, useMemo, useState } from 'react'
import type { ThemeInfo } from '../../core/api/files.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { useDesk } from './desk-context.tsx'

/**
 * The house's themes as they are now: those that the desk told of at first, until they change. Those that came with Midad are
 * called as the interface's language has it.
 */
export function useThemes(first: readonly ThemeInfo[], t: Translate): ThemeInfo[] {
  const desk = useDesk()
  const [themes, setThemes] = useState<ThemeInfo[]>([...first])
  useEffect(
    () => desk.listen((event) => event.name === 'themes.changed' && setThemes(event.data.themes)),
    [desk],
  )
  return useMemo(
    () =>
      themes.map((theme) => (theme.isOwn ? theme : { ...theme, name: t(`themes.shipped.${theme.layout}`) })),
    [themes, t],
  )
}
