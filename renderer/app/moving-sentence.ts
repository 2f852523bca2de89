import type { MoveProgress } from '../../core/api/libraries.ts'
import type { Translate } from '../../core/i18n/translate.ts'

/** How far the library has come on its way. */
export function movingSentence(t: Translate, progress: MoveProgress): string {
  const { done, total } = progress ?? { done: 0, total: 1 }
  const count = total === 0 ? 100 : Math.floor((done / total) * 100)
  return t('library.moving', { percent: t('count.percent', { count }) })
}
