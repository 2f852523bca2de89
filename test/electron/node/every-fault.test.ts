import { afterAll, test } from 'vitest'
import type { Fault } from '../../support/fault-fs.ts'
import { everyFault, planted } from '../../support/every-fault.ts'
import { operations } from '../../support/fault-operations.ts'

afterAll(() => console.log(`${planted.count} faults planted`))

const faults: Fault[] = ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EMFILE', 'EBUSY', 'EPERM', 'short']

// All operations at once, each in a library of its own: a disk is waited for more than it is worked on.
test.each(faults)(
  `where the disk answers %s once, at any call of ${operations.length} operations: old or new, nothing acknowledged is lost, a second try succeeds`,
  { timeout: 180_000 },
  async (fault) => {
    const mode = { name: fault, fault, lasts: 'once' } as const
    await Promise.all(operations.map((operation) => everyFault(operation, mode)))
  },
)
