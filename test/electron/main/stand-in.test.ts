import { describe, expect, test, vi } from 'vitest'
import type { Electron } from '../../support/electron/start-main.ts'

/** The stand-in anew; what it refuses here is meant to be refused. */
async function electron() {
  vi.resetModules()
  return (await import('electron')) as unknown as Electron & Record<string, never>
}
type Loose = Record<string, (...args: unknown[]) => unknown>

describe("what Electron's own types do not know is refused", () => {
  test.each<[string, (electron: Electron) => unknown, RegExp]>([
    ['a method', ({ app }) => (app as unknown as Loose).enableSandboxes?.(), /App\.enableSandboxes/],
    ['an event', ({ app }) => app.on('window-all-close', () => undefined), /window-all-close/],
    [
      'an event of another class',
      ({ powerMonitor }) => powerMonitor.on('before-quit', () => undefined),
      /before-quit/,
    ],
    ['an option of a window', ({ BrowserWindow }) => new BrowserWindow({ shown: false }), /'shown'/],
    [
      'an option within an option',
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandboxed: true } }),
      /'sandboxed'/,
    ],
    [
      'an option of another kind',
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: 'yes' } }),
      /sandbox/,
    ],
    ['a role of a menu', ({ Menu }) => Menu.buildFromTemplate([{ role: 'undoo' as 'undo' }]), /role/],
    [
      'an option of a dialog',
      ({ dialog }) => dialog.showMessageBox({ message: '', buttonns: [] }),
      /'buttonns'/,
    ],
    ['a dialog without its message', ({ dialog }) => dialog.showMessageBox({ buttons: [] }), /'message'/],
    [
      'a property of a dialog',
      ({ dialog }) => dialog.showOpenDialog({ properties: ['openFolder'] }),
      /properties/,
    ],
    [
      'a privilege',
      ({ protocol }) => protocol.registerSchemesAsPrivileged([{ scheme: 'a', privileges: { safe: true } }]),
      /'safe'/,
    ],
    ['too few arguments', ({ app }) => (app.setPath as (name: string) => void)('userData'), /too few/],
    ['too many', ({ app }) => (app.setPath as (...args: string[]) => void)('userData', 'a', 'b'), /too many/],
    [
      'an argument of another kind',
      ({ shell }) => (shell.openExternal as unknown as (url: number) => void)(7),
      /string/,
    ],
    [
      'something to set that can only be read',
      ({ nativeTheme }) => void (nativeTheme.shouldUseDarkColors = true),
      /shouldUseDarkColors/,
    ],
  ])('%s', async (_name, act, what) => {
    const stand = await electron()
    expect(() => act(stand)).toThrow(what)
    expect(stand.refusals).toHaveLength(1)
  })

  test('and what they know and the stand-in does not do is no silent nothing', async () => {
    const stand = await electron()
    expect(() => (stand.app as unknown as Loose).getVersion?.()).toThrow('does not do App.getVersion')
  })
})
