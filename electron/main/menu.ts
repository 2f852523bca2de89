import { Menu, type MenuItemConstructorOptions } from 'electron'
import { acceleratorOf } from '../../core/commands/keys.ts'
import { commands, type CommandGroup, type CommandId } from '../../core/commands/table.ts'
import { isolatedPath } from '../../core/language/paths.ts'
import type { Translate } from '../../core/i18n/translate.ts'

export interface MenuOptions {
  t: Translate
  /** A command was chosen. */
  run: (id: CommandId) => void
  /** The libraries that were open, the newest first. */
  recent: readonly { name: string; path: string }[]
  openRecent: (path: string) => void
  isMac?: boolean
}

const separator: MenuItemConstructorOptions = { type: 'separator' }
type Role = NonNullable<MenuItemConstructorOptions['role']>

/** The menu bar: the command table by its groups, and what only the system can do by its roles, all in our words. */
export function buildMenu(options: MenuOptions): Menu {
  const { t, run, isMac = process.platform === 'darwin' } = options
  const items = (group: CommandGroup, without: readonly CommandId[] = []) =>
    commands
      .filter((command) => command.group === group && !without.includes(command.id))
      .map((command) => commandItem(command.id, t, run))
  const role = (name: Role, label: string): MenuItemConstructorOptions => ({ role: name, label })
  const group = (name: CommandGroup, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    label: t(`command.group.${name}`),
    submenu,
  })
  const leave = isMac ? role('close', t('menu.close')) : role('quit', t('menu.quit'))
  const onMacElsewhere: readonly CommandId[] = isMac ? ['settings.open'] : []
  return Menu.buildFromTemplate([
    ...(isMac ? [macMenu(t, run, role)] : []),
    group('article', [
      ...items('article', onMacElsewhere).map((item) =>
        item.id === 'library.recent' ? recentLibraries(options) : item,
      ),
      separator,
      group('status', items('status')),
      separator,
      leave,
    ]),
    group('edit', [...items('edit'), separator, ...editRoles(t)]),
    group('text', items('text')),
    group('block', items('block')),
    group('insert', items('insert')),
    group('table', items('table')),
    group('view', [
      ...items('view'),
      separator,
      role('resetZoom', t('menu.zoomReset')),
      role('zoomIn', t('menu.zoomIn')),
      role('zoomOut', t('menu.zoomOut')),
      role('togglefullscreen', t('menu.fullScreen')),
    ]),
    ...(isMac ? [{ role: 'windowMenu' as const, label: t('menu.window') }] : []),
    { ...group('help', items('help')), role: 'help' },
  ])
}

/** FSI … PDI (UAX #9): a name reads as it is written. */
const isolated = (name: string): string => `\u2068${name}\u2069`

function recentLibraries({ t, recent, openRecent }: MenuOptions): MenuItemConstructorOptions {
  return {
    id: 'library.recent' satisfies CommandId,
    label: t('library.recent'),
    enabled: recent.length > 0,
    submenu: recent.map(({ name, path }) => ({
      // Windows and Linux take & for an access key.
      label: `${isolated(name)} – ${isolatedPath(path)}`.replaceAll('&', '&&'),
      click: () => openRecent(path),
    })),
  }
}

/** Cut, copy and paste: in the menu bar and under the pointer. */
export const editRoles = (t: Translate): MenuItemConstructorOptions[] => [
  { role: 'cut', label: t('menu.cut') },
  { role: 'copy', label: t('menu.copy') },
  { role: 'paste', label: t('menu.paste') },
  { role: 'pasteAndMatchStyle', label: t('menu.pastePlain') },
  { role: 'selectAll', label: t('menu.selectAll') },
]

function commandItem(id: CommandId, t: Translate, run: (id: CommandId) => void): MenuItemConstructorOptions {
  const command = commands.find((each) => each.id === id)
  const keys = command?.keys?.[0]
  return {
    id,
    label: command ? t(command.label) : id,
    click: () => run(id),
    // Shown and not taken: the page answers keys itself, by their place on any keyboard.
    ...(keys ? { accelerator: acceleratorOf(keys), registerAccelerator: false } : {}),
  }
}

function macMenu(
  t: Translate,
  run: (id: CommandId) => void,
  role: (name: Role, label: string) => MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  return {
    label: t('app.name'),
    submenu: [
      role('about', t('menu.about')),
      separator,
      commandItem('settings.open', t, run),
      separator,
      role('services', t('menu.services')),
      separator,
      role('hide', t('menu.hide')),
      role('hideOthers', t('menu.hideOthers')),
      role('unhide', t('menu.unhide')),
      separator,
      role('quit', t('menu.quit')),
    ],
  }
}
