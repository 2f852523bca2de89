import { statSync } from 'node:fs'
import type { ExportFolder } from '../../core/api/bulk.ts'
import { changeConfig, recallConfig } from './user-config.ts'

/** So many are remembered: those of libraries that are gone fall out. */
const mostFolders = 60

/**
 * The folders that targets have had, on this computer. They lie in this person's own Midad and not in the library, which may be read on
 * another computer; a path is never taken from a page.
 */
export const foldersOfTargets = (): ExportFolder[] => recallConfig().exportFolders ?? []

/** The folder that this target had last; undefined where there is none any more. */
export function folderOf(target: string): string | undefined {
  const place = foldersOfTargets().find((each) => each.target === target)?.place
  return place !== undefined && statSync(place, { throwIfNoEntry: false })?.isDirectory() ? place : undefined
}

export const noteFolder = (target: string, place: string): Promise<void> =>
  changeConfig((config) => ({
    ...config,
    exportFolders: [
      { target, place },
      ...(config.exportFolders ?? []).filter((each) => each.target !== target),
    ].slice(0, mostFolders),
  }))
