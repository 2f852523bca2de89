import { afterAll, test } from 'vitest'
import { everyFault, everyFaultInOpening, planted, type Mode } from '../../support/every-fault.ts'
import { openings, operations } from '../../support/fault-operations.ts'

afterAll(() => console.log(`${planted.count} faults planted`))

const crash: Mode = { name: 'a crash', fault: 'EIO', lasts: 'from-there', isCrash: true }
const full: Mode = { name: 'a full disk', fault: 'ENOSPC', lasts: 'from-there' }

const patient = { timeout: 180_000 }

// All operations at once, each in a library of its own: a disk is waited for more than it is worked on.
test.each([crash, full])(
  `$name from any call of ${operations.length} operations on: old or new, nothing acknowledged is lost, a second try succeeds`,
  patient,
  async (mode) => {
    await Promise.all(operations.map((operation) => everyFault(operation, mode)))
  },
)

/** One of each kind that storage tells apart: an error, a full disk, a file that is held, and the end. */
const kinds: Mode[] = [
  { name: 'EIO', fault: 'EIO', lasts: 'once' },
  { name: 'ENOSPC', fault: 'ENOSPC', lasts: 'once' },
  { name: 'EBUSY', fault: 'EBUSY', lasts: 'once' },
  crash,
]
test.each(kinds)(
  '$name at any call while a library is opened after a crash: nothing acknowledged is lost, and the next opening shows it',
  patient,
  async (mode) => {
    await Promise.all(openings.map((operation) => everyFaultInOpening(operation, mode)))
  },
)
