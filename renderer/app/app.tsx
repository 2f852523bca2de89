import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { DeskState } from '../../core/api/contract.ts'
import type { CommandId } from '../../core/commands/table.ts'
import { interfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { languageOf } from '../../core/language/registry.ts'
import type { Settings } from '../../core/model/settings.ts'
import { useDesk } from '../desk/desk-context.tsx'
import { WordsProvider, type Words } from '../ui/words.tsx'
import { DeskWindow, type Told } from './desk-window.ts'
import type { LayoutState } from './layout-state.ts'
import { Layout } from './layout.tsx'
import { useShortcuts } from './shortcuts.ts'
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
  const { settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const [wish, setWish] = useState(languageWish)
  const words = useInterface(settings, wish)
  const [layout, setLayout] = useState<LayoutState>(roomyLayout)
  const change = useCallback(
    (part: Partial<LayoutState>) => setLayout((before) => ({ ...before, ...part })),
    [],
  )
  const filePicker = useRef<HTMLInputElement>(null)

  useEffect(() => desk.start(), [desk])
  useEffect(() => {
    const id = new URLSearchParams(location.search).get('article')
    if (id) void desk.open(id)
  }, [desk])

  const changeSettings = useCallback(
    (part: Partial<Settings>) => {
      if (part.interfaceLanguage) setWish(null)
      void desk.changeSettings(part)
    },
    [desk],
  )
  useShortcuts((command: CommandId) => runCommand(command, desk, layout, change))

  return (
    <WordsProvider value={words}>
      <I18nProvider locale={languageOf(words.language).tag}>
        <input
          ref={filePicker}
          hidden
          type="file"
          multiple
          accept=".txt,.text,.html,.htm,text/plain,text/html"
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
          onImport={() => filePicker.current?.click()}
          told={told}
          onTold={setTold}
        />
      </I18nProvider>
    </WordsProvider>
  )
}

function runCommand(
  command: CommandId,
  desk: DeskWindow,
  layout: LayoutState,
  change: (part: Partial<LayoutState>) => void,
) {
  const { session } = desk.state()
  switch (command) {
    case 'article.new':
      return void desk.create()
    case 'article.save':
      return void session?.flush().catch(() => undefined)
    case 'article.export':
      return session ? change({ dialog: 'export' }) : undefined
    case 'search.focus':
      change({ isLibraryShown: true })
      return document.querySelector<HTMLElement>('.library input[type=search]')?.focus()
    case 'panel.details':
      return change({ panel: 'details', isInspectorShown: true })
    case 'panel.preview':
      return change({ panel: 'preview', isInspectorShown: true })
    case 'pane.library':
      return change({ isLibraryShown: !layout.isLibraryShown })
    case 'pane.inspector':
      return change({ isInspectorShown: !layout.isInspectorShown })
    default:
      return undefined
  }
}

/** In a narrow window the panels lie over the page, so they begin folded away (design README, "Measures"). */
const roomyLayout = (): LayoutState => ({
  panel: 'details',
  isLibraryShown: window.innerWidth >= 840,
  isInspectorShown: window.innerWidth >= 1100,
  dialog: null,
})

/** The words of the chosen language, and `<html>` told of its language, direction and appearance. */
function useInterface(settings: Settings, wish: string | null): Words {
  const { interfaceLanguage: chosen, digits, arabicMonths, appearance } = settings
  const words = useMemo<Words>(() => {
    const language = interfaceLanguage(wish, chosen, ...navigator.languages)
    return {
      t: createTranslate(language, digits ?? undefined),
      language: language.code,
      direction: language.direction,
      dates: { language: language.code, arabicMonths, digits: digits ?? undefined },
    }
  }, [wish, chosen, digits, arabicMonths])
  useEffect(() => {
    const root = document.documentElement
    root.lang = languageOf(words.language).tag
    root.dir = words.direction
    document.title = words.t('app.name')
    if (appearance === 'system') delete root.dataset.theme
    else root.dataset.theme = appearance
  }, [words, appearance])
  return words
}
