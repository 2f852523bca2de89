import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callHost } from '../support/call-host.ts'
import { addressOf, builtMidad, checkout, runNode, testFolder } from '../support/midad.ts'

const program = join(checkout, 'tools/start.mjs')
let folder: string
let remove: () => void
beforeAll(builtMidad)
beforeEach(() => {
  ;({ folder, remove } = testFolder())
})
afterEach(() => remove())

function start(args: string[]) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, MIDAD_LIBRARY: _library, ...rest } = process.env
  const env = { ...rest, HOME: folder, USERPROFILE: folder }
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return addressOf(child).then((host) => ({ ...host, stderr: () => stderr }))
}

describe('npm start', () => {
  test('opens the library of the default place with samples the first time, and ends with 0 when it is told to', async () => {
    const host = await start(['--no-open'])
    try {
      expect(host.stderr()).toContain('midad: web host, address printed, because of --no-open\n')
      expect(host.stderr()).toContain('a new library with three sample articles')
      expect(await callHost(host.url, 'article.list', {})).toMatchObject({ value: { total: 3 } })
      await expect.poll(() => host.stdout()).toContain(`Midad is open at ${host.url.href}\n`)
    } finally {
      expect(await host.stop('SIGTERM')).toBe(0)
    }
  })

  test('passes on library, port, language and plain host, and adds no samples there', async () => {
    const library = join(folder, 'mine')
    const host = await start([
      '--library',
      library,
      '--port',
      '0',
      '--language',
      'ar',
      '--plain-host',
      '--host',
      'web',
    ])
    try {
      expect(host.url.hostname).toBe('127.0.0.1')
      expect(host.url.searchParams.get('language')).toBe('ar')
      expect(host.stderr()).toContain('because there is no display')
      expect(await callHost(host.url, 'article.list', {})).toMatchObject({ value: { total: 0 } })
      expect(existsSync(join(folder, 'Documents'))).toBe(false)
    } finally {
      expect(await host.stop('SIGINT')).toBe(0)
    }
  })

  test.skipIf(process.platform === 'win32')(
    'a host does not outlive the npm that started it (where there are parent processes)',
    async () => {
      const env = { ...process.env, HOME: folder, npm_lifecycle_event: 'start' }
      const script = `${process.execPath} ${program} --no-open --library ${join(folder, 'mine')}; true`
      const shell = spawn('sh', ['-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      const { url } = await addressOf(shell)
      expect(await callHost(url, 'article.list', {})).toMatchObject({ ok: true })
      shell.kill('SIGKILL')
      const isGone = () =>
        callHost(url, 'article.list', {}).then(
          () => false,
          () => true,
        )
      await expect.poll(isGone, { timeout: 10_000 }).toBe(true)
    },
  )

  test.each([
    ['an unknown option', ['--loud'], 'loud'],
    ['a host that there is not', ['--host', 'phone'], '--host is one of'],
    ['Electron, which is not there yet', ['--host', 'electron'], 'no Electron window yet'],
  ])('%s ends with 2 and one line', async (_name, args, words) => {
    const { code, stderr, stdout } = await runNode([program, ...args], { env: { HOME: folder } })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^midad: [^\n]+\n$/)
    expect(stderr).toContain(words)
  })

  test('--help names each of its options', async () => {
    const { code, stdout } = await runNode([program, '--help'])
    expect(code).toBe(0)
    for (const option of ['library', 'port', 'host', 'no-open', 'language', 'plain-host', 'help']) {
      expect(stdout).toContain(`--${option}`)
    }
  })

  test('needs nothing installed: it imports only Node and its own files', () => {
    for (const file of ['start', 'choose-host', 'steps', 'freshness', 'test', 'chromium']) {
      const text = readFileSync(join(checkout, `tools/${file}.mjs`), 'utf8')
      for (const [, from] of text.matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^(?:node:|\.\/)/)
    }
  })
})

test('.ci/run calls npm test and nothing else', () => {
  const lines = readFileSync(join(checkout, '.ci/run'), 'utf8').trim().split('\n')
  expect(lines[0]).toBe('#!/usr/bin/env bash')
  expect(lines[1]).toBe('set -euo pipefail')
  expect(lines.slice(2)).toEqual(['cd "$(dirname "${BASH_SOURCE[0]}")/.."', 'npm test'])
})
