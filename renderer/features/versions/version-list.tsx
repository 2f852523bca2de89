import { CheckCircle } from '@phosphor-icons/react/dist/icons/CheckCircle'
import { CircleDashed } from '@phosphor-icons/react/dist/icons/CircleDashed'
import { CircleHalf } from '@phosphor-icons/react/dist/icons/CircleHalf'
import { Prohibit } from '@phosphor-icons/react/dist/icons/Prohibit'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { VersionInfo } from '../../../core/api/versions.ts'
import { formatDate, formatTime } from '../../../core/language/dates.ts'
import type { Status } from '../../../core/model/fields.ts'
import { Button } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { localInstant } from '../../ui/instants.ts'
import { useNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words.tsx'
import { WordsChanged } from './words-changed.tsx'

interface VersionListProps {
  versions: readonly VersionInfo[]
  total: number
  /** The name of the chosen one. */
  chosen: string
  onChoose: (name: string) => void
  onMore: () => void
}

/** The versions under the day of each, newest first; the arrows choose. */
export function VersionList({ versions, total, chosen, onChoose, onMore }: VersionListProps) {
  const { t } = useWords()
  return (
    <div className="version-list scroll">
      <ListBox
        aria-label={t('versions.list')}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        autoFocus
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const [name] = keys === 'all' ? [] : [...keys]
          if (name !== undefined) onChoose(String(name))
        }}
      >
        {byDay(versions).map(({ day, kept }) => (
          <ListBoxSection key={day} id={day}>
            <Header className="version-day">
              <Day day={day} />
            </Header>
            {kept.map((version) => (
              <Row key={version.name} version={version} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      {versions.length < total && (
        <Button className="older" onPress={onMore}>
          {t('versions.older')}
        </Button>
      )}
    </div>
  )
}

function Row({ version }: { version: VersionInfo }) {
  const { t, dates } = useWords()
  const time = formatTime(localInstant(version.keptAt), dates)
  const reason = t(`version.${version.reason}`)
  return (
    <ListBoxItem id={version.name} className="version" textValue={`${time} ${version.label || reason}`}>
      <span className="what">
        <time dateTime={version.keptAt}>{time}</time>
        {version.label ? (
          <bdi className="label">{version.label}</bdi>
        ) : (
          <span className="grow">{reason}</span>
        )}
      </span>
      <span className="how">
        <StatusMark status={version.status} />
        <WordsChanged inserted={version.inserted} deleted={version.deleted} />
      </span>
    </ListBoxItem>
  )
}

const statusIcons = { draft: CircleDashed, ready: CircleHalf, published: CheckCircle, killed: Prohibit }

function StatusMark({ status }: { status: Status }) {
  const { t } = useWords()
  return (
    <span className={`status ${status}`}>
      <Icon of={statusIcons[status]} size="tiny" weight={status === 'published' ? 'fill' : 'regular'} />
      {t(`status.${status}`)}
    </span>
  )
}

function Day({ day }: { day: string }) {
  const { t, dates } = useWords()
  const now = useNow()
  const near =
    day === dayOf(now) ? t('day.today') : day === dayOf(now - 86_400_000) ? t('day.yesterday') : null
  const isThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4)
  return (
    <>
      {near && <b>{near}</b>}
      {formatDate(day, { ...dates, style: isThisYear ? 'day-month' : 'long' })}
    </>
  )
}

const dayOf = (time: number | string) => localInstant(time).slice(0, 10)

function byDay(versions: readonly VersionInfo[]) {
  const days: { day: string; kept: VersionInfo[] }[] = []
  for (const version of versions) {
    const day = dayOf(version.keptAt)
    const last = days.at(-1)
    if (last?.day === day) last.kept.push(version)
    else days.push({ day, kept: [version] })
  }
  return days
}
