import { Plus } from '@phosphor-icons/react/dist/icons/Plus'
import { useMemo, useRef, useState } from 'react'
import type { DeskState } from '../../../core/api/contract.ts'
import type { MetName } from '../../../core/api/names.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { nameKinds, type NameEntry, type NameKind } from '../../../core/model/names.ts'
import { Button, Dialog, Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { LanguageColumns } from './language-columns.tsx'
import { MetList } from './met-list.tsx'
import { columnsOf, fitting, orderOf, rowsOf, shownName } from './name-rows.ts'
import { NamesTable } from './names-table.tsx'
import { entryOf, useNames } from './use-names.ts'
import './names.css'

interface NamesDialogProps {
  state: Pick<DeskState, 'host' | 'readOnly'>
  /** The language of new stories. */
  storyLanguage: LanguageCode
  onClose: () => void
}
type Names = ReturnType<typeof useNames>

/** The house's bylines, sources, people, parties and places in one table, and what articles hold beside them. */
export function NamesDialog({ state, storyLanguage, onClose }: NamesDialogProps) {
  const { t, language } = useWords()
  const names = useNames(state.host)
  const isReadOnly = state.readOnly
  const [kind, setKind] = useState<NameKind | ''>('')
  const bar = useRef<HTMLDivElement>(null)
  const [sought, setSought] = useState('')
  const [isMet, setMet] = useState(false)
  const [also, setAlso] = useState<readonly LanguageCode[]>([language, storyLanguage])
  const [fresh, setFresh] = useState<NameEntry | null>(null)
  const [removed, setRemoved] = useState<NameEntry | null>(null)
  const columns = columnsOf(names.entries, also)
  const rows = useRows(names, { kind, sought, fresh })
  const met = fitting(names.met.met, { kind, sought })
  const put = (entry: NameEntry) => {
    // A second spelling may be written before the first one is kept.
    if (entry.id === fresh?.id) setFresh(entry)
    if (Object.keys(entry.spellings).length > 0) void names.put([entry])
  }
  const add = () => {
    setSought('')
    setMet(false)
    setFresh({ id: crypto.randomUUID(), kind: kind || 'place', spellings: {} })
  }
  const remove = async (entry: NameEntry) => {
    const isFresh = entry.id === fresh?.id
    if (isFresh) setFresh(null)
    const isKept = names.entries.some(({ id }) => id === entry.id)
    if (isKept && (await names.remove(entry.id))) setRemoved(entry)
  }
  const take = (all: readonly MetName[]) => {
    // What was pressed goes with what it takes.
    if (all.length === met.length) bar.current?.querySelector('input')?.focus()
    void names.put(all.map(entryOf))
  }
  const undo = async () => {
    if (!removed || !(await names.put([removed]))) return
    setRemoved(null)
    bar.current?.querySelector('input')?.focus()
  }
  return (
    <Dialog
      title={t('names.name')}
      size="whole"
      onClose={onClose}
      foot={
        <>
          <Told {...{ names, removed }} onUndo={() => void undo()} />
          <Sharing names={names} isReadOnly={isReadOnly} />
          <Button look="primary" onPress={onClose}>
            {t('dialog.done')}
          </Button>
        </>
      }
    >
      <div className="names">
        <p className="names-about">{t('names.about')}</p>
        <div className="names-bar" ref={bar}>
          <Select
            label={t('names.kind')}
            value={kind}
            onChange={setKind}
            choices={[
              { value: '', name: t('names.kinds') },
              ...nameKinds.map((value) => ({ value, name: t(`names.kind.${value}`) })),
            ]}
          />
          <span className="control">
            <input
              type="search"
              dir="auto"
              aria-label={t('names.find')}
              placeholder={t('names.find')}
              value={sought}
              onChange={({ target }) => setSought(target.value)}
            />
          </span>
          <Pages {...{ isMet }} count={names.entries.length} met={names.met.total} onMet={setMet} />
          {!isMet && <LanguageColumns shown={columns} onShow={(code) => setAlso([...also, code])} />}
          <Button look="line" icon={Plus} isDisabled={isReadOnly || !names.isRead} onPress={add}>
            {t('names.add')}
          </Button>
        </div>
        {isMet ? (
          <MetList met={met} isReadOnly={isReadOnly} onTake={take} />
        ) : rows.length === 0 ? (
          <p className="names-none">
            {names.isRead && t(names.entries.length === 0 ? 'names.empty' : 'names.nothing')}
          </p>
        ) : (
          <NamesTable
            {...{ rows, columns, isReadOnly }}
            freshId={fresh?.id ?? null}
            onChange={put}
            onRemove={(entry) => void remove(entry)}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Those that fit; the order is made when the list has come, so that no row moves away from under its editor. */
function useRows(
  { entries, isRead }: Names,
  { kind, sought, fresh }: { kind: NameKind | ''; sought: string; fresh: NameEntry | null },
): NameEntry[] {
  const { language } = useWords()
  // oxlint-disable-next-line react/exhaustive-deps -- made once: an edited row stays
  const order = useMemo(() => orderOf(entries, language), [isRead, language])
  return useMemo(() => {
    const isKept = fresh !== null && entries.some(({ id }) => id === fresh.id)
    const rows = rowsOf(entries, { kind, sought, order })
    if (fresh === null || (isKept && rows.some(({ id }) => id === fresh.id))) return rows
    return [fresh, ...rows]
  }, [entries, kind, sought, fresh, order])
}

interface PagesProps {
  isMet: boolean
  count: number
  met: number
  onMet: (isMet: boolean) => void
}

/** The list, and what is not in it yet. */
function Pages({ isMet, count, met, onMet }: PagesProps) {
  const { t } = useWords()
  return (
    <div className="names-pages" role="group" aria-label={t('names.name')}>
      <button type="button" aria-pressed={!isMet} onClick={() => onMet(false)}>
        {t('names.count', { count })}
      </button>
      <button type="button" aria-pressed={isMet} title={t('names.met')} onClick={() => onMet(true)}>
        {t('names.metCount', { count: met })}
      </button>
    </div>
  )
}

interface ToldProps {
  names: Names
  removed: NameEntry | null
  onUndo: () => void
}

/** What was done last, and the way back. */
function Told({ names, removed, onUndo }: ToldProps) {
  const { t, language } = useWords()
  return (
    <span className="names-told">
      <span role="status">
        {names.taken ||
          (removed && t('names.removed', { word: `\u2068${shownName(removed, language)}\u2069` }))}
      </span>
      {removed && !names.taken && (
        // The button that took it off went with it.
        <Button key={removed.id} hasFocus onPress={onUndo}>
          {t('names.undo')}
        </Button>
      )}
      {names.problem && (
        <span role="alert" className="problem">
          {names.problem}
        </span>
      )}
    </span>
  )
}

/** The list as a file, for other newsrooms, and theirs for this one. */
function Sharing({ names, isReadOnly }: { names: Names; isReadOnly: boolean }) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,application/json"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) void names.takeFile(file)
          target.value = ''
        }}
      />
      <Button isDisabled={isReadOnly} onPress={() => input.current?.click()}>
        {t('names.takeFile')}
      </Button>
      <Button look="line" isDisabled={names.entries.length === 0} onPress={() => void names.save()}>
        {t('names.save')}
      </Button>
    </>
  )
}
