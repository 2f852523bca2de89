import { DeskError, type ErrorData } from '../../core/api/errors.ts'
import type { BulkFile, ImportReport, ImportRun } from '../../core/bulk/import-run.ts'
import type { Signal } from '../../core/bulk/run.ts'
import type { Offered } from '../features/bulk/gather.ts'
import { ProgressStore } from '../features/bulk/progress.ts'
import type { WindowChoice, WindowExport } from '../features/bulk/run-export.ts'
import type { DeskClient } from '../desk/client.ts'
import type { Told } from './window-state.ts'

interface FilesWorld {
  desk: DeskClient
  /** Keeps what is open before something comes in. */
  keep: () => Promise<void>
  /** Resolves when the disk has the open article. */
  flush: () => Promise<void>
  open: (id: string) => Promise<void>
  tell: (told: Told) => void
}

/** So few files are told in passing, unless one of them could not be taken. */
const fewAtMost = 5
/** The most that the desk answers at once. */
const mostIds = 100_000

/** What this window takes in and gives out by the thousand: the page asks for one after the other, and may be written in meanwhile. */
export class WindowFiles {
  readonly imports = new ProgressStore<ImportReport>()
  readonly exports = new ProgressStore<WindowExport>()
  readonly #world: FilesWorld
  /** Those of the run that is on, to which others may be put. */
  #files: BulkFile[] = []
  #run: Promise<void> = Promise.resolve()
  #isAsking = false
  #chosen: readonly string[] = []
  #show: (dialog: 'import-many' | 'export-many') => void = () => undefined

  constructor(world: FilesWorld) {
    this.#world = world
  }

  /** Who opens the dialogs, from now on. */
  showWith(show: (dialog: 'import-many' | 'export-many') => void): void {
    this.#show = show
  }

  /** Takes in files and folders. Those that come while others are on their way are put behind them. */
  async import(offered: readonly Offered[]): Promise<void> {
    try {
      // Read when somebody asks for it: the story can be written before.
      const { gather, hasFolder } = await import('../features/bulk/gather.ts')
      if (this.imports.isOn) {
        const behind = this.#files
        for (const file of await gather(offered)) behind.push(file)
        return this.#show('import-many')
      }
      // One that was cancelled is at its last file.
      await this.#run
      const isMany = hasFolder(offered) || offered.length > fewAtMost
      const run = isMany ? this.#importMany(gather(offered)) : this.#importFew(await gather(offered))
      if (isMany) this.#run = run.catch(() => undefined)
      await run
    } catch (error) {
      this.#world.tell({ kind: 'error', error })
    }
  }

  async #importMany(gathering: Promise<BulkFile[]>): Promise<void> {
    const files: BulkFile[] = []
    const signal = this.imports.begin()
    this.#files = files
    this.#show('import-many')
    try {
      const found = await gathering
      // Behind these stands what came meanwhile.
      const behind = files.splice(0)
      for (const file of [...found, ...behind]) files.push(file)
      // Whoever has closed the dialog writes by now: the line tells the end.
      this.imports.end(await this.#take(files, signal, this.imports.tell))
    } catch (thrown) {
      this.imports.forget()
      throw thrown
    }
  }

  /** Tells of them in passing, unless it is to be said which of them could not be taken. */
  async #importFew(files: BulkFile[]): Promise<void> {
    const report = await this.#take(files, { aborted: false }, () => undefined)
    if (report.total === 1 || problemsOf(report).length === 0) return this.#tellFew(report)
    this.imports.end(report)
    return this.#show('import-many')
  }

  async #take(files: BulkFile[], signal: Signal, onProgress: ImportRun['onProgress']): Promise<ImportReport> {
    await this.#world.keep()
    const { runImport } = await import('../../core/bulk/import-run.ts')
    return runImport({
      files,
      ask: (method, input) => this.#world.desk.call(method, input),
      signal,
      onProgress,
    })
  }

  async #tellFew(report: ImportReport): Promise<void> {
    const { articles } = report
    const warnings = new Set(articles.flatMap((each) => each.warnings.map(({ code }) => code)))
    const errors = problemsOf(report).map(
      ({ code, message, details }) => new DeskError(code, message, details),
    )
    // At once: of two things told one after the other only the last is seen.
    this.#world.tell({ kind: 'imported', count: articles.length, warnings: [...warnings], errors })
    if (articles[0]) await this.#world.open(articles[0].id)
  }

  /** How many articles are chosen to go out. */
  chosen = (): number => this.#chosen.length

  /** Asks in which format these articles go out, and writes them. THE way for a list in which several can be chosen. */
  exportArticles(ids: readonly string[]): void {
    if (!this.exports.isBusy) {
      this.#chosen = ids
      this.exports.forget()
    }
    this.#show('export-many')
  }

  async exportAll(): Promise<void> {
    try {
      const asked = { order: 'newest', language: 'en', from: 0, count: mostIds } as const
      this.exportArticles((await this.#world.desk.call('article.ids', asked)).ids)
    } catch (error) {
      this.#world.tell({ kind: 'error', error })
    }
  }

  /** Writes the chosen ones; resolves at once where their user thought better of it. @throws DeskError where none can be written */
  startExport(choice: WindowChoice): Promise<void> {
    return this.#goOut(choice, false)
  }

  /** Looks what the chosen ones would not carry in these formats, and writes nothing. */
  tryExport(choice: WindowChoice): Promise<void> {
    return this.#goOut(choice, true)
  }

  /** Writes one article in several formats, and shows how far it has come. @throws DeskError where none can be written */
  async send(id: string, choice: WindowChoice): Promise<void> {
    if (this.exports.isBusy) return this.#show('export-many')
    this.#chosen = [id]
    this.exports.forget()
    return this.#goOut(choice, false, () => this.#show('export-many'))
  }

  async #goOut(choice: WindowChoice, isTried: boolean, onBegun = () => {}): Promise<void> {
    // Its user is being asked where.
    if (this.#isAsking || this.exports.isBusy) return
    this.#isAsking = true
    try {
      // What is exported is what the disk has: the last keys first.
      await this.#world.flush()
      const { exportMany, tryMany } = await import('../features/bulk/run-export.ts')
      const begin = () => {
        const signal = this.exports.begin()
        onBegun()
        return { signal, tell: this.exports.tell }
      }
      const wish = { ids: this.#chosen, choice, begin }
      const report = await (isTried ? tryMany : exportMany)(this.#world.desk, wish)
      if (report) this.exports.end(report)
    } finally {
      this.#isAsking = false
    }
  }
}

const problemsOf = ({ failed, stopped }: ImportReport): ErrorData[] => [
  ...failed.map(({ error }) => error),
  ...(stopped?.kind === 'failed' ? [stopped.error] : []),
]
