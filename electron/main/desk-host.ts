import { app, dialog, session } from 'electron'
import type { DeskEvent, HostInfo, OpenArticle } from '../../core/api/contract.ts'
import { toErrorData, type Result } from '../../core/api/errors.ts'
import type { PageShelf } from '../../core/desk/ports.ts'
import { dispatch, type Door } from '../../core/desk/dispatch.ts'
import { callsThrough } from '../node/call-desk.ts'
import { ChangingDesk, type OpenLibrary } from '../node/changing-desk.ts'
import { finishMove } from '../node/finish-move.ts'
import { createFlushRounds, type FlushRounds } from '../node/flush-rounds.ts'
import { libraryCalls, type ChangeLibrary, type LibraryCallsOptions } from '../node/library-calls.ts'
import { libraryPlace } from '../node/library-place.ts'
import { openLibrary } from '../node/open-library.ts'
import { createPageShelf } from '../node/page-shelf.ts'
import { noteLibrary } from '../node/recent-libraries.ts'
import { readStaticFiles } from '../node/static-files.ts'
import { rememberConfig } from '../node/user-config.ts'
import { built } from './built.ts'
import type { CommandLine } from './command-line.ts'
import { offerContextMenu } from './context-menu.ts'
import { openFirstLibrary } from './first-library.ts'
import { hostCalls, openLink } from './host-calls.ts'
import { Interface } from './interface.ts'
import { askForLibrary } from './library-dialogs.ts'
import { answerCalls, type Answer } from './ipc.ts'
import { Leaving } from './leaving.ts'
import { watchForMishaps } from './mishaps.ts'
import { forbidLeaving } from './navigation.ts'
import { pagePrinter } from './page-printer.ts'
import { importFile, type OpenedFiles } from './opened-files.ts'
import { denyByDefault } from './permissions.ts'
import { serveDesk } from './protocol.ts'
import { WindowKeeper } from './window-keeper.ts'
import { failureSentence, wordsFor } from './words.ts'

const host: HostInfo = { kind: 'electron', choosesLibrary: 'dialog', revealsLibrary: true, savesFiles: true }

export interface Started {
  /** The window, which is all that a second start and a click in the dock ask for. */
  show: () => void
}

/** Opens the library, and the window over it. Undefined where there is no library and its user gave up. */
export async function startDesk(
  { library, language }: CommandLine,
  stateFile: string,
  openedFiles: OpenedFiles,
): Promise<Started | undefined> {
  denyByDefault(session.defaultSession)
  const reading = readStaticFiles(built.renderer)
  const pages = createPageShelf()
  // Until there is a window nobody listens.
  let tell = (_event: DeskEvent): void => undefined
  const open = libraryOpener(pages, (event) => tell(event))
  await finishMove()
  const first = await openFirstLibrary({
    place: libraryPlace(library),
    words: wordsFor({ interfaceLanguage: null, digits: null }, language),
    open: (place, create) => open(place, { create, requireWrite: false }),
    remember: (place) => rememberConfig({ library: place }),
  })
  if (!first) return undefined
  serveDesk({ files: await reading, pages })
  await noteLibrary(first.library.path).catch(() => undefined)
  const changing = new ChangingDesk(first, open)
  const { settings } = await changing.desk['desk.state']({})
  const shown = new Interface(settings, language, {
    run: (id) => void keeper.run(id),
    openRecent: (path) => void openRecent(path, { change: libraries.change, keeper, shown }),
  })
  const rounds = createFlushRounds((event) => keeper.tell(event))
  const keeper = new WindowKeeper({
    stateFile,
    language,
    prepare: (window) => {
      leaving.guard(window)
      watchForMishaps(window, { words: shown.words, reload: () => keeper.reload() })
      offerContextMenu(window, shown.words)
    },
  })
  const leaving = new Leaving({
    keeper,
    rounds,
    words: shown.words,
    closeDesk: () => libraries.settled().then(() => changing.close()),
  })
  tell = (event) => {
    if (event.name === 'settings.changed') shown.follow(event.data)
    keeper.tell(event)
  }
  forbidLeaving((address) => void openLink(address, keeper.window, shown.words()).catch(() => undefined))
  const asking = { window: () => keeper.window, words: shown.words, library: () => changing.library.path }
  const around = inWindow({ changing, keeper, shown, rounds })
  const libraries = libraryCalls({ changing, open, ...around, askFor: askForLibrary(asking) })
  const { change: changeLibrary, calls } = libraries
  const { writeFile } = changing
  const ofHost = hostCalls({ ...asking, changeLibrary, writeFile, rounds })
  answerCalls(answering({ ...changing.desk, ...ofHost, ...calls }, keeper))
  // First, so that the window comes with the article that was asked for.
  await openedFiles.openWith((file) => showFile(file, changing, keeper, shown))
  keeper.show()
  return { show: () => keeper.show() }
}

const libraryOpener =
  (pages: PageShelf, tell: (event: DeskEvent) => void): OpenLibrary =>
  (library, wish) =>
    openLibrary({ library, ...wish, pages, host, tell, printer: pagePrinter(pages) })

interface Parts {
  changing: ChangingDesk
  keeper: WindowKeeper
  shown: Interface
}

/** What of several libraries the window and the menu show. */
function inWindow({
  changing,
  keeper,
  shown,
  rounds,
}: Parts & { rounds: FlushRounds }): Omit<LibraryCallsOptions, 'changing' | 'open' | 'askFor'> {
  return {
    flush: () => rounds.ask(keeper.isListening ? 1 : 0),
    onChanged: async () => {
      shown.follow((await changing.desk['desk.state']({})).settings)
      // After the page has its answer.
      setImmediate(() => keeper.reload(true))
    },
    onMoved: () => undefined,
    onListed: () => shown.relist(),
    tell: (event) => keeper.tell(event),
  }
}

/** Opens a library that was chosen in the menu, or says why not. */
async function openRecent(
  path: string,
  { change, keeper, shown }: { change: ChangeLibrary } & Pick<Parts, 'keeper' | 'shown'>,
): Promise<void> {
  try {
    await change(path, false)
  } catch (thrown) {
    const { t } = shown.words()
    const said = {
      type: 'warning' as const,
      message: t('library.notOpened', { path }),
      detail: failureSentence(t, toErrorData(thrown).code),
    }
    await (keeper.window ? dialog.showMessageBox(keeper.window, said) : dialog.showMessageBox(said))
  }
}

function answering(door: Door, keeper: WindowKeeper): Answer {
  return async (method, input) => {
    keeper.noteCall()
    const result = await dispatch(door, method, input)
    if (result.ok && (method === 'article.open' || method === 'article.create')) {
      keeper.noteArticle((result as Result<OpenArticle> & { ok: true }).value.article.id)
    }
    return result
  }
}

/** Takes a file from outside into the library and shows it, or says why not. */
async function showFile(
  file: string,
  { desk }: ChangingDesk,
  keeper: WindowKeeper,
  shown: Interface,
): Promise<void> {
  const call = callsThrough((name, input) => dispatch(desk, name, input))
  const { id, failed } = await importFile(file, call)
  if (id !== undefined) keeper.showArticle(id)
  if (!failed) return
  const { t } = shown.words()
  const { code, details } = failed.error
  const said = {
    type: 'warning' as const,
    message: t('file.notOpened', { file: failed.source }),
    // A file that has gone was in no library.
    detail: failureSentence(t, code === 'not-found' ? 'unreadable' : code, details?.reason),
  }
  await (keeper.window ? dialog.showMessageBox(keeper.window, said) : dialog.showMessageBox(said))
}

/** What must not happen at the start, in one sentence, and the end of the program. */
export function failToStart(thrown: unknown): void {
  dialog.showErrorBox('Midad', toErrorData(thrown).message)
  app.exit(1)
}
