import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { formatOf } from '../../../core/export/registry.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { browserPrinter } from '../../../electron/node/browser-printer.ts'
import { createFontSource } from '../../../electron/node/fonts.ts'
import { installedBrowser } from '../../../electron/node/installed-browser.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { article, h, p } from '../../core/export/story.ts'
import { chromiumPath } from '../../support/chromium.ts'
import { tempFolder } from '../../support/temp-library.ts'

const page = new TextEncoder().encode(
  '<!DOCTYPE html><html lang="en"><head><title>T</title><style>p{color:red}</style></head><body><p>Words</p></body></html>',
)

/** A program in the place of a browser; it finds the path of the PDF in `$out` and the page in `$page`. */
async function fakeBrowser(script: string): Promise<{ program: string; folder: string; temp: string }> {
  const folder = await tempFolder()
  const temp = join(folder, 'temp')
  mkdirSync(temp)
  vi.stubEnv('TMPDIR', temp)
  onTestFinished(() => void vi.unstubAllEnvs())
  const program = join(folder, 'browser')
  const find = `for each in "$@"; do case "$each" in --print-to-pdf=*) out="\${each#--print-to-pdf=}";; file:*) page="\${each#file://}";; esac; done`
  writeFileSync(program, `#!/bin/sh\nfolder="${folder}"\necho "$@" > "$folder/asked"\n${find}\n${script}\n`)
  chmodSync(program, 0o755)
  return { program, folder, temp }
}

// oxlint-disable-next-line vitest/no-disabled-tests -- a test that is run where there are shell scripts
const onPosix = test.skipIf(process.platform === 'win32')

onPosix('what the browser prints is handed on, and nothing is left behind', async () => {
  const { program, folder, temp } = await fakeBrowser(
    `cp "$page" "$folder/page"; printf '%%PDF-1.4 words\\n%%%%EOF\\n' > "$out"`,
  )
  const bytes = await browserPrinter({ find: () => program }).print(page)
  expect(Buffer.from(bytes).toString()).toBe('%PDF-1.4 words\n%%EOF\n')
  expect(readdirSync(temp)).toEqual([])
  const asked = readFileSync(join(folder, 'asked'), 'utf8')
  expect(asked).toContain('--headless')
  expect(asked).toContain('--host-resolver-rules=MAP * ~NOTFOUND')
  expect(asked).toContain('--no-pdf-header-footer')
  expect(asked.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
  expect(readFileSync(join(folder, 'page'), 'utf8')).toContain('<style>\n@page{size:A4}p{color:red}</style>')
})

onPosix.each([
  { fault: 'writes nothing', script: 'exit 0' },
  { fault: 'fails', script: 'exit 3' },
  { fault: 'writes half of it', script: `printf '%%PDF-1.4 wor' > "$out"` },
  { fault: 'writes something else', script: `printf 'words %%%%EOF' > "$out"` },
])('a browser that $fault is "not-printed", and nothing is left behind', async ({ script }) => {
  const { program, temp } = await fakeBrowser(script)
  await expect(browserPrinter({ find: () => program }).print(page)).rejects.toMatchObject({
    code: 'not-printed',
  })
  expect(readdirSync(temp)).toEqual([])
})

onPosix('a browser that hangs is ended with all that it has started', async () => {
  const { program, folder, temp } = await fakeBrowser('')
  writeFileSync(program, `#!/bin/sh\nsleep 600 &\necho $! > "${folder}/child"\nwait\n`)
  const printing = browserPrinter({ find: () => program, hungMs: 400 }).print(page)
  await expect(printing).rejects.toMatchObject({ code: 'not-printed' })
  const child = Number(readFileSync(join(folder, 'child'), 'utf8'))
  const isThere = (): boolean => {
    // A process that has ended and that nobody has asked for yet is no process any more.
    const state = existsSync(`/proc/${child}/stat`) ? readFileSync(`/proc/${child}/stat`, 'utf8') : ') Z'
    return !/\) Z/.test(state)
  }
  await vi.waitFor(() => expect(isThere()).toBe(false))
  expect(readdirSync(temp)).toEqual([])
})

test('without a browser, or with one that cannot be started, it says so', async () => {
  const nowhere = join(await tempFolder(), 'not-here')
  await expect(browserPrinter({ find: () => undefined }).print(page)).rejects.toMatchObject({
    code: 'no-browser',
  })
  await expect(browserPrinter({ find: () => nowhere }).print(page)).rejects.toMatchObject({
    code: 'not-printed',
  })
})

onPosix('after one that failed the next is printed', async () => {
  const { program } = await fakeBrowser(
    `test -e "$folder/second" && printf '%%PDF-1.4\\n%%%%EOF' > "$out"; touch "$folder/second"`,
  )
  const printer = browserPrinter({ find: () => program })
  const [first, second] = await Promise.allSettled([printer.print(page), printer.print(page)])
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
})

test('MIDAD_CHROMIUM names the browser', async () => {
  const { program } = await fakeBrowser('')
  expect(installedBrowser({ MIDAD_CHROMIUM: program })).toBe(program)
})

const chromium = chromiumPath()
// oxlint-disable-next-line vitest/no-disabled-tests, vitest/valid-title -- where a browser is installed
const withChromium = test.skipIf(chromium === undefined)

const words: Record<string, { headline: string; heading: string; text: string }> = {
  ar: {
    headline: 'أمطار الخريف ترفع منسوب البحيرة',
    heading: 'عنوان فرعي',
    text: 'ارتفع منسوب المياه بحسب شركة Rivermark خلال أسبوع.',
  },
  ckb: {
    headline: 'بارانی پاییز ئاستی دەریاچەکە بەرز کردەوە',
    heading: 'سەرباس',
    text: 'ئاستی ئاو لە هەفتەیەکدا بەرز بووەوە.',
  },
  en: {
    headline: 'Autumn rain lifts the lake',
    heading: 'A heading',
    text: 'The water rose in a week, the firm said.',
  },
}
async function printed(language: string): Promise<Buffer> {
  const { headline = '', heading = '', text = '' } = words[language] ?? {}
  const fonts = createFontSource(join(import.meta.dirname, '../../../node_modules/@fontsource-variable'))
  const printer = browserPrinter({ find: () => chromium })
  const theme = shippedThemes[0]
  const written = await formatOf('pdf')?.write({
    article: article(
      language as LanguageCode,
      { headline, date: '2024-05-08T14:30+03:00' },
      p(text),
      h(2, heading),
      p(text),
    ),
    theme: theme as NonNullable<typeof theme>,
    now: 0,
    assets: {
      picture: async () => undefined,
      font: (family, letters) => fonts.subset(family, letters),
      print: (html) => printer.print(html),
    },
  })
  return Buffer.from(written?.bytes ?? [])
}
const hasPoppler = ['/usr/bin/pdftotext', '/opt/homebrew/bin/pdftotext', '/usr/local/bin/pdftotext'].some(
  (path) => existsSync(path),
)
const tool = async (name: string, bytes: Buffer, ...args: string[]): Promise<string> => {
  const file = join(await tempFolder(), 'printed.pdf')
  writeFileSync(file, bytes)
  return (await promisify(execFile)(name, [...args.slice(0, -1), file, ...args.slice(-1)].filter(Boolean)))
    .stdout
}

withChromium.each(Object.keys(words))(
  'a real browser prints the page in %s: tagged, titled, in its language, on A4',
  { timeout: 60_000 },
  async (language) => {
    const bytes = await printed(language)
    const raw = bytes.toString('latin1')
    expect(raw).toMatch(/\/MarkInfo\s*<<\/Type \/MarkInfo\s*\/Marked true|\/Marked true/)
    expect(raw).toMatch(new RegExp(`/Lang \\(${language}`))
    expect(raw).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/)
    expect(raw).toContain('/StructTreeRoot')
  },
)

test.skipIf(chromium === undefined || !hasPoppler).each(Object.keys(words))(
  'the words of the PDF can be read and copied in %s, and its fonts are inside',
  { timeout: 60_000 },
  async (language) => {
    const bytes = await printed(language)
    const { headline = '', text = '' } = words[language] ?? {}
    const info = await tool('pdfinfo', bytes, '')
    expect(info).toContain(headline)
    expect(info).toMatch(/Tagged:\s+yes/)
    // Marks of direction are the reader's own.
    const read = (await tool('pdftotext', bytes, '-')).replace(
      /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      '',
    )
    const letters = (some: string): string => some.normalize('NFKC').replace(/\s+/g, '')
    expect(letters(read)).toContain(letters(headline))
    expect(letters(read)).toContain(letters(text.split(' ').slice(0, 3).join('')))
    const fonts = (await tool('pdffonts', bytes, '')).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/ yes (?:yes|no ) yes +\d+ +\d+$/)
  },
)

withChromium('a page that would ask for something reaches nobody', { timeout: 60_000 }, async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await vi.waitFor(() => expect(server.listening).toBe(true))
  const { port } = server.address() as AddressInfo
  const asking = `<!DOCTYPE html><title>T</title><style>@import url(http://127.0.0.1:${port}/style)</style><img src="http://localhost:${port}/picture"><img src="http://127.0.0.1:${port}/again">`
  const bytes = await browserPrinter({ find: () => chromium }).print(new TextEncoder().encode(asking))
  expect(bytes.length).toBeGreaterThan(500)
  expect(asked).toEqual([])
})
