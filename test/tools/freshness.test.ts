import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildStamp, whyBuild, whyInstall } from '../../tools/freshness.mjs'
import { whatIsWrongWithNode } from '../../tools/steps.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'midad-fresh-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Writes a file that was changed so many seconds after 2020. */
function file(path: string, second: number) {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), '')
  aged(path, second)
}
function aged(path: string, second: number) {
  const time = new Date(Date.UTC(2020, 0, 1, 0, 0, second))
  utimesSync(join(root, path), time, time)
}

describe('what is installed', () => {
  test('is nothing in a fresh clone', () => {
    file('package-lock.json', 1)
    expect(whyInstall(root)).toBe('nothing is installed yet')
  })

  test('is too old when the lock file is newer, and else will do', () => {
    file('package-lock.json', 1)
    file('node_modules/.package-lock.json', 2)
    expect(whyInstall(root)).toBeUndefined()
    file('package-lock.json', 3)
    expect(whyInstall(root)).toContain('package-lock.json is newer')
  })
})

describe('what is built', () => {
  beforeEach(() => {
    file('core/model/a.ts', 1)
    for (const folder of ['core/model', 'core']) aged(folder, 1)
  })

  test('is nothing in a fresh clone', () => {
    expect(whyBuild(root)).toBe('nothing is built yet')
  })

  test('will do while no source is newer', () => {
    file(buildStamp, 2)
    expect(whyBuild(root)).toBeUndefined()
  })

  test.each([
    ['a changed file', () => file('core/model/a.ts', 3)],
    ['a new package', () => file('package-lock.json', 3)],
    ['a file that was taken away', () => aged('core/model', 3)],
  ])('is too old after %s', (_name, change) => {
    file(buildStamp, 2)
    change()
    expect(whyBuild(root)).toContain('is newer than what is built')
  })
})

test('Node older than 20.19 is told so in a sentence', () => {
  expect(whatIsWrongWithNode('18.20.4')).toContain('Midad needs Node 20.19 or newer; this is 18.20.4')
  expect(whatIsWrongWithNode('20.18.9')).toBeDefined()
  expect(whatIsWrongWithNode('20.19.0')).toBeUndefined()
  expect(whatIsWrongWithNode('24.0.0')).toBeUndefined()
})
