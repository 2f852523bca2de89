import type { ReactNode } from 'react'
import type { SourceState } from '../../../core/api/starts.ts'
import type { ComparedTexts } from '../../../core/api/versions.ts'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { languageOf } from '../../../core/language/registry.ts'
import type { StoredFieldId } from '../../../core/model/fields.ts'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { useSource } from './use-source.ts'
import './source.css'

interface SourcePaneProps {
  id: string
  sourceId: string
  onOpen: (id: string) => void
  /** Draws its story beside the text that was looked at last. */
  drawStory: (id: string, compared: ComparedTexts) => ReactNode
}

/** The article that this one is translated from, to read beside the sheet, in its own language and direction. */
export function SourcePane({ id, sourceId, onOpen, drawStory }: SourcePaneProps) {
  const { t } = useWords()
  const source = useSource(id, sourceId, true)
  return (
    <section className="panel source" aria-label={t('source.name')} aria-busy={source === null}>
      {source && (
        <>
          <header className="source-head">
            <span className="grow">
              {source.text && <bdi>{languageOf(source.text.language).ownName}</bdi>}
              {source.text && ` · ${t(`status.${source.text.status}`)}`}
            </span>
            {source.state !== 'trashed' && source.revision >= 0 && (
              <Button onPress={() => onOpen(sourceId)}>{t('source.open')}</Button>
            )}
          </header>
          {source.state !== 'same' && source.state !== 'changed' && (
            <p className="source-note">{t(`source.${source.state}`)}</p>
          )}
          {source.text && source.compared && (
            <div
              className="compared narrow scroll"
              role="region"
              aria-label={t('source.text')}
              // By the arrows it is read without a mouse.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
            >
              <Fields text={source.text} />
              {drawStory(sourceId, source.compared)}
            </div>
          )}
        </>
      )}
    </section>
  )
}

/** Under the headline, in the order of Details; what is a code says nothing to who translates. */
const listed: readonly StoredFieldId[] = [
  'summary',
  'byline',
  'source',
  'place',
  'section',
  'keywords',
  'seoTitle',
  'seoDescription',
]

function Fields({ text }: { text: NonNullable<SourceState['text']> }) {
  const { t } = useWords()
  const { fields, language } = text
  const { tag, direction, script } = languageOf(language)
  const own = { lang: tag, dir: direction }
  const rows = listed.flatMap((id): { id: string; label: MessageKey; value: string }[] => {
    const value = fields[id]
    const words = Array.isArray(value) ? value.join(' · ') : typeof value === 'string' ? value : ''
    return words ? [{ id, label: `field.${id}` as MessageKey, value: words }] : []
  })
  const picture = (['alt', 'caption'] as const).flatMap((word) => {
    const value = fields.leadImage?.[word] ?? ''
    return value ? [{ id: word, label: `picture.${word}` as MessageKey, value }] : []
  })
  return (
    <>
      <div className="source-title" data-script={script === 'latin' ? 'latin' : undefined} {...own}>
        {fields.kicker && <p className="kicker">{fields.kicker}</p>}
        <h3>{fields.headline || t('article.untitled')}</h3>
        {fields.subheadline && <p>{fields.subheadline}</p>}
      </div>
      <dl className="source-fields">
        {[...rows, ...picture].map(({ id, label, value }) => (
          <div key={id}>
            <dt>{t(label)}</dt>
            <dd {...own}>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
