import { join } from 'node:path'
import type { Disk } from '../../electron/node/disk.ts'
import { LibraryPaths } from '../../electron/node/library-folder.ts'
import { FaultDisk } from './fault-fs.ts'
import type { Scene } from './fault-operations.ts'
import { quickDisk, quickPlace } from './quick-disk.ts'
import { tempDesk, tempFolder, type TestDesk } from './temp-library.ts'

export interface FaultScene extends Scene {
  /** The library. What is kept elsewhere lies beside it. */
  folder: string
}

/** An open library in a new folder, on a disk with such a disk below it. */
export async function newScene(below: (root: string) => Disk = () => quickDisk): Promise<FaultScene> {
  const root = await tempFolder(quickPlace())
  const folder = join(root, 'library')
  const disk = new FaultDisk(undefined, below(root))
  let present: TestDesk | undefined
  const open = async () => {
    await present?.close()
    present = undefined
    present = await tempDesk({ folder, disk })
  }
  await open()
  return {
    folder,
    disk,
    paths: new LibraryPaths(folder),
    get desk() {
      if (!present) throw new Error('there is no desk')
      return present.desk
    },
    open,
    async crash() {
      const { plan } = disk
      disk.arm({ at: 1, fault: 'EIO', lasts: 'from-there' })
      await present?.close()
      present = undefined
      disk.arm(plan)
    },
  }
}
