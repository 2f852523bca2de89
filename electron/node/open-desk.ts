import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { DeskApi, DeskEvent, HostInfo, Notice } from '../../core/api/contract.ts'
import type { Result } from '../../core/api/errors.ts'
import { createDesk } from '../../core/desk/desk.ts'
import { dispatch } from '../../core/desk/dispatch.ts'
import { fileWriter, type WriteFile } from '../../core/desk/exporting.ts'
import type { ThemeStore } from '../../core/desk/house-stores.ts'
import type {
  Chance,
  Clock,
  FontSource,
  LibraryInfo,
  PageShelf,
  Ports,
  Printer,
} from '../../core/desk/ports.ts'
import { DeskRoom } from '../../core/desk/room.ts'
import { articleStores } from './article-stores.ts'
import { closable } from './closable-desk.ts'
import { createDarkroom } from './darkroom.ts'
import { browserPrinter } from './browser-printer.ts'
import { nodeDisk, type Disk } from './disk.ts'
import { createExportThreads } from './export-thread.ts'
import { elsewhereFolder, elsewhereIn } from './elsewhere.ts'
import { createFontThread } from './font-thread.ts'
import { findLibrary, idIn, LibraryPaths } from './library-folder.ts'
import { lookAfter } from './look-after.ts'
import { MediaFiles } from './media-files.ts'
import { readStrictly } from './read-strictly.ts'
import { RowIndex } from './row-index.ts'
import { readRows } from './row-thread.ts'
import { SearchFile } from './search-file.ts'
import { SettingsFile } from './settings-file.ts'
import { shippedFonts } from './shipped-fonts.ts'
import { NamesFile } from './names-file.ts'
import { SpellingFiles } from './spelling-files.ts'
import { StoryTypesFile } from './story-types-file.ts'
import { releaseLibrary, takeLibrary } from './take-library.ts'
import { openThemes } from './themes.ts'
import { configFolder } from './user-config.ts'
import { createImportThread } from './import-thread.ts'

export interface OpenDeskOptions {
  /** A folder; with `create` it may be missing, its parent may not. */
  library: string
  create: boolean
  /** Midad's own, for people to read. */
  version: string
  tell: (event: DeskEvent) => void
  pages: PageShelf
  /** The program that opens it; otherwise one without a window. */
  host?: HostInfo
  /** Otherwise the shipped themes and those in `themes/` of the library. */
  themes?: ThemeStore
  /** Otherwise the fonts that came with Midad. */
  fonts?: FontSource
  /** Otherwise a browser that is installed. */
  printer?: Printer
  /** Refuse with 'library-locked' instead of opening read-only. */
  requireWrite?: boolean
  /** Only look: nothing is taken, mended or written. */
  readOnly?: boolean
  /** Keeps the journals that the library cannot take; otherwise Midad's own folder of this person. */
  keepIn?: string
  /** A library of more rows is shown to windows as it was last, and swept for changes by other programs when it is open. */
  sweptAtOnce?: number
  /** Milliseconds between two looks at what other programs do; 0 for none. */
  watchEveryMs?: number
  disk?: Disk
  clock?: Clock
  chance?: Chance
}

export interface OpenDesk {
  /** For the host itself; closes its doors with `close`. */
  desk: DeskApi
  /** For strangers: every failure is data. */
  dispatch: (name: unknown, input: unknown) => Promise<Result<unknown>>
  /** `article.export` for the host itself: bytes that come through no door. */
  writeFile: WriteFile
  library: LibraryInfo
  /** Waits for all that is under way, writes the index, lets the library go. Later calls fail as 'unreachable'. */
  close: () => Promise<void>
}

/**
 * Folder -> lock -> recover -> ports -> desk. Where another program holds the library it opens read-only and says so.
 * @throws DeskError 'library-missing' | 'library-locked' (only with `requireWrite`) | 'disk-full' | 'unwritable'
 */
export async function openDesk(options: OpenDeskOptions): Promise<OpenDesk> {
  const machine = { ...usual(), ...options }
  const { disk, clock } = machine
  const paths = new LibraryPaths(await findLibrary(disk, options.library, options.create))
  const notices: Notice[] = []
  const tell = (event: DeskEvent): void => {
    if (event.name === 'notice') keepNotice(notices, event.data as Notice)
    options.tell(event)
  }
  const notice = (data: Notice): void => tell({ name: 'notice', data })
  const { version } = options
  const library: LibraryInfo = { path: paths.root, computer: hostname(), version, readOnly: false, notices }
  const lock = await takeLibrary({
    disk,
    paths,
    now: () => clock.now(),
    requireWrite: options.requireWrite,
    readOnly: options.readOnly,
    onReadOnly: (why) => {
      library.readOnly = true
      if (why) notice(why)
    },
  })
  try {
    const store = { disk, paths, isReadOnly: () => library.readOnly, tell: notice }
    const { ports, stores, rows } = await openPorts(machine, store, { tell, library })
    const room = new DeskRoom(ports)
    const doors = closable(createDesk(ports, room))
    const watched = await lookAfter({
      ...store,
      rows,
      room,
      stores,
      lock,
      now: () => clock.now(),
      elsewhere: () => elsewhereOf(paths, machine),
      hasWindow: machine.host.kind !== 'terminal',
      sweptAtOnce: machine.sweptAtOnce,
      watchEveryMs: machine.watchEveryMs,
    })
    return {
      desk: doors.desk,
      dispatch: (name, input) => dispatch(doors.desk, name, input),
      writeFile: doors.guarded(fileWriter(room)),
      library,
      close: async () => {
        await watched.stop()
        room.search.stop()
        await doors.close()
        await putAway({ stores, rows, room })
        await releaseLibrary(lock)
      },
    }
  } catch (error) {
    await releaseLibrary(lock)
    throw error
  }
}

interface Kept {
  stores: ReturnType<typeof articleStores>
  rows: RowIndex
  room: DeskRoom
}

/** Waits for what is being written, and keeps what makes the next opening quick. */
async function putAway({ stores, rows, room }: Kept): Promise<void> {
  await stores.articles.idle()
  await stores.settle()
  await rows.flush()
  await room.search.keep(leastAtClosing)
}

/** Articles that changed since the index of words was kept last: fewer are read again at the next opening, which is quicker. */
const leastAtClosing = 20

type Machine = OpenDeskOptions &
  Required<Pick<OpenDeskOptions, 'disk' | 'clock' | 'chance' | 'host' | 'keepIn' | 'sweptAtOnce'>>
interface Store {
  disk: Disk
  paths: LibraryPaths
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
}

async function openPorts(
  {
    themes,
    fonts = createFontThread(shippedFonts()),
    printer = browserPrinter(),
    keepIn,
    pages,
    clock,
    chance,
    host,
  }: Machine,
  store: Store,
  told: Pick<Ports, 'tell' | 'library'>,
) {
  const { disk, paths } = store
  const stores = articleStores({
    ...store,
    now: () => clock.now(),
    elsewhere: elsewhereIn(disk, await elsewhereOf(paths, { disk, keepIn })),
  })
  const settings = await SettingsFile.open({ ...store, now: () => clock.now() })
  const rows = await RowIndex.open({
    ...store,
    path: paths.index,
    journal: paths.indexJournal,
    articles: stores.articles,
    readRows,
  })
  const media = new MediaFiles(store)
  const ports: Ports = {
    ...stores,
    ...told,
    media,
    rows,
    search: new SearchFile(store),
    settings,
    spelling: new SpellingFiles({ ...store, now: () => clock.now() }),
    names: new NamesFile({ ...store, now: () => clock.now() }),
    types: new StoryTypesFile({ ...store, now: () => clock.now() }),
    fonts,
    imports: createImportThread(),
    darkroom: createDarkroom(),
    printer,
    exports: createExportThreads(),
    pages,
    clock,
    chance,
    host,
    themes: themes ?? (await themesOf({ ...store, now: () => clock.now() })),
  }
  return { ports, stores, rows }
}

/** One banner for each thing that is the matter; what is over takes its banner away. */
function keepNotice(notices: Notice[], notice: Notice): void {
  if (notice.code === 'library-back') {
    const away = notices.findIndex(({ code }) => code === 'library-away')
    if (away !== -1) notices.splice(away, 1)
  } else notices.push(notice)
}

/** Where this computer keeps the journals that the library cannot take. */
async function elsewhereOf(paths: LibraryPaths, { disk, keepIn }: Pick<Machine, 'disk' | 'keepIn'>) {
  const marker = await readStrictly(disk, paths.marker)
  return elsewhereFolder(keepIn, 'bytes' in marker ? idIn(marker.bytes) : undefined)
}

async function themesOf({ paths, tell, ...files }: Store & { now: () => number }): Promise<ThemeStore> {
  const opened = await openThemes(paths.root, files)
  for (const each of opened.notices) tell(each)
  return opened.themes
}

const noWindow: HostInfo = {
  kind: 'terminal',
  choosesLibrary: 'fixed',
  revealsLibrary: false,
  savesFiles: false,
}
const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }
const systemChance: Chance = { bytes: (count) => randomBytes(count) }
const usual = () => ({
  disk: nodeDisk,
  clock: systemClock,
  chance: systemChance,
  host: noWindow,
  keepIn: configFolder(),
  // Asked for in a tenth of a second.
  sweptAtOnce: 2000,
})
