import { useCallback, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react'
import type { DeskState } from '../../core/api/contract.ts'
import { commandOf } from '../../core/commands/table.ts'
import type { InterfaceLanguage } from '../../core/i18n/languages.ts'
import type { Settings } from '../../core/model/settings.ts'
import { useDesk } from '../desk/desk-context.tsx'
import { useThemes } from '../desk/themes.ts'
import type { EarlySheet } from '../features/article/article-page.tsx'
import type { OpenPage } from '../features/article/page-commands.ts'
import { WordsProvider } from '../ui/words.tsx'
import { applies, runCommand, type CommandWorld } from './command-runner.ts'
import type { DeskWindow } from './desk-window.ts'
import { undoInField } from './field-undo.ts'
import { useFilePickers } from './file-pickers.tsx'
import { openForTour, useEndOfWelcome } from './first-minutes.ts'
import { changedLayout, roomyLayout, type LayoutState } from './layout-state.ts'
import { KeyHold } from './key-hold.tsx'
import { Layout } from './layout.tsx'
import type { Held } from './hold-commands.ts'
import { useEscape, useHeldKeys, useShortcuts } from './shortcuts.ts'
import { useClipboardStart } from './use-clipboard-start.ts'
import { useFurniture, useHeldCommand } from './use-furniture.ts'
import { useInterface } from './use-interface.ts'
import { useRecovery } from './use-recovery.ts'
import { useRoom } from './use-room.ts'
import { useWindowTitle } from './window-title.ts'
import type { Told } from './window-state.ts'
import './app.css'

interface AppProps {
  desk: DeskWindow
  state: DeskState
  /** `?language=` of the address: holds for this window until Settings says otherwise. */
  languageWish: string | null
  /** The language that is spoken first, with its words. */
  language: InterfaceLanguage
  /** The sheet that is written on already. */
  early: EarlySheet | null
  /** Stops holding what is pressed, and hands it over. */
  takeHeld: () => Held
}

/** The desk: the words it speaks, the article it holds, what is folded away. */
export function App({ desk, state: begun, languageWish, language, early, takeHeld }: AppProps) {
  const client = useDesk()
  const [told, setTold] = useState<Told | null>(null)
  const { settings, session } = useSyncExternalStore(desk.subscribe, desk.state)
  useEffect(() => {
    if (early && early.sheet.session !== session) early.drop()
  }, [early, session])
  const [wish, setWish] = useState(languageWish)
  const words = useInterface(settings, wish, language)
  const themes = useThemes(begun.themes, words.t)
  const state = useMemo(() => ({ ...begun, themes }), [begun, themes])
  const [layout, setLayout] = useState<LayoutState>(() =>
    roomyLayout(settings.isListWide && session === null),
  )
  const change = useCallback(
    (part: Partial<LayoutState>) => setLayout((before) => changedLayout(before, part, window.innerWidth)),
    [],
  )
  const [opened, setOpened] = useState(session)
  if (session !== opened) {
    setOpened(session)
    // Whoever opens an article wants its page.
    if (session) change({ isListWide: false })
  }
  const [page, setPage] = useState<OpenPage | null>(null)
  const pickers = useFilePickers((files) => void desk.files.import(files))

  useEffect(() => desk.tellTo(setTold), [desk])
  useEffect(() => desk.files.showWith((dialog) => change({ dialog })), [desk, change])
  useEffect(() => {
    const id = new URLSearchParams(location.search).get('article')
    if (id) void desk.open(id)
  }, [desk])
  useRoom(change)
  useWindowTitle(session, words.t)

  const changeSettings = useCallback(
    (part: Partial<Settings>) => {
      if (part.interfaceLanguage) setWish(null)
      void desk.changeSettings(part)
    },
    [desk],
  )
  const startFromClipboard = useClipboardStart({ desk, page, tell: setTold })
  const world: CommandWorld = {
    desk,
    state,
    layout,
    change,
    changeSettings,
    page,
    tell: setTold,
    pickFiles: pickers.pickFiles,
    pickFolder: pickers.pickFolder,
    startFromClipboard,
    openForTour: () => openForTour(desk, client, words.language),
  }
  const furniture = useFurniture(session === null || page !== null)
  // The list beside the story is asked for with what shows it.
  useEffect(() => {
    if (furniture) void desk.shelf.refresh()
  }, [desk, furniture])
  useRecovery(desk, furniture !== null)
  const held = useHeldCommand(furniture !== null, (id) => runCommand(id, world))
  const { run } = held
  const runLater = useEffectEvent((id: string) => {
    const command = commandOf(id)
    if (command && !undoInField(command.id)) run(command.id)
  })
  useShortcuts(run)
  useEffect(() => desk.onCommand((id) => runLater(id)), [desk])
  useHeldKeys(takeHeld, run)
  useEscape(layout.isFocused, () => change({ isFocused: false }))
  useEscape(layout.isTouring, () => change({ isTouring: false }))
  useEndOfWelcome(desk)

  return (
    <WordsProvider value={words}>
      {pickers.inputs}
      {held.isHolding && <KeyHold onTyped={held.hold} onCancel={held.cancel} />}
      <Layout
        desk={desk}
        state={state}
        early={early}
        layout={layout}
        onLayout={change}
        changeSettings={changeSettings}
        run={run}
        applies={(id) => applies(id, world)}
        page={page}
        onPage={setPage}
        told={told}
        furniture={furniture}
        onTold={setTold}
      />
    </WordsProvider>
  )
}
