import { describe, expect, test } from 'vitest'
import { chooseHost, hasDisplay } from '../../tools/choose-host.mjs'

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

  test.each(['electron', 'web2', ''])('--host %j is refused in a sentence', (host) => {
    const { wrong } = chooseHost({ host, isOpenWished: true, hasDisplay: true })
    expect(wrong).toMatch(/^[^\n]{20,}$/)
  })
})

test('a display is asked for on Linux alone', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'darwin')).toBe(true)
})
