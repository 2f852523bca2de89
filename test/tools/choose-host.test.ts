import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseHost, hasDisplay } from '../../tools/choose-host.mjs'
import { findElectron, whyNever } from '../../tools/electron.mjs'
import { lay, tempFolder } from '../support/temp-library.ts'

describe('npm start says which way it opens Midad, and why', () => {
  test.each([
    [{ isOpenWished: true, hasDisplay: true }, true, 'web host in the browser, because'],
    [{ isOpenWished: true, hasDisplay: true, host: 'web' }, true, 'because of --host web'],
    [
      { isOpenWished: true, hasDisplay: false },
      false,
      'web host, address printed, because there is no display',
    ],
    [{ isOpenWished: false, hasDisplay: true }, false, 'web host, address printed, because of --no-open'],
  ])('%j', (wish, opensBrowser, words) => {
    const choice = chooseHost({ host: undefined, ...wish })
    expect(choice).toMatchObject({ opensBrowser })
    expect(choice.line).toContain(words)
    expect(choice.line).not.toContain('\n')
  })

  test.each(['web2', ''])('--host %j is refused in a sentence', (host) => {
    const { wrong } = chooseHost({ host, isOpenWished: true, hasDisplay: true })
    expect(wrong).toMatch(/^[^\n]{20,}$/)
  })
})

describe('the Electron window', () => {
  const electron = { program: '/electron' }
  const usual = { host: undefined, isOpenWished: true, hasDisplay: true, electron }

  test('is opened where its program is there and there is a display', () => {
    expect(chooseHost(usual)).toEqual({
      opensWindow: true,
      opensBrowser: false,
      line: 'Electron window, because its program is there and there is a display',
    })
    expect(chooseHost({ ...usual, host: 'electron' })).toMatchObject({ opensWindow: true })
  })

  test.each([
    ['there is no display', { hasDisplay: false }, 'because there is no display'],
    ['only the address is wished for', { isOpenWished: false }, 'because of --no-open'],
    ['the web host is asked for', { host: 'web' }, 'because of --host web'],
    ['an option of the web host is given', { webOption: 'port' }, 'because of --port'],
    ['its program cannot be had', { electron: { why: 'it rains' } }, 'because it rains'],
  ])('gives way to the web host where %s', (_name, change, words) => {
    const choice = chooseHost({ ...usual, ...change })
    expect(choice.opensWindow).toBeFalsy()
    expect(choice.line).toMatch(/^web host/)
    expect(choice.line).toContain(words)
  })

  test.each([
    ['there is no display', { hasDisplay: false }],
    ['only an address is wished for', { isOpenWished: false }],
    ['its program cannot be had', { electron: { why: 'it rains' } }],
  ])('that was asked for by name is refused in a sentence where %s', (_name, change) => {
    expect(chooseHost({ ...usual, host: 'electron', ...change }).wrong).toMatch(/^[^\n]{20,}$/)
  })

  test('is looked for only where the answer depends on it', () => {
    const asks = (change: object) =>
      chooseHost({ ...usual, electron: undefined, ...change }).asksForElectron ?? false
    expect(asks({})).toBe(true)
    expect(asks({ host: 'electron' })).toBe(true)
    for (const change of [
      { host: 'web' },
      { hasDisplay: false },
      { isOpenWished: false },
      { webOption: 'port' },
    ]) {
      expect(asks(change)).toBe(false)
    }
  })

  test('does not run as root, whose sandbox Chromium refuses', () => {
    expect(whyNever('linux', 0)).toMatch(/root/)
    expect(whyNever('linux', 1000)).toBeUndefined()
    expect(whyNever('win32', undefined)).toBeUndefined()
  })

  test('is found where its package says, and not where that file is gone', async () => {
    const folder = await tempFolder()
    expect(findElectron(folder)).toBeUndefined()
    await lay(join(folder, 'path.txt'), 'electron')
    expect(findElectron(folder)).toBeUndefined()
    await lay(join(folder, 'dist/electron'), '')
    expect(findElectron(folder)).toBe(join(folder, 'dist/electron'))
  })
})

test('a display is asked for on Linux alone', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'darwin')).toBe(true)
})
