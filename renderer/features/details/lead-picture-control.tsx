import { Check } from '@phosphor-icons/react/dist/icons/Check'
import { ImageSquare } from '@phosphor-icons/react/dist/icons/ImageSquare'
import { WarningCircle } from '@phosphor-icons/react/dist/icons/WarningCircle'
import { useEffect, useId, useMemo, useRef, useState, type DragEvent } from 'react'
import { focalPosition, storedFraming, viewBox, type Framing } from '../../../core/model/crop.ts'
import type { LeadImage } from '../../../core/model/fields.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { pictureGate } from '../../desk/pictures.ts'
import { Button } from '../../ui/controls.tsx'
import { CropDialog } from '../../ui/crop-dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { PictureFiles } from '../../ui/picture-files.tsx'
import { useWords } from '../../ui/words.tsx'
import type { FieldProps } from './field-props.ts'
import { PictureWords } from './picture-words.tsx'

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
/** What a picture should not go out without; a warning each, never a lock. */
const awaited = ['alt', 'caption', 'credit'] as const

/** The lead picture: chosen or dropped, with its alternative text, caption, credit and source. */
export function LeadPictureControl(props: FieldProps) {
  const { draft, details } = props
  const { t } = useWords()
  const desk = useDesk()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  const [isOver, setOver] = useState(false)
  const gate = useMemo(() => pictureGate(desk, details.id), [desk, details.id])
  const lead = details.fields.leadImage ?? nothing
  const isFixed = draft.isReadOnly
  const put = (part: Partial<LeadImage>) =>
    draft.setField('leadImage', { ...(draft.details().fields.leadImage ?? nothing), ...part })
  const add = async (file: File | undefined) => {
    if (!file || isFixed) return
    setProblem('')
    try {
      // Another picture is cut in another way.
      put({ ...(await gate.add(file)), crop: null, aspect: null, focal: null })
    } catch (thrown) {
      setProblem(errorSentence(t, thrown))
    }
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    // The desk's own curtain takes files to import: a picture dropped here stays here.
    event.stopPropagation()
    void add(event.dataTransfer.files[0])
  }
  return (
    <div
      className={`lead ${isOver ? 'over' : ''}`}
      data-help="leadImage"
      data-field="leadImage"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <PictureFiles ref={input} onFiles={([file]) => void add(file)} />
      {lead.media ? (
        <div className="chosen">
          <Thumbnail gate={gate} media={lead.media} lead={lead} />
          <PictureState lead={lead} />
          {!isFixed && (
            <div className="do">
              <Button onPress={() => input.current?.click()}>{t('picture.replace')}</Button>
              <CropButton gate={gate} lead={lead} onDone={(framing) => put(storedFraming(framing))} />
              <Button onPress={() => draft.setField('leadImage', null)}>{t('picture.remove')}</Button>
            </div>
          )}
        </div>
      ) : (
        <button
          type="button"
          className="well"
          aria-describedby={`${id}-about`}
          disabled={isFixed}
          onClick={() => input.current?.click()}
        >
          <Icon of={ImageSquare} />
          {t('picture.well')}
        </button>
      )}
      <span hidden id={`${id}-about`}>
        {t('help.leadImage')}
      </span>
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
            details={details}
            isReadOnly={isFixed}
            onChange={(value) => put({ [word]: value })}
          />
        ))}
    </div>
  )
}

function PictureState({ lead }: { lead: LeadImage }) {
  const { t } = useWords()
  const missing = awaited.filter((word) => lead[word].trim() === '')
  return (
    <ul className="state">
      {missing.map((word) => (
        <li key={word} className="warn">
          <Icon of={WarningCircle} size="text" />
          {t(`picture.${word}Missing`)}
        </li>
      ))}
      {missing.length === 0 && (
        <li className="good">
          <Icon of={Check} size="text" />
          {t('picture.complete')}
        </li>
      )}
    </ul>
  )
}

type Gate = ReturnType<typeof pictureGate>

interface CropButtonProps {
  gate: Gate
  lead: LeadImage
  onDone: (framing: Framing) => void
}

function CropButton({ gate, lead, onDone }: CropButtonProps) {
  const { t } = useWords()
  const [url, setUrl] = useState('')
  const open = async () => {
    try {
      setUrl(await gate.url(lead.media ?? ''))
    } catch {
      // The file is missing, and the place of the picture says so.
    }
  }
  return (
    <>
      <Button onPress={() => void open()}>{t('command.crop')}</Button>
      {url && (
        <CropDialog
          url={url}
          picture={lead}
          onDone={(framing) => {
            onDone(framing)
            setUrl('')
          }}
          onClose={() => setUrl('')}
        />
      )}
    </>
  )
}

function Thumbnail({ gate, media, lead }: { gate: Gate; media: string; lead: LeadImage }) {
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
  return (
    <div className="thumbnail">
      {url && (
        <img
          src={url}
          alt=""
          style={{ objectViewBox: viewBox(lead.crop), objectPosition: focalPosition(lead) }}
        />
      )}
    </div>
  )
}
