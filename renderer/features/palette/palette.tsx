import { ArrowElbowDownLeft } from '@phosphor-icons/react/dist/icons/ArrowElbowDownLeft'
import { Article } from '@phosphor-icons/react/dist/icons/Article'
import { MagnifyingGlass } from '@phosphor-icons/react/dist/icons/MagnifyingGlass'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { commandGroups, type CommandId } from '../../../core/commands/table.ts'
import type { ArticleRow } from '../../../core/model/article.ts'
import { nameOfType } from '../../../core/model/story-start.ts'
import type { StoryType } from '../../../core/model/story-type.ts'
import { dismissName } from '../../ui/dismiss-name.ts'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { Icon } from '../../ui/icon.tsx'
import { capsOf, KeyCaps } from '../../ui/key-caps.tsx'
import { useWords } from '../../ui/words.tsx'
import { findCommands, findWords, type ListedCommand } from './find-commands.ts'
import { useArticles } from './use-articles.ts'
import './palette.css'

interface PaletteProps {
  /** The commands that apply now, in the order of the table. */
  commands: readonly ListedCommand[]
  /** What was typed before it stood. */
  typed: string
  /** The articles on top of the library. */
  recent: readonly ArticleRow[]
  /** Something was chosen; `before` is what had the focus when it opened. */
  onRun: (id: CommandId, before: Element | null) => void
  onOpen: (id: string) => void
  /** The types that a new story may have; none where none may be made. */
  types: readonly StoryType[]
  onNew: (type: string) => void
  onClose: () => void
}
interface ListProps extends Omit<PaletteProps, 'onRun'> {
  onRun: (id: CommandId) => void
}
interface Choice {
  key: string
  face: ReactNode
  choose: () => void
}
interface Group {
  title: string
  choices: Choice[]
}
const mostCommandsFound = 12

/** Everything the desk can do and every article, by a few letters: combobox and list as ARIA Authoring Practices have them. */
export function Palette(props: PaletteProps) {
  const { t } = useWords()
  const [before] = useState(() => document.activeElement)
  return (
    <ModalOverlay
      className="scrim high"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || props.onClose()}
    >
      <Modal className="float palette" ref={dismissName(t('dialog.close'))}>
        <AriaDialog aria-label={t('palette.name')}>
          <PaletteList {...props} onRun={(id) => props.onRun(id, before)} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteList(props: ListProps) {
  const { t } = useWords()
  const id = useId()
  const [query, setQuery] = useState(props.typed)
  const [at, setAt] = useState(0)
  const groups = useGroups(props, query)
  const choices = groups.flatMap((group) => group.choices)
  const chosen = Math.min(at, choices.length - 1)
  const list = useRef<HTMLDivElement>(null)
  const choose = (index: number) => {
    setAt(index)
    list.current?.querySelector(`#${CSS.escape(`${id}-${index}`)}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = choices.length - 1
    const next = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    }[event.key]
    if (event.key === 'Enter') choices[chosen]?.choose()
    else if (next === undefined) return
    else choose(next)
    event.preventDefault()
  }
  return (
    <>
      <div className="ask">
        <Icon of={MagnifyingGlass} />
        <input
          type="text"
          role="combobox"
          dir="auto"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          aria-label={t('palette.name')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={choices[chosen] ? `${id}-${chosen}` : undefined}
          placeholder={t('palette.placeholder')}
          value={query}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.target.value)
            choose(0)
          }}
        />
        <span aria-hidden="true" className="contents">
          <KeyCaps caps={['Esc']} />
        </span>
      </div>
      <div className="hits scroll" ref={list} id={`${id}-list`} role="listbox" aria-label={t('palette.name')}>
        {groups.map((group, index) => (
          <ChoiceGroup
            key={group.title}
            id={id}
            group={group}
            offset={groups.slice(0, index).reduce((sum, other) => sum + other.choices.length, 0)}
            chosen={chosen}
          />
        ))}
      </div>
      {choices.length === 0 && (
        <div className="none">
          <p>{t('palette.none')}</p>
          <p>{t('palette.noneNext')}</p>
        </div>
      )}
      <footer className="keys" aria-hidden="true">
        <KeyCaps caps={['↑', '↓']} />
        <Icon of={ArrowElbowDownLeft} size="tiny" />
        <span>{t('palette.hint')}</span>
      </footer>
    </>
  )
}

interface ChoiceGroupProps {
  id: string
  group: Group
  /** How many choices stand before this group. */
  offset: number
  chosen: number
}

function ChoiceGroup({ id, group, offset, chosen }: ChoiceGroupProps) {
  return (
    <div role="group" aria-label={group.title}>
      <h3 role="presentation">{group.title}</h3>
      {group.choices.map(({ key, face, choose }, index) => (
        // The caret stays in the field: keys move the choice there, a pointer presses it here.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={key}
          id={`${id}-${offset + index}`}
          className="hit"
          role="option"
          tabIndex={-1}
          aria-selected={offset + index === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={choose}
        >
          {face}
        </div>
      ))}
    </div>
  )
}

function useGroups({ commands, types, recent, onRun, onNew, onOpen }: ListProps, query: string): Group[] {
  const { t, language } = useWords()
  const rows = useArticles(query, recent)
  const commandChoice = ({ id, label }: ListedCommand): Choice => ({
    key: id,
    choose: () => onRun(id),
    face: (
      <>
        <span className="v">{t(label)}</span>
        <KeyCaps caps={capsOf(id)} />
      </>
    ),
  })
  const articles: Group = {
    title: t('palette.articles'),
    choices: rows.map((row) => ({
      key: row.id,
      choose: () => onOpen(row.id),
      face: (
        <>
          <Icon of={Article} size="text" />
          <span className="v" {...headlineLanguage(row)}>
            <Headline of={row} />
          </span>
          <small>{t(`status.${row.status}`)}</small>
        </>
      ),
    })),
  }
  const starts = types.map((type) => ({ type, words: t('new.of', { type: nameOfType(type, language) }) }))
  const news = findWords(starts, query, ({ words }) => words).map(({ type, words }): Choice => ({
    key: `new ${type.id}`,
    choose: () => onNew(type.id),
    face: <span className="v">{words}</span>,
  }))
  const isAsked = query.trim() !== ''
  const found = findCommands(commands, query, t)
  const groups = isAsked
    ? [
        {
          title: t('palette.name'),
          choices: [...found.map(commandChoice), ...news].slice(0, mostCommandsFound),
        },
        articles,
      ]
    : [
        articles,
        { title: t('new.types'), choices: news },
        ...commandGroups.map((group) => ({
          title: t(`command.group.${group}`),
          choices: found.filter((command) => command.group === group).map(commandChoice),
        })),
      ]
  return groups.filter(({ choices }) => choices.length > 0)
}
