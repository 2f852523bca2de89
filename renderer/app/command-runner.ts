import { commandOf, type CommandId } from '../../core/commands/table.ts'
import type { DeskState } from '../../core/api/contract.ts'
import { zoomed, type Settings } from '../../core/model/settings.ts'
import type { Status } from '../../core/model/fields.ts'
import type { OpenPage, PageCommand } from '../features/article/page-commands.ts'
import type { DeskWindow } from './desk-window.ts'
import type { LayoutState } from './layout-state.ts'
import { focusOutline, goToPane } from './panes.ts'
import type { Told } from './window-state.ts'

/** What commands act on. */
export interface CommandWorld {
  desk: DeskWindow
  state: DeskState
  layout: LayoutState
  change: (part: Partial<LayoutState>) => void
  changeSettings: (part: Partial<Settings>) => void
  page: OpenPage | null
  tell: (told: Told) => void
  pickFiles: () => void
  pickFolder: () => void
  startFromClipboard: () => Promise<void>
  /** Opens a story where none is open. */
  openForTour: () => Promise<void>
}
type Runner = (world: CommandWorld) => unknown

const resize =
  (step: 1 | -1): Runner =>
  ({ desk, changeSettings }) =>
    changeSettings({ zoom: zoomed(desk.state().settings.zoom, step) })
const turnOver =
  (name: 'typewriter' | 'dimsOthers'): Runner =>
  ({ desk, changeSettings }) =>
    changeSettings({ [name]: !desk.state().settings[name] })
const appear =
  (appearance: Settings['appearance']): Runner =>
  ({ changeSettings }) =>
    changeSettings({ appearance })
const putStatus =
  (status: Status): Runner =>
  ({ desk }) =>
    desk.state().session?.setStatus(status)
const showPanel =
  (panel: string): Runner =>
  ({ change }) =>
    change({ panel, isInspectorShown: true, isFocused: false })
const openNeighbour =
  (step: 1 | -1): Runner =>
  async ({ desk }) => {
    // A desk that does not answer opens nothing either.
    const id = await desk.shelf.neighbour(desk.state().session?.id ?? null, step).catch(() => undefined)
    if (id) await desk.open(id)
  }

const transform =
  (id: 'digits' | 'quotes'): Runner =>
  async ({ desk, page, tell }) => {
    const { session, settings } = desk.state()
    // Its code is read when somebody asks for it: the story can be written before.
    const { runTransform } = await import('../features/transforms/run-transform.ts')
    if (!session || !page || desk.state().session !== session) return
    const { count, back } = runTransform({
      transform: id,
      draft: session,
      story: page.story,
      house: settings,
    })
    tell({ kind: 'transformed', count, back })
  }

/** What each command does; one missing here stops the build. */
const runners: Record<Exclude<CommandId, PageCommand>, Runner> = {
  'article.new': ({ desk }) => void desk.create(),
  'article.from-clipboard': ({ startFromClipboard }) => void startFromClipboard(),
  'article.duplicate': ({ desk }) => void desk.duplicate(),
  'article.translate': ({ change }) => change({ dialog: 'translate' }),
  'article.import': ({ pickFiles }) => pickFiles(),
  'article.importFolder': ({ pickFolder }) => pickFolder(),
  'article.exportAll': ({ desk }) => desk.files.exportAll(),
  'article.save': ({ desk }) =>
    void desk
      .state()
      .session?.flush()
      .catch(() => undefined),
  'article.export': ({ change }) => change({ dialog: 'export' }),
  'article.posts': ({ change }) => change({ dialog: 'posts' }),
  'versions.open': ({ change }) => change({ dialog: 'versions' }),
  'version.keep': ({ change }) => change({ dialog: 'keep-version' }),
  'article.trash': ({ desk }) => {
    const { session } = desk.state()
    if (session) void desk.trash(session.id)
  },
  'article.next': openNeighbour(1),
  'article.previous': openNeighbour(-1),
  'search.focus': ({ change }) => {
    change({ isLibraryShown: true, isFocused: false })
    // Once the library is drawn, where it was folded away.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.library input[type=search]')?.focus())
  },
  'list.wide': ({ layout, change, changeSettings }) => {
    const isListWide = !layout.isListWide
    change({ isListWide, isLibraryShown: true, isFocused: false })
    changeSettings({ isListWide })
  },
  'trash.open': ({ change }) => change({ dialog: 'trash' }),
  'names.open': ({ change }) => change({ dialog: 'names' }),
  'library.choose': ({ desk, state, change }) =>
    state.host.choosesLibrary === 'dialog' ? void desk.library.choose() : change({ dialog: 'open-library' }),
  'library.new': ({ desk, state, change }) =>
    state.host.choosesLibrary === 'dialog' ? void desk.library.create() : change({ dialog: 'new-library' }),
  'library.move': ({ desk, state, change }) =>
    state.host.choosesLibrary === 'dialog' ? void desk.library.move() : change({ dialog: 'move-library' }),
  'library.recent': ({ change }) => {
    change({ isLibraryShown: true, isFocused: false })
    // Once the library is drawn, where it was folded away.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.library .spot')?.click())
  },
  'library.copyPath': ({ desk }) => void desk.library.copyPath(),
  'library.saveCopy': ({ desk, state, change }) =>
    state.host.choosesLibrary === 'dialog' ? void desk.library.saveCopy() : change({ dialog: 'save-copy' }),
  'library.openCopy': ({ desk, state, change }) =>
    state.host.choosesLibrary === 'dialog' ? void desk.library.openCopy() : change({ dialog: 'open-copy' }),
  'library.reveal': ({ desk, state, change }) =>
    state.host.revealsLibrary ? void desk.library.reveal() : change({ dialog: 'settings' }),
  'types.open': ({ change }) => change({ dialog: 'story-types' }),
  'themes.open': ({ change }) => change({ dialog: 'themes' }),
  'settings.open': ({ change }) => change({ dialog: 'settings' }),
  'status.draft': putStatus('draft'),
  'status.ready': putStatus('ready'),
  'status.published': putStatus('published'),
  'status.killed': putStatus('killed'),
  'spelling.toggle': ({ desk, changeSettings }) =>
    changeSettings({ spelling: !desk.state().settings.spelling }),
  'transform.open': ({ change }) => change({ dialog: 'transform' }),
  'transform.digits': transform('digits'),
  'transform.quotes': transform('quotes'),
  'panel.details': showPanel('details'),
  'panel.preview': showPanel('preview'),
  'panel.source': showPanel('source'),
  'panel.outline': ({ change }) => {
    change({ panel: 'outline', isInspectorShown: true, isFocused: false })
    focusOutline()
  },
  'pane.library': ({ layout, change }) =>
    change({ isLibraryShown: layout.isFocused || !layout.isLibraryShown, isFocused: false }),
  'pane.inspector': ({ layout, change }) =>
    change({ isInspectorShown: layout.isFocused || !layout.isInspectorShown, isFocused: false }),
  'view.focus': ({ layout, change, page }) => {
    change({ isFocused: !layout.isFocused })
    page?.focus()
  },
  'view.next-pane': () => goToPane(1),
  'view.previous-pane': () => goToPane(-1),
  'view.typewriter': turnOver('typewriter'),
  'view.dim': turnOver('dimsOthers'),
  'view.larger': resize(1),
  'view.smaller': resize(-1),
  'view.actual-size': ({ changeSettings }) => changeSettings({ zoom: 100 }),
  'appearance.system': appear('system'),
  'appearance.light': appear('light'),
  'appearance.dark': appear('dark'),
  'palette.open': ({ change }) => change({ dialog: 'palette' }),
  'help.keys': ({ change }) => change({ dialog: 'keys' }),
  'help.tour': ({ change, openForTour }) => {
    const begin = () => change({ isTouring: true, isFocused: false })
    // Where no story could be opened, the hints still say what stands where.
    void openForTour().then(begin, begin)
  },
  'help.welcome': ({ desk, changeSettings }) =>
    void desk.close().then((isClosed) => isClosed && changeSettings({ firstMinutes: 'welcome' })),
}

/** One at a time, and not where the host keeps to its library. */
const ofWholeLibraries: readonly CommandId[] = [
  'library.new',
  'library.move',
  'library.saveCopy',
  'library.openCopy',
]

/** Whether the command applies as things stand. */
export function applies(id: CommandId, { desk, state, page }: CommandWorld): boolean {
  const { session } = desk.state()
  if (id === 'panel.source') return Boolean(session?.sourceId)
  if (id === 'article.duplicate' || id === 'article.translate') return session !== null && !state.readOnly
  if (id === 'library.choose') return state.host.choosesLibrary !== 'fixed'
  if (
    ofWholeLibraries.includes(id) &&
    (state.host.choosesLibrary === 'fixed' || desk.library.work() !== null)
  )
    return false
  switch (commandOf(id)?.needs) {
    case 'article':
      return session !== null
    case 'text':
      return session !== null && !session.isReadOnly && (page !== null || !needsPage(id))
    case 'library':
      return !state.readOnly
    case undefined:
      return true
  }
}

/** Whether a list to choose from has it: what is for tables only while the caret is in one. */
export const isOffered = (id: CommandId, page: OpenPage | null): boolean =>
  commandOf(id)?.group !== 'table' || page?.story.state().inTable === true

/** Does what the command says, where it applies. */
export function runCommand(id: CommandId, world: CommandWorld): void {
  if (!applies(id, world)) return
  if (isOfThePage(id)) world.page?.run(id)
  else void runners[id](world)
}

const needsPage = (id: CommandId): boolean => isOfThePage(id) || id.startsWith('transform.')

const isOfThePage = (id: CommandId): id is PageCommand =>
  /^(?:story|find|x-ray|page|insert)\.|^spelling\.(?:next|previous|suggest)$/.test(id)
