import { app, Menu, nativeTheme } from 'electron'
import type { CommandId } from '../../core/commands/table.ts'
import type { Settings } from '../../core/model/settings.ts'
import { rememberConfig } from '../node/user-config.ts'
import { version } from '../node/version.ts'
import { buildMenu } from './menu.ts'
import { wordsFor, type Words } from './words.ts'

/** What of the program around the page follows the settings: the language of menus and dialogs, light and dark. */
export class Interface {
  readonly #run: (id: CommandId) => void
  #wish: string | undefined
  #settings: Settings
  #words: Words

  constructor(settings: Settings, wish: string | undefined, run: (id: CommandId) => void) {
    this.#settings = settings
    this.#wish = wish
    this.#run = run
    this.#words = wordsFor(settings, wish)
    this.#apply()
  }

  words = (): Words => this.#words

  /** After a change of settings, or with those of another library. */
  follow(settings: Settings): void {
    // What the start asked for holds until Settings says otherwise, as in the page.
    if (settings.interfaceLanguage !== this.#settings.interfaceLanguage) this.#wish = undefined
    this.#settings = settings
    this.#words = wordsFor(settings, this.#wish)
    this.#apply()
  }

  #apply(): void {
    const { t, language } = this.#words
    nativeTheme.themeSource = this.#settings.appearance
    Menu.setApplicationMenu(buildMenu({ t, run: this.#run }))
    app.setAboutPanelOptions({ applicationName: t('app.name'), applicationVersion: version })
    // Electron turns its menus round only while it starts, so the next start must know.
    void rememberConfig({ direction: language.direction }).catch(() => undefined)
  }
}
