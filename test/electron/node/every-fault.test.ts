import { afterAll, describe, test } from 'vitest'
import type { Fault } from '../../support/fault-fs.ts'
import { everyFault, planted } from '../../support/every-fault.ts'
import { operations } from '../../support/fault-operations.ts'

afterAll(() => console.log(`${planted.count} faults planted`))

const faults: Fault[] = ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EMFILE', 'EBUSY', 'EPERM', 'short']

describe.each(faults)('where the disk answers %s once, at any call', (fault) => {
  test.each(operations)(
    'of $name: old or new, nothing acknowledged is lost, a second try succeeds',
    (operation) => everyFault(operation, { name: fault, fault, lasts: 'once' }),
  )
})
