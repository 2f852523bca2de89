import { spawnSync } from 'node:child_process'

// Node cannot say POSIX_FADV_DONTNEED. What was not written to the disk yet would stay, so it is synced before.
const program = `
import os, sys
for top in sys.argv[1:]:
    found = [top] if os.path.isfile(top) else [os.path.join(at, name) for at, _, names in os.walk(top) for name in names]
    for path in found:
        file = os.open(path, os.O_RDONLY)
        os.fdatasync(file)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)
`

/**
 * Has the system forget what it holds of these files and folders, so that they are read from the disk again; their
 * names stay known to it. False where that cannot be done (no Python 3, or no Linux): then nothing is cold.
 */
export function evict(...paths: string[]): boolean {
  if (process.platform !== 'linux') return false
  return spawnSync('python3', ['-c', program, ...paths], { stdio: 'ignore' }).status === 0
}
