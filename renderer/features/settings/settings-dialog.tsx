import type { HostInfo } from '../../../core/api/contract.ts'
import type { ThemeInfo } from '../../../core/api/files.ts'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'
import { toDigits } from '../../../core/language/digits.ts'
import { languages } from '../../../core/language/registry.ts'
import { typingSwitches, zoomSteps, type Settings } from '../../../core/model/settings.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { LibraryPlace } from '../../ui/library-place.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../ui/words.tsx'
import { AgencyRows } from './agency-rows.tsx'
import { autosaveWords } from './autosave-words.ts'
import { Choice } from './choice.tsx'
import { HouseWords } from './house-words.tsx'
import { SampleLine } from './sample-line.tsx'
import { Section } from './section.tsx'
import { SpellingSection } from './spelling-section.tsx'
import './settings.css'

interface SettingsDialogProps {
  settings: Settings
  themes: readonly ThemeInfo[]
  library: string
  host: HostInfo
  onChange: (part: Partial<Settings>) => void
  onChooseLibrary: (place?: string) => void
  onRevealLibrary: () => void
  /** A copy is being saved or opened. */
  isCopying: boolean
  onSaveCopy: () => void
  onOpenCopy: () => void
  /** Opens the table of the house's names in the place of this. */
  onNames: () => void
  onStoryTypes: () => void
  onThemes: () => void
  onClose: () => void
}
type Part = Pick<SettingsDialogProps, 'settings' | 'onChange'>

const appearances: readonly Settings['appearance'][] = ['system', 'light', 'dark']
const rowKinds: readonly Settings['rows'][] = ['comfortable', 'compact']
const digitStyles = ['latn', 'arab', 'arabext'] as const
const fonts: readonly Settings['storyFont'][] = ['book', 'plain']
const sizes: readonly Settings['storySize'][] = ['small', 'medium', 'large', 'larger']
const modes = ['typewriter', 'dimsOthers'] as const satisfies readonly (keyof Settings)[]
const quoteKinds: readonly Settings['quotes'][] = ['language', 'guillemets', 'curly']
/** Letters that look alike, and where they are described: written so in every language. */
const aboutSorani = { ae: 'ە (U+06D5)', heh: 'ه (U+0647)', source: 'CLDR\u00a048' }
const exportStyles: readonly Settings['exportDigits'][] = ['written', 'house']
/** Patterns of core/export/file-name.ts, and what they are called. */
const fileNames = {
  '{date}-{slug}': 'dateSlug',
  '{slug}': 'slug',
  '{slug}-{language}': 'slugLanguage',
  '{date}-{headline}': 'dateHeadline',
} as const
const months: readonly Settings['arabicMonths'][] = ['levantine', 'egyptian', 'both']

/** What a desk remembers of its user, and what it does by itself. Each choice holds at once. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      title={t('settings.name')}
      size="wide"
      onClose={props.onClose}
      foot={
        <Button look="primary" onPress={props.onClose}>
          {t('dialog.done')}
        </Button>
      }
    >
      <div className="settings">
        <Look {...props} />
        <Writing {...props} />
        <Typing {...props} />
        <SpellingSection {...props} />
        <Section title="names.name">
          <p>{t('names.about')}</p>
          <div>
            <Button look="line" onPress={props.onNames}>
              {t('names.open')}
            </Button>
          </div>
        </Section>
        <Section title="settings.shelf">
          <LibraryPlace
            library={props.library}
            host={props.host}
            onChoose={props.onChooseLibrary}
            onReveal={props.onRevealLibrary}
          />
          {props.host.choosesLibrary !== 'fixed' && <Copies {...props} />}
        </Section>
        <House {...props} />
        <AgencyRows settings={props.settings} onChange={props.onChange} />
        <Section title="settings.saving">
          {autosaveWords(t).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Section>
      </div>
    </Dialog>
  )
}

function Look({ settings, onChange }: Part) {
  const { t, chosen } = useWords()
  return (
    <Section title="settings.look">
      <Choice
        label="settings.interfaceLanguage"
        value={chosen}
        onChange={(interfaceLanguage) => onChange({ interfaceLanguage })}
        choices={interfaceLanguages.map(({ code, ownName }) => ({ value: code, name: ownName }))}
      />
      <Choice
        label="settings.appearance"
        value={settings.appearance}
        onChange={(appearance) => onChange({ appearance })}
        choices={appearances.map((value) => ({ value, name: t(`appearance.${value}`) }))}
      />
      <Choice
        label="settings.digits"
        value={settings.digits ?? 'language'}
        onChange={(value) => onChange({ digits: value === 'language' ? null : value })}
        choices={[
          { value: 'language', name: t('digits.language') },
          ...digitStyles.map((value) => ({ value, name: toDigits('1 2 3', value) })),
        ]}
      />
      <Choice
        label="settings.rows"
        value={settings.rows}
        onChange={(rows) => onChange({ rows })}
        choices={rowKinds.map((value) => ({ value, name: t(`rows.${value}`) }))}
      />
    </Section>
  )
}

function Writing({ settings, onChange }: Part) {
  const { t } = useWords()
  return (
    <Section title="settings.writing">
      <Choice
        label="settings.storyLanguage"
        value={settings.storyLanguage}
        onChange={(storyLanguage) => onChange({ storyLanguage })}
        choices={languages.map(({ code, ownName }) => ({ value: code, name: ownName }))}
      />
      <Choice
        label="settings.storyFont"
        value={settings.storyFont}
        onChange={(storyFont) => onChange({ storyFont })}
        choices={fonts.map((value) => ({ value, name: t(`storyFont.${value}`) }))}
      />
      <Choice
        label="settings.storySize"
        value={settings.storySize}
        onChange={(storySize) => onChange({ storySize })}
        choices={sizes.map((value) => ({ value, name: t(`storySize.${value}`) }))}
      />
      <Choice
        label="settings.zoom"
        value={String(settings.zoom)}
        onChange={(zoom) => onChange({ zoom: Number(zoom) })}
        choices={zoomSteps.map((count) => ({ value: String(count), name: t('count.percent', { count }) }))}
      />
      <Choice
        label="settings.quotes"
        value={settings.quotes}
        onChange={(quotes) => onChange({ quotes })}
        choices={quoteKinds.map((value) => ({ value, name: t(`quotes.${value}`) }))}
      />
      {modes.map((name) => (
        <Switch key={name} isOn={settings[name]} onChange={(isOn) => onChange({ [name]: isOn })}>
          {t(`settings.${name}`)}
        </Switch>
      ))}
      <SampleLine language={settings.storyLanguage} quotes={settings.quotes} />
    </Section>
  )
}

function Typing({ settings, onChange }: Part) {
  const { t } = useWords()
  return (
    <Section title="settings.typing">
      {typingSwitches.map((name) => (
        <Switch key={name} isOn={settings[name]} onChange={(isOn) => onChange({ [name]: isOn })}>
          {t(`settings.${name}`)}
        </Switch>
      ))}
      <p>{t('settings.typingAbout')}</p>
      <p>{t('settings.typingJoinersAbout', aboutSorani)}</p>
    </Section>
  )
}

function Copies({
  isCopying,
  onSaveCopy,
  onOpenCopy,
}: Pick<SettingsDialogProps, 'isCopying' | 'onSaveCopy' | 'onOpenCopy'>) {
  const { t } = useWords()
  return (
    <div className="copies">
      <p>{t('copy.about')}</p>
      <Button look="line" isBusy={isCopying} onPress={onSaveCopy}>
        {t('command.saveCopy')}
      </Button>
      <Button isBusy={isCopying} onPress={onOpenCopy}>
        {t('command.openCopy')}
      </Button>
    </div>
  )
}

function House({
  settings,
  themes,
  onChange,
  onStoryTypes,
  onThemes,
}: Part & Pick<SettingsDialogProps, 'themes' | 'onStoryTypes' | 'onThemes'>) {
  const { t } = useWords()
  return (
    <Section title="settings.house">
      <Choice
        label="settings.houseTheme"
        value={settings.houseTheme}
        onChange={(houseTheme) => onChange({ houseTheme })}
        choices={themes.map(({ id: value, name }) => ({ value, name }))}
      />
      <p>{t('settings.houseThemeAbout')}</p>
      <div className="copies">
        <p>{t('themes.settingsAbout')}</p>
        <Button look="line" onPress={onThemes}>
          {t('themes.command')}
        </Button>
      </div>
      <div className="copies">
        <p>{t('types.settingsAbout')}</p>
        <Button look="line" onPress={onStoryTypes}>
          {t('types.command')}
        </Button>
      </div>
      <Choice
        label="settings.arabicMonths"
        value={settings.arabicMonths}
        onChange={(arabicMonths) => onChange({ arabicMonths })}
        choices={months.map((value) => ({ value, name: t(`months.${value}`) }))}
      />
      <Choice
        label="settings.exportDigits"
        value={settings.exportDigits}
        onChange={(exportDigits) => onChange({ exportDigits })}
        choices={exportStyles.map((value) => ({ value, name: t(`exportStyle.${value}`) }))}
      />
      <Choice
        label="settings.exportQuotes"
        value={settings.exportQuotes}
        onChange={(exportQuotes) => onChange({ exportQuotes })}
        choices={exportStyles.map((value) => ({ value, name: t(`exportStyle.${value}`) }))}
      />
      <p>{t('settings.exportStyleAbout')}</p>
      <Choice
        label="settings.fileNames"
        value={settings.fileNames}
        onChange={(fileNames) => onChange({ fileNames })}
        choices={[
          ...Object.entries(fileNames).map(([value, name]) => ({ value, name: t(`fileNames.${name}`) })),
          // Of a pattern that somebody wrote themselves.
          ...(settings.fileNames in fileNames
            ? []
            : [{ value: settings.fileNames, name: settings.fileNames }]),
        ]}
      />
      <HouseWords words={settings.tkWords} onChange={(tkWords) => onChange({ tkWords })} />
    </Section>
  )
}
