import { DownloadSimple } from '@phosphor-icons/react/dist/icons/DownloadSimple'
import { useSyncExternalStore } from 'react'
import { commandOf, type CommandId } from '../../core/commands/table.ts'
import { Button } from '../ui/controls.tsx'
import { capsOf, KeyCaps } from '../ui/key-caps.tsx'
import { useWords } from '../ui/words.tsx'
import type { DeskWindow } from './desk-window.ts'

const listed: readonly CommandId[] = ['article.new', 'search.focus', 'palette.open', 'help.keys']
const listedFirst: readonly CommandId[] = ['palette.open', 'help.keys']

/** No article is open: what can be done now. */
export function EmptyDesk({
  desk,
  isReadOnly,
  run,
}: {
  desk: DeskWindow
  isReadOnly: boolean
  run: (command: CommandId) => void
}) {
  const { t } = useWords()
  const { all, isRead } = useSyncExternalStore(desk.shelf.subscribe, desk.shelf.state)
  if (!isRead) return <div className="empty" />
  const isFirst = all === 0
  return (
    <div className="empty">
      <AlifInNuqtas />
      <h2>{t(isFirst ? 'empty.first' : 'empty.choose')}</h2>
      <p>{t(isFirst ? 'empty.firstText' : 'empty.chooseText')}</p>
      {!isReadOnly && (
        <div className="do">
          {isFirst && (
            <Button look="primary" isBig caps={capsOf('article.new')} onPress={() => run('article.new')}>
              {t('library.new')}
            </Button>
          )}
          <Button look="line" isBig icon={DownloadSimple} onPress={() => run('article.import')}>
            {t('import.files')}
          </Button>
        </div>
      )}
      <ul className="keys">
        {(isFirst ? listedFirst : listed).map((command) => (
          <li key={command}>
            {t(commandOf(command)?.label ?? 'palette.name')}
            <KeyCaps caps={capsOf(command)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** An alif measured in nuqtas: how calligraphers have proportioned letters for a thousand years. */
function AlifInNuqtas() {
  const nuqtas = [0, 1, 2, 3, 4]
  const rules = [0, 1, 2, 3, 4, 5]
  return (
    <svg viewBox="0 0 112 160" aria-hidden="true">
      <g stroke="var(--line-2)" strokeDasharray="2 4">
        {rules.map((at) => (
          <path key={at} d={`M6 ${12 + at * 27}h100`} />
        ))}
      </g>
      <path
        d="M63 14c6 3 12 8 14 15 1 3 1 6 1 9-3 33-1 66-3 98-1 7-4 12-9 13-2 0-3-1-3-3-5-42-4-86-2-128 0-2 1-4 2-4z"
        fill="var(--ink)"
      />
      <g fill="var(--accent)">
        {nuqtas.map((at) => (
          <path key={at} d={`M36 ${12.5 + at * 27}l12.5 13-12.5 13-12.5-13z`} />
        ))}
      </g>
    </svg>
  )
}
