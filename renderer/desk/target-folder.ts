import { useEffect, useState } from 'react'
import type { ExportFolder } from '../../core/api/bulk.ts'
import { useDesk } from './desk-context.tsx'

/** The folder that a destination had last on this computer; undefined where there is none, or where the host has no folders. */
export function useTargetFolder(target: string | undefined): string | undefined {
  const desk = useDesk()
  const [folders, setFolders] = useState<readonly ExportFolder[]>([])
  useEffect(() => {
    let isWanted = true
    desk.call('host.exportFolders', {}).then(
      (known) => isWanted && setFolders(known.folders),
      // Without it the folder is asked for, as for the first time.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [desk])
  return folders.find((each) => each.target === target)?.place
}
