import type { RowFilter } from '../../../core/api/listing.ts'
import type { ListView } from '../../../core/model/list-view.ts'

/** Whose list it is, and when it is looked at. */
export interface Looking {
  ownNames: readonly string[]
  nowMs: number
}

/** What a view lets through as the desk is asked for it at this moment. */
export function filterOf(view: ListView, { ownNames, nowMs }: Looking): RowFilter {
  const { status, language, place, section, whose, lastDays, isHeld } = view
  return {
    ...(status.length > 0 && { status }),
    ...(language.length > 0 && { language }),
    ...(place.length > 0 && { place }),
    ...(section.length > 0 && { section }),
    ...(whose === 'mine' && { byline: [...ownNames] }),
    ...(whose === 'others' && { notByline: [...ownNames] }),
    ...(lastDays !== null && { after: startOfDay(nowMs, lastDays - 1).toISOString() }),
    // To the minute, so that the desk can keep the list that it has made.
    ...(isHeld && { embargoedAt: new Date(Math.floor(nowMs / 60_000) * 60_000).toISOString() }),
  }
}

function startOfDay(nowMs: number, daysBefore: number): Date {
  const now = new Date(nowMs)
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBefore)
}

/** What narrows a view beside its status; each is taken away alone. */
export type Narrowing = 'language' | 'place' | 'section' | 'whose' | 'lastDays' | 'isHeld'
export interface NarrowedBy {
  by: Narrowing
  value: string
}

/** All that narrows a view beside its status, one for each value. */
export function narrowingsOf(view: ListView): NarrowedBy[] {
  const of = (by: 'language' | 'place' | 'section') => view[by].map((value) => ({ by, value }))
  return [
    ...of('language'),
    ...of('section'),
    ...of('place'),
    ...(view.whose ? [{ by: 'whose' as const, value: view.whose }] : []),
    ...(view.lastDays === null ? [] : [{ by: 'lastDays' as const, value: String(view.lastDays) }]),
    ...(view.isHeld ? [{ by: 'isHeld' as const, value: '' }] : []),
  ]
}

/** The view without one of them. */
export function widened(view: ListView, { by, value }: NarrowedBy): ListView {
  switch (by) {
    case 'language':
    case 'place':
    case 'section':
      return { ...view, [by]: (view[by] as readonly string[]).filter((each) => each !== value) }
    case 'whose':
    case 'lastDays':
      return { ...view, [by]: null }
    case 'isHeld':
      return { ...view, isHeld: false }
  }
}

/** Whether two views show the same in the same order. */
export const isSameView = (one: ListView, other: ListView): boolean => spelt(one) === spelt(other)

const spelt = (view: ListView): string =>
  JSON.stringify(
    Object.entries(view)
      .map(([part, value]) => [part, Array.isArray(value) ? [...(value as string[])].sort() : value])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  )
