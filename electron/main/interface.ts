import { app, Menu, nativeTheme } from 'electron'
import type { CommandId } from '../../core/commands/table.ts'
import type { Settings } from '../../core/model/settings.ts'
import { listedLibraries } from '../node/recent-libraries.ts'
import { rememberConfig } from '../node/user-config.ts'
import { version } from '../node/version.ts'
import { buildMenu } from './menu.ts'
import { wordsFor, type Words } from './words.ts'

/** What the menu asks for. */
export interface MenuCalls {
  run: (id: CommandId) => void
  openRecent: (path: string) => void
}

/** What of the program around the page follows the settings: the language of menus and dialogs, light and dark. */
export class Interface {
  readonly #calls: MenuCalls
  #wish: string | undefined
  #settings: Settings
  #words: Words

  constructor(settings: Settings, wish: string | undefined, calls: MenuCalls) {
    this.#settings = settings
    this.#wish = wish
    this.#calls = calls
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

  /** The menu has the libraries that are listed now. */
  relist(): void {
    const { t } = this.#words
    Menu.setApplicationMenu(buildMenu({ t, ...this.#calls, recent: listedLibraries() }))
  }

  #apply(): void {
    const { t, language } = this.#words
    nativeTheme.themeSource = this.#settings.appearance
    this.relist()
    app.setAboutPanelOptions({ applicationName: t('app.name'), applicationVersion: version })
    // Electron turns its menus round only while it starts, so the next start must know.
    void rememberConfig({ direction: language.direction }).catch(() => undefined)
  }
}
