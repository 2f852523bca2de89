import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../../core/model/base64.ts'

test('bytes become what Node makes of them, and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(text)).toEqual(bytes)
    }),
  )
})

test.each(['A', 'AA', 'AAA', 'AA=A', '====', 'AAA*', 'AA A', 'AAAé', 'AAAA='])('%j is not base64', (text) => {
  expect(fromBase64(text)).toBeUndefined()
})
