import type { Notice } from '../../core/api/contract.ts'
import { formatDateTime } from '../../core/language/dates.ts'
import { localInstant } from '../ui/instants.ts'
import type { Words } from '../ui/words.tsx'

/** Where damaged files are put, in the library's folder. */
const setAside = 'set-aside'

/** A notice in the interface's language, with what it tells of put in. */
export function noticeSentence({ t, dates }: Pick<Words, 't' | 'dates'>, { code, details }: Notice): string {
  const at = () => formatDateTime(localInstant(details.at ?? 0), { ...dates, style: 'long' })
  const headline = details.headline || t('article.untitled')
  if (code === 'article-rebuilt') return t('notice.article-rebuilt', { headline, at: at(), folder: setAside })
  if (code === 'synced-copy') return t('notice.synced-copy', { headline, count: details.count ?? 1 })
  if (code === 'clock-back') return t('notice.clock-back', { at: at() })
  return t(`notice.${code}`, details)
}
