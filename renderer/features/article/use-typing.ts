import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { BlockTyping } from '../../../core/language/typing/typing.ts'
import { typingInField } from '../../editor/typing/field-typing.ts'

/** Lets the typing rules work in a plain field, by what `rules` answers at each letter; null: none do. */
export function useTyping(
  field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>,
  rules: () => BlockTyping | null,
): void {
  const rulesNow = useEffectEvent(rules)
  useEffect(() => (field.current ? typingInField(field.current, () => rulesNow()) : undefined), [field])
}
