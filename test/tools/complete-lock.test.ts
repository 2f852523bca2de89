import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { missingEntries } from '../../tools/complete-lock.mjs'
import { checkout } from '../support/midad.ts'

test('the lock file names every optional package, so that npm ci takes it on every system', () => {
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as { packages: object }
  expect(missingEntries(lock)).toEqual({})
})

test('a package that was left out gets the system that its name says', () => {
  const packages = {
    'node_modules/tool': {
      dev: true,
      optionalDependencies: {
        '@tool/linux-x64-musl': '1.0.0',
        '@tool/darwin-arm64': '1.0.0',
        '@tool/there': '1.0.0',
      },
    },
    'node_modules/@tool/there': {},
  }
  expect(missingEntries({ packages })).toEqual({
    'node_modules/@tool/linux-x64-musl': {
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/@tool/darwin-arm64': {
      version: '1.0.0',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    },
  })
  expect(() => missingEntries({ packages: { a: { optionalDependencies: { odd: '1' } } } })).toThrow(
    'which system',
  )
})
