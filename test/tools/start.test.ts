import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fold } from '../../core/language/fold.ts'
import { nodeFlags } from '../../tools/small-memory.mjs'
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

function start(args: string[], more: Record<string, string> = {}) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, MIDAD_LIBRARY: _library, ...rest } = process.env
  const env = { ...rest, HOME: folder, USERPROFILE: folder, ...more }
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

  test.skipIf(process.platform !== 'linux')(
    'the host is started for little memory (where /proc tells)',
    async () => {
      const host = await start(['--no-open', '--library', join(folder, 'mine')])
      try {
        const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
        const at = (pid: string, file: string): string => {
          try {
            return readFileSync(join('/proc', pid, file), 'utf8')
          } catch {
            // It has ended, or is somebody else's.
            return ''
          }
        }
        const ours = all.filter((pid) => {
          const words = at(pid, 'cmdline').split('\0')
          return words.includes('serve') && words.includes(join(folder, 'mine'))
        })
        expect(ours).toHaveLength(1)
        expect(at(ours[0] ?? '', 'cmdline').split('\0')).toEqual(expect.arrayContaining(nodeFlags))
        expect(at(ours[0] ?? '', 'environ')).toContain('MALLOC_MMAP_THRESHOLD_=')
      } finally {
        await host.stop('SIGTERM')
      }
    },
  )

  test.skipIf(process.platform === 'win32')(
    'the command line runs by its own first line (where there are first lines)',
    () => {
      const midad = join(checkout, 'out/node/midad.js')
      chmodSync(midad, 0o755)
      const path = `${dirname(process.execPath)}:${process.env.PATH}`
      const ran = spawnSync(midad, ['text', 'fold'], {
        input: 'أربيل\n',
        env: { ...process.env, PATH: path },
        encoding: 'utf8',
      })
      expect([ran.status, ran.stdout.trim(), ran.stderr]).toEqual([0, fold('أربيل'), ''])
    },
  )

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
    ['Electron without a display', ['--host', 'electron'], 'there is no display'],
    ['Electron with only an address', ['--host', 'electron', '--no-open'], '--no-open'],
  ])('%s ends with 2 and one line', async (_name, args, words) => {
    const { code, stderr, stdout } = await runNode([program, ...args], { env: { HOME: folder } })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^midad: [^\n]+\n$/)
    expect(stderr).toContain(words)
  })

  describe.skipIf(process.platform === 'win32')(
    'with Electron (a stand-in of it that a shell can run)',
    () => {
      const withElectron = async (script: string, args: string[]) => {
        const electron = join(folder, 'electron')
        writeFileSync(electron, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
        const env = { HOME: folder, DISPLAY: ':99', MIDAD_ELECTRON: electron, ELECTRON_RUN_AS_NODE: '1' }
        return runNode([program, ...args], { env })
      }

      test('opens the window over this folder, with its options and without what would make a Node of it', async () => {
        const said = 'echo "$@" "[$ELECTRON_RUN_AS_NODE]"; pwd'
        const ended = await withElectron(said, ['--library', join(folder, 'mine'), '--language', 'ckb'])
        expect(ended.stderr).toBe(
          'midad: Electron window, because its program is there and there is a display\n',
        )
        expect(ended.stdout).toBe(`. --library ${join(folder, 'mine')} --language ckb []\n${checkout}\n`)
        expect(ended.code).toBe(0)
      })

      test('that was asked for and ends at once says so with its code', async () => {
        const ended = await withElectron('exit 7', ['--host', 'electron', '--library', join(folder, 'mine')])
        expect(ended.code).toBe(7)
      })

      test('that ends at once gives way to the web host', async () => {
        const electron = join(folder, 'electron')
        writeFileSync(electron, '#!/bin/sh\nexit 7\n', { mode: 0o755 })
        const opener = join(folder, 'xdg-open')
        writeFileSync(opener, '#!/bin/sh\n', { mode: 0o755 })
        const env = { DISPLAY: ':99', MIDAD_ELECTRON: electron, PATH: `${folder}:${process.env.PATH}` }
        const host = await start(['--library', join(folder, 'mine')], env)
        try {
          expect(host.stderr()).toContain('web host in the browser, because the Electron window ended')
          expect(await callHost(host.url, 'article.list', {})).toMatchObject({ ok: true })
        } finally {
          expect(await host.stop('SIGTERM')).toBe(0)
        }
      })

      test('that is named and not there is a reason for the browser', async () => {
        const env = { HOME: folder, DISPLAY: ':99', MIDAD_ELECTRON: join(folder, 'none') }
        const { code, stderr } = await runNode([program, '--host', 'electron'], { env })
        expect(code).toBe(1)
        expect(stderr).toMatch(/^midad: no Electron window, because MIDAD_ELECTRON names no file[^\n]*\n$/)
      })
    },
  )

  test('--help names each of its options', async () => {
    const { code, stdout } = await runNode([program, '--help'])
    expect(code).toBe(0)
    for (const option of ['library', 'port', 'host', 'no-open', 'language', 'plain-host', 'help']) {
      expect(stdout).toContain(`--${option}`)
    }
  })

  test('needs nothing installed: it imports only Node and its own files', () => {
    for (const file of ['start', 'choose-host', 'electron', 'steps', 'freshness', 'test', 'chromium']) {
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
