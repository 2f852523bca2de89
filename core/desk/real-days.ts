import { DeskError } from '../api/errors.ts'
import type { Article } from '../model/article.ts'
import { newUnrealDay } from '../model/unreal-days.ts'

/** @throws DeskError 'bad-request' for a day that is on no calendar, unless the stored article has it already */
export function requireRealDays(stored: Article, next: Article): void {
  const unreal = newUnrealDay(stored.fields, next.fields)
  if (!unreal) return
  const path = `fields.${unreal.field}`
  throw new DeskError('bad-request', `${path}: ${unreal.date.slice(0, 10)} is on no calendar`, { path })
}
