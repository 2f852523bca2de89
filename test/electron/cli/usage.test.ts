import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commonOptions, splitCommand } from '../../../electron/cli/args.ts'
import { commands } from '../../../electron/cli/commands.ts'
import { firstLine } from '../../../tools/small-memory.mjs'
import { builtMidad, checkout, midad, midadJson } from '../../support/midad.ts'

let nowhere: string
beforeAll(async () => {
  nowhere = join(mkdtempSync(join(tmpdir(), 'midad-usage-')), 'library')
  await builtMidad()
})
afterAll(() => rmSync(join(nowhere, '..'), { recursive: true, force: true }))

const promised = ['new', 'import', 'list', 'search', 'show', 'export', 'formats', 'verify', 'serve'].concat(
  'backup',
  'restore',
  'text',
)
const packageFile = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as {
  version: string
  bin: { midad: string }
}

describe('--help', () => {
  test('names every command that is promised, and what every command takes', async () => {
    const { code, stdout, stderr } = await midad(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(commands.map(({ name }) => name).sort()).toEqual(promised.toSorted())
    for (const { name, summary } of commands) {
      expect(stdout).toContain(`  ${name}`)
      expect(stdout).toContain(summary)
    }
    for (const option of Object.keys(commonOptions)) expect(stdout).toContain(`--${option}`)
    expect(stdout).toContain('MIDAD_LIBRARY')
    expect(stdout).toContain('Exit codes: 0 done, 1 failed, 2 wrong usage.')
  })

  test.each(commands.map((command) => [command.name, command] as const))(
    'of %s names each of its options and the words that it takes',
    async (name, command) => {
      const { code, stdout } = await midad([name, '--help'])
      expect(code).toBe(0)
      expect(stdout).toContain(`Usage: midad ${[name, command.words].filter(Boolean).join(' ')}`)
      for (const [option, row] of Object.entries({ ...command.options, ...commonOptions })) {
        expect(stdout).toContain(`--${option}`)
        expect(stdout).toContain(row.summary)
        for (const choice of row.choices ?? []) expect(stdout).toContain(choice)
      }
    },
  )

  test('is one JSON document with --json', async () => {
    expect((await midadJson(['list', '--help'])).json).toEqual({
      help: expect.stringContaining('midad list') as string,
    })
  })
})

test('--version prints the version of package.json', async () => {
  expect((await midad(['--version'])).stdout).toBe(`${packageFile.version}\n`)
})

test('the command of package.json is the built one, and can be run as it is', () => {
  expect(packageFile.bin.midad).toBe('out/node/midad.js')
  const [first] = readFileSync(join(checkout, packageFile.bin.midad), 'utf8').split('\n', 1)
  expect(first).toBe(firstLine)
})

describe('wrong usage exits with 2 and one line', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['burn']],
    ['a command that comes later', ['check', 'x']],
    ['a name of every object', ['constructor']],
    ['an unknown option', ['list', '--loud']],
    ['an option of another command', ['list', '--headline', 'x']],
    ['an option without its value', ['list', '--limit']],
    ['a flag with a value', ['list', '--json=yes']],
    ['a word too many', ['list', 'all']],
    ['no file for the copy', ['backup']],
    ['two files for the copy', ['backup', 'a.zip', 'b.zip']],
    ['no copy to restore', ['restore']],
    ['a place that is a word', ['restore', 'a.zip', 'folder']],
    ['a word too few', ['show']],
    ['no file to import', ['import']],
    ['no words to search', ['search']],
    ['no article to export', ['export']],
    ['articles and all of them', ['export', 'x', '--all']],
    ['a format that there is not', ['export', '--all', '--format', 'scroll']],
    ['a language that there is not', ['new', '--language', 'tlh']],
    ['a status that there is not', ['list', '--status', 'lost']],
    ['a limit that is no number', ['list', '--limit', 'many']],
    ['a limit below nothing', ['list', '--limit=-1']],
    ['half a limit', ['search', 'x', '--limit', '1.5']],
    ['no task for a text', ['text']],
    ['a task that there is not', ['text', 'translate']],
    ['two tasks', ['text', 'fold', 'count']],
    ['digits without the style of digits', ['text', 'digits']],
    ['an option of another task', ['text', 'fold', '--style', 'long']],
    ['a style that a line does not take', ['text', 'date', '--style', 'classic']],
    ['a calendar that there is not', ['text', 'date', '--calendar', 'hebrew']],
    ['an empty library', ['list', '--library', '']],
    ['an interface language that there is not', ['serve', '--language', 'tlh']],
  ])('%s', async (_name, args) => {
    const where = args.includes('--library') ? [] : ['--library', nowhere]
    const plain = await midad([...args, ...where])
    expect(plain.code).toBe(2)
    expect(plain.stdout).toBe('')
    expect(plain.stderr).toMatch(/^midad: [^\n]+\n$/)
    const { code, json, stderr } = await midadJson([...args, ...where])
    expect(code).toBe(2)
    expect(json).toEqual({ error: { code: 'wrong-usage', message: expect.any(String) as string } })
    expect(stderr).toMatch(/^midad: [^\n]+\n$/)
  })
})

test('a failure shows no stack, and with --debug where it came from', async () => {
  const args = ['list', '--library', nowhere]
  expect((await midad(args)).stderr).not.toContain('    at ')
  expect((await midad([...args, '--debug'])).stderr).toContain('    at ')
})

test('common options may stand before the command', () => {
  expect(splitCommand(['--library', 'list', '--json', 'show', 'ID'])).toEqual({
    name: 'show',
    rest: ['--library', 'list', '--json', 'ID'],
  })
  expect(splitCommand(['--json'])).toEqual({ name: undefined, rest: ['--json'] })
})
