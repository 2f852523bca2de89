import { beforeAll, describe, expect, test, vi } from 'vitest'
import { commands } from '../../../core/commands/table.ts'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import { startMain, startWithPage } from '../../support/electron/start-main.ts'
import { preventable } from '../../support/electron/stand-in-window.ts'
import { builtMidad } from '../../support/midad.ts'

beforeAll(builtMidad)

describe('the menu bar', () => {
  test.each(interfaceLanguages.map(({ code }) => code))(
    'has every command of the table in %s',
    async (code) => {
      const { electron } = await startMain({ args: ['--language', code] })
      const items = electron.standIn.menuItems()
      const language = interfaceLanguages.find((each) => each.code === code)
      if (!language) throw new Error('there is no such language')
      const t = createTranslate(language)
      for (const { id, label } of commands) {
        expect(items.filter((item) => item.id === id)).toEqual([expect.objectContaining({ label: t(label) })])
      }
      for (const item of items) expect(item.type === 'separator' || (item.label ?? '') !== '').toBe(true)
    },
  )

  test('shows the keys of a command and leaves pressing them to the page', async () => {
    const { electron } = await startMain()
    const byId = new Map(electron.standIn.menuItems().map((item) => [item.id, item]))
    expect(byId.get('article.new')).toMatchObject({
      accelerator: 'CmdOrCtrl+Alt+N',
      registerAccelerator: false,
    })
    expect(byId.get('view.next-pane')).toMatchObject({ accelerator: 'F6', registerAccelerator: false })
    expect(byId.get('trash.open')).not.toHaveProperty('accelerator')
  })

  test('tells the page which command was chosen', async () => {
    const { electron, page, window } = await startWithPage()
    const item = electron.standIn.menuItems().find(({ id }) => id === 'article.export')
    ;(item as { click: () => void }).click()
    await vi.waitFor(() =>
      expect(page.heard).toContainEqual({ name: 'window.command', data: { id: 'article.export' } }),
    )
    // Which the page takes for a press of its own: a file picker opens for nothing less.
    expect(window.contents.pressed).toEqual([{ script: 'undefined', isGesture: true }])
  })

  test('speaks another language as soon as the settings say so', async () => {
    const { electron, page } = await startWithPage()
    expect(electron.standIn.menu.map(({ label }) => label)).toContain('Edit')
    await page.bridge.call('settings.change', { interfaceLanguage: 'ar', appearance: 'dark' })
    const arabic = interfaceLanguages.find(({ code }) => code === 'ar')
    expect(electron.standIn.menu.map(({ label }) => label)).toContain(arabic?.catalogue['command.group.edit'])
    expect(electron.nativeTheme.themeSource).toBe('dark')
    expect(page.heard.map(({ name }) => name)).toContain('settings.changed')
  })

  test('speaks the language of the system until somebody chooses', async () => {
    const { electron } = await startMain({
      before: ({ standIn }) => void (standIn.languages = ['ar-IQ', 'en']),
    })
    const arabic = interfaceLanguages.find(({ code }) => code === 'ar')
    expect(electron.standIn.menu.map(({ label }) => label)).toContain(arabic?.catalogue['command.group.edit'])
  })

  test('leaves cutting, copying, pasting and zooming to their roles', async () => {
    const { electron } = await startMain()
    const roles = electron.standIn.menuItems().flatMap(({ role }) => role ?? [])
    expect(roles).toEqual(
      expect.arrayContaining([
        'cut',
        'copy',
        'paste',
        'pasteAndMatchStyle',
        'selectAll',
        'zoomIn',
        'togglefullscreen',
        'quit',
        'help',
      ]),
    )
    // Undoing is the editor's own: Electron's would not know of its steps.
    expect(roles).not.toContain('undo')
    expect(roles).not.toContain('reload')
    expect(roles).not.toContain('toggleDevTools')
  })
})

describe('on a Mac', () => {
  test('the program has a menu of its own, with the settings, and a menu of windows', async () => {
    const { electron } = await startMain()
    const { buildMenu } = await import('../../../electron/main/menu.ts')
    const { Menu } = await import('electron')
    const english = interfaceLanguages[0]
    if (!english) throw new Error('no language')
    Menu.setApplicationMenu(
      buildMenu({
        t: createTranslate(english),
        run: () => undefined,
        recent: [],
        openRecent: () => undefined,
        isMac: true,
      }),
    )
    const [first] = electron.standIn.menu
    const own = electron.standIn.menuItems(first ? [first] : [])
    expect(own.map(({ role, id }) => role ?? id)).toEqual(
      expect.arrayContaining(['about', 'settings.open', 'services', 'hide', 'hideOthers', 'unhide', 'quit']),
    )
    expect(electron.standIn.menu.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['windowMenu', 'help']),
    )
    for (const { id } of commands)
      expect(electron.standIn.menuItems().filter((item) => item.id === id)).toHaveLength(1)
  })
})

describe('under the right button', () => {
  const flags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true }
  const press = async (params: object) => {
    const { electron, window } = await startMain()
    window.contents.emit('context-menu', preventable(), {
      editFlags: flags,
      selectionText: '',
      isEditable: false,
      ...params,
    })
    return electron.standIn.popped.map(({ role, enabled }) => [role, enabled])
  }
  test('of a text stands what can be done with it now', async () => {
    expect(await press({ isEditable: true })).toEqual([
      ['cut', true],
      ['copy', true],
      ['paste', false],
      ['pasteAndMatchStyle', false],
      ['selectAll', true],
    ])
  })
  test('of a selection stands that it can be copied, and of anything else nothing', async () => {
    expect(await press({ selectionText: 'خبر' })).toEqual([['copy', true]])
    expect(await press({})).toEqual([])
  })
})
