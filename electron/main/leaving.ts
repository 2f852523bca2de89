import { app, dialog, powerMonitor, type BrowserWindow } from 'electron'
import type { FlushOutcome, FlushRounds } from '../node/flush-rounds.ts'
import { failureSentence, type Words } from './words.ts'
import type { WindowKeeper } from './window-keeper.ts'

export interface LeavingOptions {
  keeper: WindowKeeper
  rounds: FlushRounds
  words: () => Words
  /** Waits for all that is under way and lets the library go. */
  closeDesk: () => Promise<void>
}

/**
 * Closing a window and ending the program, however they come about, wait until the page's text is on the disk; where
 * it cannot get there, its user decides and nothing is lost without a word.
 */
export class Leaving {
  readonly #options: LeavingOptions
  #goingAway: Promise<boolean> | undefined
  #isOver = false

  constructor(options: LeavingOptions) {
    this.#options = options
    app.on('before-quit', (event) => this.#onQuit(event))
    app.on('window-all-closed', () => {
      // A Mac's program stays in its dock.
      if (process.platform !== 'darwin') app.quit()
    })
    // Linux and macOS: the system waits a moment for who asks it to. Electron's types leave the event out.
    powerMonitor.on('shutdown', ((event: Electron.Event) => this.#onQuit(event)) as () => void)
  }

  /** On each new window. */
  guard(window: BrowserWindow): void {
    window.on('close', (event) => {
      event.preventDefault()
      void this.letWindowGo()
    })
    // Windows: shutting down and logging off.
    window.on('query-session-end', (event) => this.#onQuit(event))
    window.on('session-end', () => void this.#options.rounds.ask(this.#listening()))
  }

  /** True once the window is gone; false where its user stays. */
  letWindowGo(): Promise<boolean> {
    this.#goingAway ??= this.#putAway().finally(() => {
      this.#goingAway = undefined
    })
    return this.#goingAway
  }

  #onQuit(event: { preventDefault: () => void }): void {
    if (this.#isOver) return
    event.preventDefault()
    void this.#quit()
  }

  async #quit(): Promise<void> {
    if (!(await this.letWindowGo()) || this.#isOver) return
    this.#isOver = true
    await this.#options.keeper.settled()
    await this.#options.closeDesk()
    app.quit()
  }

  async #putAway(): Promise<boolean> {
    const { keeper, rounds } = this.#options
    for (;;) {
      const { window } = keeper
      if (!window) return true
      let outcome = await rounds.ask(this.#listening())
      if (outcome.kind === 'saved') {
        // Hidden it gets no more keys: the second round has every letter that was typed during the first.
        window.hide()
        outcome = await rounds.ask(this.#listening())
      }
      const answer = outcome.kind === 'saved' ? 'leave' : await this.#ask(window, outcome)
      if (answer === 'stay') return false
      if (answer === 'leave') {
        if (!window.isDestroyed()) window.destroy()
        return true
      }
    }
  }

  #listening(): number {
    return this.#options.keeper.isListening ? 1 : 0
  }

  async #ask(
    window: BrowserWindow,
    outcome: Exclude<FlushOutcome, { kind: 'saved' }>,
  ): Promise<'again' | 'stay' | 'leave'> {
    const { t } = this.#options.words()
    window.show()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: t('leaving.notSaved'),
      detail: outcome.kind === 'unsaved' ? failureSentence(t, outcome.problem) : t('leaving.silent'),
      buttons: [t('leaving.again'), t('leaving.stay'), t('leaving.leave')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    return response === 0 ? 'again' : response === 2 ? 'leave' : 'stay'
  }
}
