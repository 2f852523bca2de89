import type { DeskApi } from '../api/contract.ts'
import { infoOf } from '../export/format-info.ts'
import { formats } from '../export/registry.ts'
import { Lines } from './lines.ts'
import type { DeskRoom } from './room.ts'
import { themeList } from './themes.ts'

type Settings = Pick<DeskApi, 'desk.state' | 'settings.change'>

/** What a window needs to know first, and what its user may set. */
export function settingsCalls(room: DeskRoom): Settings {
  const { ports } = room
  const line = new Lines<'settings'>()
  return {
    'desk.state': async () => ({
      library: ports.library.path,
      host: ports.host,
      version: ports.library.version,
      readOnly: ports.library.readOnly,
      settings: ports.settings.get(),
      formats: formats.map(infoOf),
      themes: themeList(ports),
      notices: [...ports.library.notices],
    }),
    // One after the other: a change made while another is written must be made to what that leaves.
    'settings.change': async (change) =>
      line.run('settings', async () => {
        room.requireWritable()
        const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
        const settings = { ...ports.settings.get(), ...set }
        await ports.settings.put(settings)
        ports.tell({ name: 'settings.changed', data: settings })
        return settings
      }),
  }
}
