import type { MessageKey } from '../../../../core/i18n/languages.ts'
import type { FindState } from '../../../editor/find/story-find.ts'
import { useWords } from '../../../ui/words.tsx'

/** By the type of the node and the name of the words; over the story by the name alone. */
const names: Readonly<Record<string, MessageKey>> = {
  kicker: 'field.kicker',
  headline: 'field.headline',
  subheadline: 'field.subheadline',
  'image caption': 'picture.caption',
  'image credit': 'picture.credit',
  'image alt': 'picture.alt',
  'gallery caption': 'gallery.caption',
  'pullQuote cite': 'format.quoteCite',
  'embed title': 'format.embed',
  'embed site': 'embed.site',
  'embed alt': 'picture.alt',
}

/** Says in which words beside the text or over it the current place is: the eye may look for it in vain in the story. */
export function FindWhere({ where }: { where: FindState['where'] }) {
  const { t } = useWords()
  const key = where && names[where.type === null ? where.name : `${where.type} ${where.name}`]
  return (
    <span className="find-where" aria-live="polite">
      {key && t(key)}
    </span>
  )
}
