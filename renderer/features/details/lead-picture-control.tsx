import { ImageSquare } from '@phosphor-icons/react/dist/icons/ImageSquare'
import { WarningCircle } from '@phosphor-icons/react/dist/icons/WarningCircle'
import { useEffect, useId, useMemo, useRef, useState, type DragEvent } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import type { LeadImage } from '../../../core/model/fields.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { pictureGate } from '../../desk/pictures.ts'
import { Button } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import type { FieldProps } from './field-props.ts'

const nothing: LeadImage = {
  media: null,
  alt: '',
  caption: '',
  credit: '',
  source: '',
  width: null,
  height: null,
}
const words = ['alt', 'caption', 'credit', 'source'] as const

/** The lead picture: chosen or dropped, with its alternative text, caption, credit and source. */
export function LeadPictureControl({ draft, details }: FieldProps) {
  const { t } = useWords()
  const desk = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  const gate = useMemo(() => pictureGate(desk, details.id), [desk, details.id])
  const lead = details.fields.leadImage ?? nothing
  const put = (part: Partial<LeadImage>) =>
    draft.setField('leadImage', { ...(draft.details().fields.leadImage ?? nothing), ...part })
  const add = async (file: File | undefined) => {
    if (!file) return
    setProblem('')
    try {
      put(await gate.add(file))
    } catch (thrown) {
      setProblem(errorSentence(t, thrown))
    }
  }
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void add(event.dataTransfer.files[0])
  }
  return (
    <div className="lead" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        onChange={(event) => void add(event.target.files?.[0])}
      />
      {lead.media ? (
        <div className="chosen">
          <Thumbnail gate={gate} media={lead.media} />
          <div>
            {lead.alt === '' && (
              <p className="warn">
                <Icon of={WarningCircle} size="text" />
                {t('picture.altMissing')}
              </p>
            )}
            {!draft.isReadOnly && (
              <div className="do">
                <Button onPress={() => input.current?.click()}>{t('picture.replace')}</Button>
                <Button onPress={() => draft.setField('leadImage', null)}>{t('picture.remove')}</Button>
              </div>
            )}
          </div>
        </div>
      ) : (
        <button
          type="button"
          className="well"
          disabled={draft.isReadOnly}
          onClick={() => input.current?.click()}
        >
          <Icon of={ImageSquare} />
          {t('picture.well')}
        </button>
      )}
      {problem && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      {lead.media &&
        words.map((word) => (
          <PictureWords
            key={word}
            word={word}
            value={lead[word]}
            language={details.language}
            isReadOnly={draft.isReadOnly}
            onChange={(value) => put({ [word]: value })}
          />
        ))}
    </div>
  )
}

interface PictureWordsProps {
  word: (typeof words)[number]
  value: string
  language: FieldProps['details']['language']
  isReadOnly: boolean
  onChange: (value: string) => void
}

function PictureWords({ word, value, language, isReadOnly, onChange }: PictureWordsProps) {
  const { t } = useWords()
  const id = useId()
  const { tag, direction } = languageOf(language)
  return (
    <div className="f">
      <label htmlFor={id}>{t(`picture.${word}`)}</label>
      <span className="control">
        <input
          id={id}
          type="text"
          dir={direction}
          lang={tag}
          autoComplete="off"
          value={value}
          readOnly={isReadOnly}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </div>
  )
}

function Thumbnail({ gate, media }: { gate: ReturnType<typeof pictureGate>; media: string }) {
  const [url, setUrl] = useState('')
  useEffect(() => {
    let isWanted = true
    gate.url(media).then(
      (found) => isWanted && setUrl(found),
      () => isWanted && setUrl(''),
    )
    return () => {
      isWanted = false
    }
  }, [gate, media])
  return <div className="thumbnail">{url && <img src={url} alt="" />}</div>
}
