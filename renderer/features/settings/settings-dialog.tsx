import { useId, type ReactNode } from 'react'
import type { ThemeInfo } from '../../../core/api/contract.ts'
import { interfaceLanguages, type MessageKey } from '../../../core/i18n/languages.ts'
import { languages } from '../../../core/language/registry.ts'
import type { Settings } from '../../../core/model/settings.ts'
import { Button, Dialog, Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import './settings.css'

interface SettingsDialogProps {
  settings: Settings
  themes: readonly ThemeInfo[]
  library: string
  onChange: (part: Partial<Settings>) => void
  onClose: () => void
}
const appearances: readonly Settings['appearance'][] = ['system', 'light', 'dark']
const months: readonly Settings['arabicMonths'][] = ['levantine', 'egyptian', 'both']

/** What a desk remembers of its user. Each choice holds at once. */
export function SettingsDialog({ settings, themes, library, onChange, onClose }: SettingsDialogProps) {
  const { t, language } = useWords()
  return (
    <Dialog
      title={t('settings.name')}
      onClose={onClose}
      foot={
        <Button look="primary" onPress={onClose}>
          {t('dialog.done')}
        </Button>
      }
    >
      <div className="settings">
        <Row label="settings.interfaceLanguage">
          {(id, label) => (
            <Select
              id={id}
              label={label}
              value={settings.interfaceLanguage ?? language}
              onChange={(interfaceLanguage) => onChange({ interfaceLanguage })}
              choices={interfaceLanguages.map(({ code, ownName }) => ({ value: code, name: ownName }))}
            />
          )}
        </Row>
        <Row label="settings.appearance">
          {(id, label) => (
            <Select
              id={id}
              label={label}
              value={settings.appearance}
              onChange={(appearance) => onChange({ appearance })}
              choices={appearances.map((value) => ({ value, name: t(`appearance.${value}`) }))}
            />
          )}
        </Row>
        <Row label="settings.storyLanguage">
          {(id, label) => (
            <Select
              id={id}
              label={label}
              value={settings.storyLanguage}
              onChange={(storyLanguage) => onChange({ storyLanguage })}
              choices={languages.map(({ code, ownName }) => ({ value: code, name: ownName }))}
            />
          )}
        </Row>
        <Row label="settings.houseTheme">
          {(id, label) => (
            <Select
              id={id}
              label={label}
              value={settings.houseTheme}
              onChange={(houseTheme) => onChange({ houseTheme })}
              choices={themes.map(({ id: value, name }) => ({ value, name }))}
            />
          )}
        </Row>
        <Row label="settings.arabicMonths">
          {(id, label) => (
            <Select
              id={id}
              label={label}
              value={settings.arabicMonths}
              onChange={(arabicMonths) => onChange({ arabicMonths })}
              choices={months.map((value) => ({ value, name: t(`months.${value}`) }))}
            />
          )}
        </Row>
        <p>
          {t('settings.library')} <bdi>{library}</bdi>
        </p>
        <p>{t('settings.autosave')}</p>
      </div>
    </Dialog>
  )
}

function Row({ label, children }: { label: MessageKey; children: (id: string, label: string) => ReactNode }) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="setting">
      <label htmlFor={id}>{t(label)}</label>
      {children(id, t(label))}
    </div>
  )
}
