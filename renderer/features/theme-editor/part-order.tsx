import { ArrowDown } from '@phosphor-icons/react/dist/icons/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/dist/icons/ArrowUp'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { PagePart } from '../../../core/model/theme.ts'
import { IconButton } from '../../ui/controls.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../ui/words.tsx'
import { Part } from './rows.tsx'
import { partsInOrder, withMoved, withPart } from './theme-copy.ts'
import type { ThemePartProps } from './theme-part.ts'

/** As they stand on keyboards. */
const movingKeys = { up: 'Alt\u00a0↑', down: 'Alt\u00a0↓' }

const names: Record<PagePart, MessageKey> = {
  dateLine: 'themes.dateLine',
  logo: 'themes.logo',
  kicker: 'field.kicker',
  headline: 'field.headline',
  subheadline: 'field.subheadline',
  byline: 'field.byline',
  lead: 'field.leadImage',
  summary: 'field.summary',
  story: 'article.story',
  source: 'field.source',
  top: 'themes.part.top',
}

/** Which parts the page has, and in what order: by the arrows, or by Alt and an arrow key in their row. */
export function PartOrder({ theme, isReadOnly, onChange }: ThemePartProps) {
  const { t } = useWords()
  const move = (part: PagePart, step: 1 | -1) =>
    onChange(withMoved(theme, part, step), `order ${part} ${step}`)
  const on = new Set(theme.order)
  const first = theme.order[0]
  const last = theme.order.at(-1)
  return (
    <Part title={t('themes.order')}>
      <p>{t('themes.orderAbout', movingKeys)}</p>
      <ol className="theme-parts">
        {partsInOrder(theme).map((part) => (
          // The keys are those of the story's blocks; the arrows beside them do the same.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={part}
            onKeyDownCapture={(event) => {
              const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
              if (!event.altKey || step === 0 || isReadOnly) return
              event.preventDefault()
              move(part, step)
            }}
          >
            <Switch
              isOn={on.has(part)}
              isDisabled={isReadOnly || part === 'story'}
              onChange={(isOn) => onChange(withPart(theme, part, isOn), `part ${part}`)}
            >
              {t(names[part])}
            </Switch>
            <span className="grow" />
            <IconButton
              icon={ArrowUp}
              name={t('themes.up', { part: t(names[part]) })}
              isDisabled={isReadOnly || !on.has(part) || part === first}
              onPress={() => move(part, -1)}
            />
            <IconButton
              icon={ArrowDown}
              name={t('themes.down', { part: t(names[part]) })}
              isDisabled={isReadOnly || !on.has(part) || part === last}
              onPress={() => move(part, 1)}
            />
          </li>
        ))}
      </ol>
      <Switch
        isOn={theme.headlineWithLead === 'repeated'}
        isDisabled={isReadOnly}
        onChange={(isOn) => onChange({ ...theme, headlineWithLead: isOn ? 'repeated' : 'once' }, 'repeated')}
      >
        {t('themes.repeated')}
      </Switch>
    </Part>
  )
}
