import { useId, useMemo, useRef, useState } from 'react'
import { toErrorData } from '../../../core/api/errors.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { contrast, leastContrast } from '../../../core/model/contrast.ts'
import { hasSetWords } from '../../../core/model/logo-drawing.ts'
import { fontFamilies, hasOwnFonts, type FontFamily } from '../../../core/model/theme.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { base64Of } from '../../desk/pictures.ts'
import { Button } from '../../ui/controls.tsx'
import { PictureFiles } from '../../ui/picture-files.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../ui/words.tsx'
import { OneOf, Part, Words } from './rows.tsx'
import type { ThemePartProps } from './theme-part.ts'

/** The logo: a picture of the house, or words. */
export function Logo({ theme, isReadOnly, onChange }: ThemePartProps) {
  const { t } = useWords()
  const desk = useDesk()
  const files = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  const { logo } = theme
  const isLettered = useMemo(() => hasSetWords(logo.image), [logo.image])
  const change = (part: Partial<typeof logo>, what: string) => {
    const { image, text, alt } = { ...logo, ...part }
    onChange({ ...theme, logo: { alt, ...(image && { image }), ...(text && { text }) } }, what)
  }
  const take = async ([file]: File[]) => {
    if (!file) return
    try {
      const { image, isLess } = await desk.call('themes.logo', { base64: await base64Of(file) })
      setProblem(isLess ? t('themes.logoLess') : '')
      change({ image }, 'logo')
    } catch (thrown) {
      setProblem(sentenceOf(t, thrown))
    }
  }
  return (
    <Part title={t('themes.logo')}>
      <PictureFiles ref={files} hasDrawings onFiles={(chosen) => void take(chosen)} />
      {logo.image && (
        <span className="theme-logo">
          <img src={logo.image} alt="" />
        </span>
      )}
      <div className="theme-buttons">
        <Button look="line" isDisabled={isReadOnly} onPress={() => files.current?.click()}>
          {t('themes.logoPicture')}
        </Button>
        {logo.image && (
          <Button isDisabled={isReadOnly} onPress={() => change({ image: undefined }, 'logo')}>
            {t('themes.logoRemove')}
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      {isLettered && (
        <p role="alert" className="problem">
          {t('themes.logoLettered')}
        </p>
      )}
      {logo.image ? (
        <Words
          label={t('picture.alt')}
          value={logo.alt}
          isReadOnly={isReadOnly}
          onChange={(alt) => change({ alt }, 'logo-alt')}
        />
      ) : (
        <>
          <Words
            label={t('themes.logoText')}
            value={logo.text ?? ''}
            isReadOnly={isReadOnly}
            onChange={(text) => change({ text }, 'logo-text')}
          />
          <p>{t('themes.logoTextAbout')}</p>
        </>
      )}
    </Part>
  )
}

function sentenceOf(t: Translate, thrown: unknown): string {
  const { code } = toErrorData(thrown)
  if (code === 'too-large') return t('themes.logoTooLarge')
  return code === 'not-a-picture' ? t('themes.logoUnread') : errorSentence(t, thrown)
}

const colours = ['ink', 'muted', 'accent', 'paper', 'line'] as const
type Colour = (typeof colours)[number]
/** Of words on the page: they must be read on its paper. */
const isRead = (colour: Colour): boolean => colour !== 'paper' && colour !== 'line'

/** The five colours; one in which words could hardly be read is told of. */
export function Colours({ theme, isReadOnly, onChange }: ThemePartProps) {
  const { t } = useWords()
  return (
    <Part title={t('themes.colours')}>
      {colours.map((colour) => (
        <ColourRow
          key={colour}
          label={t(`themes.colour.${colour}`)}
          value={theme.colours[colour]}
          paper={isRead(colour) ? theme.colours.paper : undefined}
          isReadOnly={isReadOnly}
          onChange={(value) =>
            onChange({ ...theme, colours: { ...theme.colours, [colour]: value } }, `colour-${colour}`)
          }
        />
      ))}
    </Part>
  )
}

interface ColourRowProps {
  label: string
  value: string
  /** What it is read on; absent where it is not. */
  paper: string | undefined
  isReadOnly: boolean
  onChange: (value: string) => void
}

function ColourRow({ label, value, paper, isReadOnly, onChange }: ColourRowProps) {
  const { t } = useWords()
  const id = useId()
  const ratio = paper === undefined ? Number.POSITIVE_INFINITY : contrast(value, paper)
  const [written, write] = useState(value)
  const [seen, see] = useState(value)
  if (seen !== value) {
    see(value)
    write(value)
  }
  const warning = `${id}-contrast`
  const isPale = ratio < leastContrast
  return (
    <>
      <div className="setting">
        <label htmlFor={id}>{label}</label>
        <span className="theme-colour">
          <input
            id={id}
            type="color"
            aria-describedby={isPale ? warning : undefined}
            disabled={isReadOnly}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <span className="control">
            <input
              aria-label={t('themes.code', { colour: label })}
              dir="ltr"
              aria-describedby={isPale ? warning : undefined}
              maxLength={7}
              spellCheck={false}
              readOnly={isReadOnly}
              value={written}
              onChange={(event) => {
                const letters = event.target.value.trim()
                write(letters)
                if (/^#[0-9a-f]{6}$/i.test(letters)) onChange(letters.toLowerCase())
              }}
              onBlur={() => write(value)}
            />
          </span>
        </span>
      </div>
      {isPale && (
        <p id={warning} className="problem">
          {t('themes.contrast', { ratio: ratio.toFixed(1), least: String(leastContrast) })}
        </p>
      )}
    </>
  )
}

const scripts = ['arabic', 'latin', 'hebrew'] as const
const roles = ['headline', 'text', 'small'] as const
/** As their makers call them. */
const familyNames: Record<FontFamily, string> = {
  naskh: 'Noto Naskh Arabic',
  kufi: 'Noto Kufi Arabic',
  vazirmatn: 'Vazirmatn',
  serif: 'Source Serif 4',
  inter: 'Inter',
  hebrew: 'Noto Sans Hebrew',
}
/** Those that have the letters of a script. */
const familiesFor: Record<(typeof scripts)[number], readonly FontFamily[]> = {
  arabic: ['naskh', 'kufi', 'vazirmatn'],
  latin: fontFamilies.filter((family) => family !== 'hebrew'),
  hebrew: ['hebrew'],
}

/** Which typeface each script has for its headlines, text and small text. */
export function Typefaces({ theme, isReadOnly, onChange }: ThemePartProps) {
  const { t } = useWords()
  const { fonts } = theme
  return (
    <Part title={t('themes.fonts')}>
      {scripts.flatMap((script) =>
        roles
          .filter(() => familiesFor[script].length > 1)
          .map((role) => (
            <OneOf
              key={`${script} ${role}`}
              label={t(`themes.face.${role}`, { script: t(`themes.script.${script}`) })}
              value={fonts[script][role]}
              isReadOnly={isReadOnly}
              choices={familiesFor[script].map((value) => ({ value, name: familyNames[value] }))}
              onChange={(family) =>
                onChange(
                  { ...theme, fonts: { ...fonts, [script]: { ...fonts[script], [role]: family } } },
                  `font-${script}-${role}`,
                )
              }
            />
          )),
      )}
      {hasOwnFonts(theme.layout) ? (
        <Switch
          isOn={fonts.delivery === 'embed'}
          isDisabled={isReadOnly}
          onChange={(isOn) =>
            onChange({ ...theme, fonts: { ...fonts, delivery: isOn ? 'embed' : 'system' } }, 'delivery')
          }
        >
          {t('themes.embed')}
        </Switch>
      ) : (
        <p>{t('themes.systemAbout')}</p>
      )}
    </Part>
  )
}
