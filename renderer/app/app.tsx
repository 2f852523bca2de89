import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { DeskState } from '../../core/api/contract.ts'
import { commandOf, type CommandId } from '../../core/commands/table.ts'
import { languageOf } from '../../core/language/registry.ts'
import type { Settings } from '../../core/model/settings.ts'
import { useDesk } from '../desk/desk-context.tsx'
import type { OpenPage } from '../features/article/article-page.tsx'
import { WordsProvider } from '../ui/words.tsx'
import { applies, runCommand, type CommandWorld } from './command-runner.ts'
import { DeskWindow, type Told } from './desk-window.ts'
import { openForTour, useEndOfWelcome } from './first-minutes.tsx'
import { roomyLayout, type LayoutState } from './layout-state.ts'
import { Layout } from './layout.tsx'
import { useEscape, useShortcuts } from './shortcuts.ts'
import { useInterface } from './use-interface.ts'
import { useWindowTitle } from './window-title.ts'
import './app.css'

interface AppProps {
  state: DeskState
  /** `?language=` of the address: holds for this window until Settings says otherwise. */
  languageWish: string | null
}

/** The desk: the words it speaks, the article it holds, what is folded away. */
export function App({ state, languageWish }: AppProps) {
  const client = useDesk()
  const [told, setTold] = useState<Told | null>(null)
  const [desk] = useState(() => new DeskWindow(client, state, setTold))
  const { settings, session } = useSyncExternalStore(desk.subscribe, desk.state)
  const [wish, setWish] = useState(languageWish)
  const words = useInterface(settings, wish)
  const [layout, setLayout] = useState<LayoutState>(roomyLayout)
  const change = useCallback(
    (part: Partial<LayoutState>) => setLayout((before) => ({ ...before, ...part })),
    [],
  )
  const [page, setPage] = useState<OpenPage | null>(null)
  const filePicker = useRef<HTMLInputElement>(null)

  useEffect(() => desk.start(), [desk])
  useEffect(() => {
    const id = new URLSearchParams(location.search).get('article')
    if (id) void desk.open(id)
  }, [desk])
  useWindowTitle(session, words.t)

  const changeSettings = useCallback(
    (part: Partial<Settings>) => {
      if (part.interfaceLanguage) setWish(null)
      void desk.changeSettings(part)
    },
    [desk],
  )
  const pickFiles = useCallback(() => filePicker.current?.click(), [])
  const world: CommandWorld = {
    desk,
    state,
    layout,
    change,
    changeSettings,
    page,
    pickFiles,
    openForTour: () => openForTour(desk, client, words.language),
  }
  const run = (id: CommandId) => runCommand(id, world)
  const runLater = useEffectEvent((id: string) => {
    const command = commandOf(id)
    if (command) run(command.id)
  })
  useShortcuts(run)
  useEffect(() => desk.onCommand((id) => runLater(id)), [desk])
  useEscape(layout.isFocused, () => change({ isFocused: false }))
  useEscape(layout.isTouring, () => change({ isTouring: false }))
  useEndOfWelcome(desk)

  return (
    <WordsProvider value={words}>
      <I18nProvider locale={languageOf(words.language).tag}>
        <input
          ref={filePicker}
          hidden
          type="file"
          multiple
          accept=".txt,.text,.html,.htm,.midad,text/plain,text/html"
          onChange={(event) => {
            void desk.import([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <Layout
          desk={desk}
          state={state}
          layout={layout}
          onLayout={change}
          changeSettings={changeSettings}
          run={run}
          applies={(id) => applies(id, world)}
          onPage={setPage}
          told={told}
          onTold={setTold}
        />
      </I18nProvider>
    </WordsProvider>
  )
}
