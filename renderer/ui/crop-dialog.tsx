import { useId, useState } from 'react'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { formatNumber } from '../../core/language/numbers.ts'
import {
  aspects,
  cropAround,
  proportion,
  seenSize,
  wanted,
  type Aspect,
  type Crop,
  type FocalPoint,
  type Framing,
  type PictureSize,
} from '../../core/model/crop.ts'
import { Button, Dialog } from './controls.tsx'
import { CropStage } from './crop-stage.tsx'
import { useWords, type Words } from './words.tsx'
import './crop.css'

const whole: Crop = { x: 0, y: 0, width: 1, height: 1 }
const middleOf = ({ x, y, width, height }: Crop): FocalPoint => ({ x: x + width / 2, y: y + height / 2 })
/** As they stand on keyboards, in any language. */
const keyNames = { resize: '\u2066Shift\u2069', large: '\u2066Ctrl\u2069' }
const names: Readonly<Partial<Record<Aspect, MessageKey>>> = { original: 'crop.original', free: 'crop.free' }

interface CropDialogProps {
  /** Where the picture can be shown from. */
  url: string
  picture: Framing & PictureSize
  onDone: (framing: Framing) => void
  onClose: () => void
}

/** Where a picture is cut, as data: by dragging, and all of it by keyboard. Right and left are those of the picture. */
export function CropDialog({ url, picture, onDone, onClose }: CropDialogProps) {
  const words = useWords()
  const { t } = words
  const [size, setSize] = useState<PictureSize>(picture)
  const [crop, setCrop] = useState(picture.crop ?? whole)
  const [aspect, setAspect] = useState<Aspect>(picture.aspect ?? (picture.crop ? 'free' : 'original'))
  const [focal, setFocal] = useState(picture.focal ?? null)
  const group = useId()
  const own = proportion(size) ?? 1
  const choose = (chosen: Aspect) => {
    const ratio = wanted(chosen, own)
    setAspect(chosen)
    if (chosen === 'original') setCrop(whole)
    else if (ratio !== null) setCrop(cropAround(ratio, own, focal ?? middleOf(crop)))
  }
  return (
    <Dialog
      title={t('crop.name')}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <Button onPress={() => setFocal(focal ? null : middleOf(crop))}>
            {t(focal ? 'crop.noFocal' : 'crop.addFocal')}
          </Button>
          <span className="grow" />
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" onPress={() => onDone({ crop, aspect, focal })}>
            {t('crop.done')}
          </Button>
        </>
      }
    >
      <fieldset className="crop-aspects">
        <legend>{t('crop.aspect')}</legend>
        {aspects.map((each) => {
          const name = names[each]
          return (
            <label key={each}>
              <input type="radio" name={group} checked={aspect === each} onChange={() => choose(each)} />
              <span dir={name ? undefined : 'ltr'}>{name ? t(name) : each}</span>
            </label>
          )
        })}
      </fieldset>
      <CropStage
        url={url}
        crop={crop}
        focal={focal}
        shape={{ ratio: wanted(aspect, own), picture: own }}
        values={valuesIn(words, crop)}
        focalValues={focal ? pointIn(words, focal) : ''}
        onCrop={setCrop}
        onFocal={setFocal}
        onSize={(found) => proportion(size) === null && setSize({ ...picture, ...found })}
      />
      <p className="crop-values" aria-hidden="true">
        {valuesIn(words, crop)}
        <span dir="ltr">{pixelsIn(words, { ...size, crop })}</span>
      </p>
      <p className="crop-help" id="crop-help">
        {t('crop.help', keyNames)}
      </p>
    </Dialog>
  )
}

const number = ({ dates }: Words, n: number): string =>
  formatNumber(n, dates.digits ? { language: dates.language, digits: dates.digits } : dates)
const percent = (words: Words, part: number): string => number(words, Math.round(part * 1000) / 10)

const valuesIn = (words: Words, { x, y, width, height }: Crop): string =>
  words.t('crop.values', {
    left: percent(words, x),
    top: percent(words, y),
    width: percent(words, width),
    height: percent(words, height),
  })

const pointIn = (words: Words, { x, y }: FocalPoint): string =>
  words.t('crop.point', { left: percent(words, x), top: percent(words, y) })

function pixelsIn(words: Words, picture: Framing & PictureSize): string {
  const seen = seenSize(picture)
  return seen ? `${number(words, seen.width)} × ${number(words, seen.height)}` : ''
}
