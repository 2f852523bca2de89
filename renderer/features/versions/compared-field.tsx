import { ArrowRight } from '@phosphor-icons/react/dist/icons/ArrowRight'
import { formatDateTime } from '../../../core/language/dates.ts'
import { languageOf, languages } from '../../../core/language/registry.ts'
import type { ComparedField, Piece } from '../../../core/model/comparison.ts'
import { fieldOf, statuses } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords, type Words } from '../../ui/words.tsx'
import { Picture, type PictureUrl } from './picture.tsx'
import { Pieces, Spoken } from './pieces.tsx'

interface FieldChangeProps {
  change: ComparedField
  language: LanguageCode
  pictureUrl: PictureUrl
}

/** A field of the details that differs: its label, and what it held and holds. */
export function FieldChange({ change, language, pictureUrl }: FieldChangeProps) {
  const words = useWords()
  const { kind, direction } = fieldOf(change.field)
  const { tag, direction: own } = languageOf(language)
  const isCode = kind === 'status' || kind === 'language' || kind === 'date' || kind === 'urgency'
  const told = { story: { lang: tag, dir: own }, auto: { dir: 'auto' }, ltr: { dir: 'ltr' } }[direction]
  return (
    <div className="field-change" data-change="">
      <dt>{words.t(`field.${change.field}`)}</dt>
      {isCode ? (
        <dd className="codes">
          <Code kind="deleted" text={inWords(words, change, change.before)} />
          {change.before && change.after && <Icon of={ArrowRight} size="tiny" points />}
          <Code kind="inserted" text={inWords(words, change, change.after)} />
        </dd>
      ) : (
        <dd {...told}>
          {change.media && <OtherPicture media={change.media} pictureUrl={pictureUrl} />}
          <Pieces pieces={change.pieces} />
        </dd>
      )}
    </div>
  )
}

interface OtherPictureProps extends Pick<FieldChangeProps, 'pictureUrl'> {
  media: NonNullable<ComparedField['media']>
}

/** The picture that went and the one that came, whatever is written under them. */
function OtherPicture({ media, pictureUrl }: OtherPictureProps) {
  const { t } = useWords()
  return (
    <span className="other-picture">
      {media.before && (
        <del>
          <Spoken className="visually-hidden">{`${t('compare.deleted')}: ${t('format.image')}`}</Spoken>
          <Picture media={media.before} pictureUrl={pictureUrl} />
        </del>
      )}
      {media.before && media.after && <Icon of={ArrowRight} size="tiny" points />}
      {media.after && (
        <ins>
          <Spoken className="visually-hidden">{`${t('compare.inserted')}: ${t('format.image')}`}</Spoken>
          <Picture media={media.after} pictureUrl={pictureUrl} />
        </ins>
      )}
    </span>
  )
}

function Code({ kind, text }: { kind: Piece['kind']; text: string }) {
  if (!text) return null
  return (
    <Spoken>
      <Pieces pieces={[{ kind, text, marks: [] }]} />
    </Spoken>
  )
}

/** A status, a language, a day or an urgency as a person reads it; as it is stored where it is none. */
function inWords({ t, dates }: Words, { field }: ComparedField, value: string): string {
  if (!value) return ''
  const { kind } = fieldOf(field)
  if (kind === 'urgency') return t('urgency.level', { level: value })
  if (kind === 'language') return languages.find(({ code }) => code === value)?.ownName ?? value
  if (kind === 'status') {
    const status = statuses.find((each) => each === value)
    return status ? t(`status.${status}`) : value
  }
  try {
    return formatDateTime(value, { ...dates, style: 'long' })
  } catch {
    return value
  }
}
