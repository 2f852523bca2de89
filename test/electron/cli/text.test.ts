import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textTaskNames } from '../../../electron/cli/text-tasks.ts'
import { builtMidad, midad, midadJson, startMidad, testFolder } from '../../support/midad.ts'

const { folder, remove } = testFolder()
const library = join(folder, 'library')
beforeAll(builtMidad)
afterAll(() => {
  // No task has founded one, whatever the tests above asked.
  expect(existsSync(library)).toBe(false)
  remove()
})

const text = (args: string, input: string | Uint8Array) =>
  midad(['text', ...args.split(' '), '--library', library], { input })
const textJson = (args: string, input: string) =>
  midadJson(['text', ...args.split(' '), '--library', library], { input })

describe('midad text', () => {
  test.each([
    ['fold', 'الحكومةُ ۱۲ BBC', 'الحکومه 12 bbc'],
    ['fold --loose', 'هەولێر', 'ههولیر'],
    ['analyze', 'والحكومةُ، ١٢ كتاب', 'حكوم 12 كتاب'],
    ['analyze --language fa', 'کتاب\u200cها', 'كتاب ها'],
    ['analyze --language ckb', 'پیاوەکان', 'پیاو'],
    ['analyze --language kmr', 'Hikûmeta Kurdistanê', 'hikûmeta kurdistanê'],
    ['normalize', '«مدرسةٌ»', '«مدرسه»'],
    ['normalize --language ckb', '«ره\u200cش»', '«ڕەش»'],
    ['direction', 'قالت BBC', 'rtl'],
    ['direction', 'BBC World: قال', 'ltr'],
    ['direction', '2024', 'rtl'],
    ['direction --language en', '2024', 'ltr'],
    ['count', 'قال: «نعم» — ١٢٫٥ 😀', '3'],
    ['digits --digits arabext', '12 ١٢', '۱۲ ۱۲'],
    ['date', '2024-05-08', '8 أيار 2024'],
    ['date --style full --language ckb', '2024-05-08T23:59+03:00', 'چوارشەممە، ٨ی ئایاری ٢٠٢٤'],
    ['date --style short --digits arab', '2024-05-08', '٠٨/٠٥/٢٠٢٤'],
    ['date --calendar islamic-umalqura', '2024-05-08', '29 شوال 1445 هـ'],
    ['date --calendar persian --language fa', '2024-05-08', '۱۹ اردیبهشت ۱۴۰۳'],
    ['date --calendar kurdish --language kmr', '2024-03-20', '1ê Xakelêweya 2724an'],
  ])('%s of %s is %s', async (args, line, written) => {
    expect(await text(args, `${line}\n`)).toEqual({ code: 0, stdout: `${written}\n`, stderr: '' })
  })

  test.each(textTaskNames)('%s leaves an empty line empty and writes one line for each', async (name) => {
    const args = name === 'digits' ? 'digits --digits latn' : name
    const { code, stdout } = await text(args, '\n\r\n2024-05-08\r\n\n')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\n\n[^\r\n]+\n\n$/)
    expect((await text(args, '')).stdout).toBe('')
  })

  test('takes a BOM, a last line without its end, and bytes that are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('\ufeffA\n'), Buffer.from([0x62, 0xff, 0x63])])
    expect((await text('fold', bytes)).stdout).toBe('a\nb\ufffdc\n')
  })

  test('a letter that falls apart between two pieces of input is one letter', async () => {
    const line = 'ڕ'.repeat(200_001)
    expect((await text('normalize --language ckb', `x${line}\n`)).stdout).toBe(`x${line}\n`)
  })

  test.each(['fold', 'analyze', 'normalize', 'count'])('%s takes a line of 5 MB', async (name) => {
    const { code, stdout } = await text(name, `${'كتاب '.repeat(600_000)}\nb\n`)
    expect(code).toBe(0)
    expect(stdout.split('\n')).toHaveLength(3)
    expect(stdout.startsWith(name === 'count' ? '600000\n' : name === 'fold' ? 'کتاب' : 'كتاب')).toBe(true)
  })

  test('answers a line while the next is not yet there', async () => {
    const child = startMidad(['text', 'count'], { input: '' })
    const answered = new Promise<string>((resolve) =>
      child.stdout?.setEncoding('utf8').once('data', (answer: string) => resolve(answer)),
    )
    child.stdin?.write('one two\n')
    expect(await answered).toBe('2\n')
    child.stdin?.end()
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })

  test('ends quietly when nobody reads on', async () => {
    const child = startMidad(['text', 'fold'], { input: '' })
    let stderr = ''
    child.stderr?.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    const ended = new Promise((resolve) => child.on('close', resolve))
    child.stdout?.once('data', () => child.stdout?.destroy())
    child.stdin?.on('error', () => undefined).end('كتاب\n'.repeat(2_000_000))
    expect({ code: await ended, stderr }).toEqual({ code: 0, stderr: '' })
  })
})

describe('a line that is no date', () => {
  test('is left empty and named on stderr; the rest goes on, and the end is a failure', async () => {
    const { code, stdout, stderr } = await text('date', '2024-05-08\nhello\n2024-02-30\n2024-05-09\n')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '8 أيار 2024\n\n\n9 أيار 2024\n' })
    expect(stderr).toBe('midad: line 2: not an ISO 8601 date: hello; line 3: no such day: 2024-02-30\n')
  })

  test('is said in one short line, however many there are and whatever they hold', async () => {
    const { stderr } = await text('date', `\u001b[31m${'x'.repeat(1000)}\n`.repeat(50))
    expect(stderr).toMatch(/^midad: line 1: not an ISO 8601 date: \ufffd\[31mx+…; .*; and 40 more lines\n$/)
    expect(stderr.length).toBeLessThan(1200)
    expect(stderr).not.toContain('\u001b')
  })

  test('is null in the one document of --json', async () => {
    const { code, json, stderr } = await textJson('date --language en', '2024-05-08\n\nx\n')
    expect(code).toBe(1)
    expect(json).toEqual({
      task: 'date',
      language: 'en',
      lines: ['May 8, 2024', '', null],
      failed: [{ line: 3, code: 'bad-date', message: 'not an ISO 8601 date: x' }],
    })
    expect(stderr).toMatch(/^midad: line 3: [^\n]+\n$/)
  })
})

test('--json has the places of tokens, and of a count all that is counted', async () => {
  expect((await textJson('analyze', 'في الحُكومة\n\n')).json).toEqual({
    task: 'analyze',
    language: 'ar',
    lines: [
      [
        { term: 'في', from: 0, to: 2 },
        { term: 'حكوم', from: 3, to: 11 },
      ],
      [],
    ],
    failed: [],
  })
  expect((await textJson('count', 'قالَ نعم\n')).json).toMatchObject({
    lines: [{ words: 2, characters: 6, graphemes: 7 }],
  })
})

test('--help says each rule with its source', async () => {
  const { stdout } = await midad(['text', '--help'])
  for (const name of textTaskNames) {
    const [rule = ''] = stdout.split(`\n  ${name}: `).slice(1)
    expect(rule.split(/\n {2}\w/)[0], name).toContain('Source:')
  }
})
