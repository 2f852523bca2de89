import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { extractAll } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packWebp } from '../support/packed-pictures.ts'
import { archiveFaults, filesIn } from './archive-faults.ts'
import { layDummyElectron } from './dummy-electron.ts'
import { packOffline } from './offline.ts'

const checkout = join(import.meta.dirname, '../..')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'midad-package-')))
const program = join(folder, 'release/linux-unpacked')
const resources = join(program, 'resources')
const archive = join(resources, 'app.asar')
/** The archive unpacked, far from the checkout's node_modules. */
const unpacked = join(folder, 'unpacked')

beforeAll(async () => {
  await layDummyElectron(join(folder, 'electron'))
  await packOffline('--linux', folder)
  extractAll(archive, unpacked)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const packaged = (path: string) => readFileSync(join(unpacked, path), 'utf8')
const packageFile = () => JSON.parse(packaged('package.json')) as Record<string, unknown>
const allCode = async (under: string) =>
  (await filesIn(unpacked))
    .filter((file) => file.startsWith(under) && file.endsWith('js'))
    .map(packaged)
    .join('\n')

describe('the archive of the packaged program', () => {
  test('holds only what runs, and everything that what runs asks for', async () => {
    expect(await archiveFaults(unpacked)).toEqual([])
    const files = await filesIn(unpacked)
    const bytes = files.map((file) => statSync(join(unpacked, file)).size)
    const size = (bytes.reduce((sum, each) => sum + each, 0) / 1e6).toFixed(1)
    process.stdout.write(`app.asar: ${files.length} files, ${size} MB\n`)
  })

  test('starts from a file that is in it, and says what it is', () => {
    const { main, version, type, devDependencies, scripts, desktopName } = packageFile()
    expect(main).toBe('out/main/main.js')
    expect(packaged(String(main))).toContain('electron')
    expect(packaged('out/preload/preload.cjs')).toContain('electron')
    expect(version).toBe(
      (JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }).version,
    )
    expect({ type, devDependencies, scripts, desktopName }).toEqual({
      type: 'module',
      desktopName: 'midad.desktop',
    })
  })

  test.each(['ar', 'en', 'en-gb', 'fa'])(
    'has the dictionary of %s, and says by whom it is',
    async (language) => {
      const files = await filesIn(unpacked)
      for (const ending of ['aff.gz', 'dic.gz', 'licence.txt'])
        expect(files).toContain(`out/renderer/dictionaries/${language}.${ending}`)
      expect(files.filter((file) => file.endsWith('.wasm') && file.includes('hunspell'))).toHaveLength(1)
    },
  )

  const locales = readdirSync(join(checkout, 'assets/locales')).map((name) => name.replace('.json', ''))
  test.each(locales)('speaks %s, in the page and in the main process', async (locale) => {
    const words = JSON.parse(readFileSync(join(checkout, `assets/locales/${locale}.json`), 'utf8')) as Record<
      string,
      string
    >
    const [longest = ''] = Object.values(words)
      .filter((text) => !/["'\\`\n]/.test(text))
      .sort((one, other) => other.length - one.length)
    expect(longest.length).toBeGreaterThan(20)
    expect(await allCode('out/renderer/')).toContain(longest)
    expect(await allCode('out/main/')).toContain(longest)
  })

  test.each(readdirSync(join(checkout, 'assets/themes')))('has the house theme %s', async (name) => {
    const { id } = JSON.parse(readFileSync(join(checkout, 'assets/themes', name), 'utf8')) as { id: string }
    expect(await allCode('out/main/')).toMatch(new RegExp(`\\bid"?: "${id}"`))
  })

  test('draws by itself: letters, scaling and drawing find their WebAssembly', async () => {
    const thread = new Worker(join(unpacked, 'out/main/darkroom-worker.js'), {
      workerData: join(unpacked, 'out/fonts'),
    })
    const ask = (question: object) =>
      new Promise((resolve, reject) => {
        thread.once('message', resolve)
        thread.once('error', reject)
        thread.postMessage(question)
      })
    try {
      const lettering = { text: 'مداد', isRightToLeft: true, families: ['kufi'], weight: 700 }
      const [outline] = (await ask({ kind: 'outline', letterings: [lettering] })) as { path: string }[]
      expect(outline?.path).toMatch(/^M/)
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h9v9z"/></svg>'
      const png = (await ask({ kind: 'raster', svg })) as Uint8Array
      const wish = { width: 20 }
      expect(await ask({ kind: 'scale', bytes: png, wish })).toMatchObject({ width: 20, height: 15 })
      const jpeg = readFileSync(join(checkout, 'assets/samples/ferry.jpg'))
      expect(await ask({ kind: 'scale', bytes: new Uint8Array(jpeg), wish })).toMatchObject({
        mime: 'image/jpeg',
      })
      const pixels = { data: new Uint8Array(64 * 32 * 4).fill(255), width: 64, height: 32 }
      const webp = { kind: 'scale', bytes: await packWebp(pixels), wish }
      expect(await ask(webp)).toMatchObject({ mime: 'image/jpeg', width: 20, height: 10 })
    } finally {
      await thread.terminate()
    }
  })

  test('cuts letters by itself: fonts, WebAssembly and the thread are all in it', async () => {
    const thread = new Worker(join(unpacked, 'out/main/font-worker.js'), {
      workerData: join(unpacked, 'out/fonts'),
    })
    try {
      thread.postMessage({ id: 1, family: 'naskh', text: 'مداد' })
      const answer = await new Promise<{ faces: { bytes: Uint8Array }[] }>((resolve, reject) => {
        thread.once('message', resolve)
        thread.once('error', reject)
      })
      expect(answer.faces.map(({ bytes }) => Buffer.from(bytes).toString('latin1', 0, 4))).toEqual(['wOF2'])
    } finally {
      await thread.terminate()
    }
  })
})

test('planted faults are found, each of them and no other', async () => {
  const copy = join(folder, 'planted')
  cpSync(unpacked, copy, { recursive: true })
  const append = (path: string, text: string) => appendFileSync(join(copy, path), `\n${text}\n`)
  const add = (path: string) => writeFileSync(join(copy, path), '')
  const remove = (path: string) => rmSync(join(copy, path))

  append('out/main/theme.js', "import 'zod'")
  append('out/main/theme.js', "export * from './gone.js'")
  append('out/main/theme.js', "const later = () => import('./later.js')")
  append('out/main/theme.js', "const file = new URL('./no.wasm', import.meta.url)")
  append('out/preload/preload.cjs', "require('lowdb')")
  append('out/renderer/index.html', '<script src="/assets/gone.js"></script>')
  append('node_modules/p-limit/index.js', "require.resolve('yocto-queue/gone.wasm')")
  remove('node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm')
  remove('node_modules/wawoff2/decompress.js')
  remove('out/main/font-worker.js')
  add('out/main/main.ts')
  add('out/renderer/assets/index.js.map')
  add('out/node.js')
  add('node_modules/pako/lib/README.md')
  add('node_modules/pako/lib/native.node')
  add('NOTES')

  expect(await archiveFaults(copy)).toEqual([
    'NOTES is a stray',
    'node_modules/pako/lib/README.md is a stray',
    'node_modules/pako/lib/native.node is a stray',
    'out/main/main.ts is a stray',
    'out/node.js is a stray',
    'out/renderer/assets/index.js.map is a stray',
    'node_modules/p-limit/index.js asks for yocto-queue/gone.wasm, which is not there',
    'node_modules/subset-font/index.js asks for harfbuzzjs/dist/harfbuzz-subset.wasm, which is not there',
    'node_modules/wawoff2/index.js asks for ./decompress, which is not there',
    'out/main/main.js asks for ./font-worker.ts or ./font-worker.js, which is not there',
    'out/main/theme.js asks for zod, which is not there',
    'out/main/theme.js asks for ./gone.js, which is not there',
    'out/main/theme.js asks for ./later.js, which is not there',
    'out/main/theme.js asks for ./no.wasm, which is not there',
    'out/preload/preload.cjs asks for lowdb, which is not there',
    'out/renderer/index.html asks for /assets/gone.js, which is not there',
  ])
})

describe('the packaged program', () => {
  test('has its fuses blown as electron-builder.yml says', async () => {
    const wire = await getCurrentFuseWire(join(program, 'midad'))
    const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      archiveIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyArchive: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspect: false,
      archiveIntegrity: true,
      onlyArchive: true,
      fileProtocol: false,
    })
    // The dummy came as Electron comes, so each of these was changed.
    const shipped = await getCurrentFuseWire(join(folder, 'electron/electron'))
    expect(shipped[FuseV1Options.RunAsNode]).toBe(FuseState.ENABLE)
  })

  test('keeps of Chromium the words of our languages', () => {
    expect(readdirSync(join(program, 'locales')).sort()).toEqual(
      ['ar', 'en-US', 'fa', 'he', 'tr', 'ur'].map((locale) => `${locale}.pak`),
    )
  })

  test('brings the licences of what it is made of', () => {
    const text = readFileSync(join(resources, 'licences.txt'), 'utf8')
    const { dependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const unnamed = Object.entries(dependencies).filter(
      ([name, version]) => !text.includes(`${name} ${version} (`),
    )
    expect(unnamed).toEqual([])
    expect(text).not.toMatch(/^electron-builder /m)
    expect(readdirSync(program)).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    )
  })

  test('has nothing beside the archive that would run', () => {
    expect(readdirSync(resources).sort()).toEqual(['app.asar', 'licences.txt'])
  })
})
