import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { licences } from '../../tools/licences.mjs'
import { usualTargets, whyNoNetwork, withoutEmptySecrets, writeChecksums } from '../../tools/package.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midad-package-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function file(path: string, text: string) {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('a package that could not be made', () => {
  test.each([
    '⨯ getaddrinfo ENOTFOUND github.com  failedTask=build stackTrace=RequestError: getaddrinfo ENOTFOUND',
    'RequestError: connect ECONNREFUSED 127.0.0.1:9',
    'Error: socket hang up',
  ])('for want of a network is told in a sentence that says what to do: %s', (output) => {
    const why = whyNoNetwork(output, '45.4.1')
    expect(why).toContain('there is no network: Electron 45.4.1')
    expect(why).toContain('-c.electronDist=DIR')
  })

  test.each(['⨯ Invalid configuration object', 'ENOENT: no such file or directory', 'ENOSPC: no space left'])(
    'for another reason is not blamed on the network: %s',
    (output) => expect(whyNoNetwork(output, '45.4.1')).toBeUndefined(),
  )
})

describe('the installers that are made where nobody named any', () => {
  const has =
    (...programs: string[]) =>
    (program: string) =>
      programs.includes(program)

  test('are all of electron-builder.yml', () => {
    expect(usualTargets('linux', has('rpmbuild'))).toEqual({ targets: [] })
    expect(usualTargets('darwin', has())).toEqual({ targets: [] })
    expect(usualTargets('win32', has())).toEqual({ targets: [] })
  })

  test('leave the rpm out, and say so, where Linux has no rpmbuild', () => {
    const { targets, line } = usualTargets('linux', has('dpkg'))
    expect(targets).toEqual(['--linux', 'AppImage', 'deb'])
    expect(line).toContain('without rpm, because there is no rpmbuild')
  })
})

test('a secret that a workflow does not have is no secret; others and other empty variables stay', () => {
  expect(withoutEmptySecrets({ CSC_LINK: '', APPLE_ID: '', WIN_CSC_LINK: 'cert.pfx', DISPLAY: '' })).toEqual({
    WIN_CSC_LINK: 'cert.pfx',
    DISPLAY: '',
  })
})

describe('SHA256SUMS', () => {
  test('has one line an installer, as sha256sum reads it, and none for what lies beside', async () => {
    file('midad.deb', 'abc')
    file('midad.AppImage', '')
    file('builder-debug.yml', 'x')
    file('linux-unpacked/midad', 'x')
    await writeChecksums(folder)
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  midad.AppImage\n' +
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  midad.deb\n',
    )
  })

  test('is not written where there are no installers', async () => {
    file('linux-unpacked/midad', 'x')
    await writeChecksums(folder)
    await writeChecksums(join(folder, 'nowhere'))
    expect(() => readFileSync(join(folder, 'SHA256SUMS'))).toThrow('ENOENT')
  })
})

test('the licences name what ships, with the text of each, and no tool of ours', () => {
  file(
    'package-lock.json',
    JSON.stringify({
      packages: {
        '': { name: 'midad' },
        'node_modules/ink': {},
        'node_modules/pen': { dev: true },
        'node_modules/reed': {},
        'node_modules/for-another-system': { optional: true },
      },
    }),
  )
  file('node_modules/ink/package.json', JSON.stringify({ name: 'ink', version: '1.2.3', license: 'MIT' }))
  file('node_modules/ink/LICENSE.md', 'Do as you like with ink.\n')
  file('node_modules/pen/package.json', JSON.stringify({ name: 'pen', version: '1.0.0', license: 'MIT' }))
  file('node_modules/reed/package.json', JSON.stringify({ name: 'reed', version: '2.0.0', license: 'ISC' }))
  const text = licences(folder)
  expect(text).toContain('ink 1.2.3 (MIT)\n\nDo as you like with ink.')
  expect(text).toContain('reed 2.0.0 (ISC)')
  expect(text).not.toContain('pen')
})
