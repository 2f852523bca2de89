import { afterAll, describe, test } from 'vitest'
import { everyFault, everyFaultInOpening, planted, type Mode } from '../../support/every-fault.ts'
import { openings, operations } from '../../support/fault-operations.ts'

afterAll(() => console.log(`${planted.count} faults planted`))

const crash: Mode = { name: 'a crash', fault: 'EIO', lasts: 'from-there', isCrash: true }
const full: Mode = { name: 'a full disk', fault: 'ENOSPC', lasts: 'from-there' }

describe.each([crash, full])('$name from any call on', (mode) => {
  test.each(operations)(
    'of $name: old or new, nothing acknowledged is lost, a second try succeeds',
    (operation) => everyFault(operation, mode),
  )
})

/** One of each kind that storage tells apart: an error, a full disk, a file that is held, and the end. */
const kinds: Mode[] = [
  { name: 'EIO', fault: 'EIO', lasts: 'once' },
  { name: 'ENOSPC', fault: 'ENOSPC', lasts: 'once' },
  { name: 'EBUSY', fault: 'EBUSY', lasts: 'once' },
  crash,
]
describe.each(kinds)('$name at any call while a library is opened', (mode) => {
  test.each(openings)('$name: nothing acknowledged is lost, and the next opening shows it', (operation) =>
    everyFaultInOpening(operation, mode),
  )
})
