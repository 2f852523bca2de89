import type { DeskApi } from '../api/contract.ts'
import type { DeskRoom } from './room.ts'

type Verifying = Pick<DeskApi, 'library.verify'>

/** Looking at every file of the library. `ok` where nothing is wrong beyond hints, or all that was has been mended. */
export function verifyCalls(room: DeskRoom): Verifying {
  return {
    'library.verify': async ({ repair = false }) => {
      if (repair) room.requireWritable()
      const { articles, problems } = await room.ports.articles.verify(repair)
      const ok = problems.every(({ isMended, isHint }) => isMended === true || isHint === true)
      // Looking alone must change nothing, and reading a damaged article sets it aside.
      const touched = new Set(repair ? problems.flatMap(({ path }) => path.split('/')) : [])
      for (const { id } of room.ports.rows.all())
        if (touched.has(id)) await room.read(id).catch(() => undefined)
      // Set aside on the disk, in force here: they are written anew.
      if (repair && problems.some(({ code }) => code === 'damaged-settings'))
        await room.ports.settings.put(room.ports.settings.get())
      return { ok, articles, problems: problems.map(({ code, path, message }) => ({ code, path, message })) }
    },
  }
}
