import { useEffect, useRef, type RefObject } from 'react'
import type { Direction } from '../../../core/model/language-code.ts'
import { drawAtRest } from '../../editor/at-rest.ts'

/** Has a plain field show these words in the order of the page while nobody writes in it; answers the field's ref. */
export function useAtRest(value: string, direction: Direction): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null)
  const show = useRef<() => void>(undefined)
  useEffect(() => {
    if (field.current) show.current = drawAtRest(field.current)
  }, [])
  // oxlint-disable-next-line react/exhaustive-deps -- both stand in the field itself, where it reads them
  useEffect(() => show.current?.(), [value, direction])
  return field
}
