import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build, Platform } from 'electron-builder'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linuxSizes } from '../../tools/draw-icons.mjs'
import { layDummyElectron } from './dummy-electron.ts'

const checkout = join(import.meta.dirname, '../..')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'midad-linux-')))

/** What fpm would be told for a deb or an rpm, and the files that it would take in: path in the package -> text. */
interface PackagePlan {
  options: Map<string, string>
  files: Map<string, string>
  name: string
}
const plans = new Map<string, PackagePlan>()
/** The .desktop file inside the AppImage. */
let appImageDesktop = ''

function planOf(args: readonly string[]): PackagePlan {
  const files = new Map<string, string>()
  for (const [from = '', to = ''] of args
    .filter((each) => /^\/.*=\//.test(each))
    .map((each) => each.split('='))) {
    files.set(to, existsSync(from) && /\.(?:xml|desktop)$/.test(from) ? readFileSync(from, 'utf8') : '')
  }
  const options = new Map(
    args.flatMap((each, at) => (each.startsWith('--') ? [[each, args[at + 1] ?? '']] : [])),
  )
  return { options, files, name: basename(options.get('--package') ?? '') }
}

beforeAll(async () => {
  if (!existsSync(join(checkout, 'out/main/main.js'))) throw new Error('nothing is built: npm run build')
  await layDummyElectron(join(folder, 'electron'))
  const places = { electronDist: join(folder, 'electron'), directories: { output: join(folder, 'release') } }
  await build({
    projectDir: checkout,
    targets: Platform.LINUX.createTarget(['deb', 'rpm', 'AppImage']),
    config: { extends: join(checkout, 'electron-builder.yml'), ...places },
    // electron-builder asks here before it calls fpm and the like, which would be downloaded.
    effectiveOptionComputed: (computed: [string[], string] | { desktop: string }) => {
      if (Array.isArray(computed)) {
        const plan = planOf(computed[0])
        plans.set(plan.name.split('.').at(-1) ?? '', plan)
      } else appImageDesktop = computed.desktop
      return Promise.resolve(true)
    },
  })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plan = (kind: string): PackagePlan => {
  const found = plans.get(kind)
  if (!found) throw new Error(`no ${kind} among ${[...plans.keys()].join(', ')}`)
  return found
}

test('there is a deb, an rpm and an AppImage, and no name has a space', () => {
  const names = [...plans.values()].map(({ name }) => name).sort()
  expect(names).toEqual([
    expect.stringMatching(/^midad-\d+\.\d+\.\d+-linux-amd64\.deb$/),
    expect.stringMatching(/^midad-\d+\.\d+\.\d+-linux-x86_64\.rpm$/),
  ])
  expect(appImageDesktop).toContain('[Desktop Entry]')
})

test.each(['deb', 'rpm'])(
  'the %s brings the icon in each size, what an article is, and the desktop entry',
  (kind) => {
    const paths = [...plan(kind).files.keys()]
    expect(paths).toEqual(
      expect.arrayContaining([
        '/opt/Midad',
        ...linuxSizes.map((size) => `/usr/share/icons/hicolor/${size}x${size}/apps/midad.png`),
        '/usr/share/mime/packages/midad.xml',
        '/usr/share/applications/midad.desktop',
      ]),
    )
  },
)

test.each(['deb', 'rpm'])('the %s teaches the system that a .midad file is an article', (kind) => {
  const mime = plan(kind).files.get('/usr/share/mime/packages/midad.xml') ?? ''
  expect(mime).toContain('type="application/vnd.midad.article+json"')
  expect(mime).toContain('<glob pattern="*.midad"/>')
  expect(mime).toContain('<comment>Midad article</comment>')
})

test.each(['deb', 'rpm'])('the %s opens an article with Midad, under Office', (kind) => {
  const lines = (plan(kind).files.get('/usr/share/applications/midad.desktop') ?? '').split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'Name=Midad',
      'Name[ar]=مداد',
      // Paths and no addresses: the main process takes words that end as files do for paths.
      'Exec=/opt/Midad/midad %F',
      'Icon=midad',
      // As Electron names its window, by package.json's desktopName.
      'StartupWMClass=midad',
      expect.stringMatching(/^MimeType=(?=.*application\/vnd\.midad\.article\+json;)(?=.*text\/html;)/),
      'Categories=Office;',
    ]),
  )
})

test('the AppImage opens articles too, and keeps the sandbox', () => {
  expect(appImageDesktop).toMatch(/^Exec=AppRun +%U$/m)
  expect(appImageDesktop).toMatch(/^MimeType=.*application\/vnd\.midad\.article\+json;/m)
})

test.each(['deb', 'rpm'])('the %s names no person and no place', (kind) => {
  const { options } = plan(kind)
  expect(options.get('--maintainer')).toBe('Midad <midad@midad.example>')
  expect(options.get('--vendor')).toBe('Midad')
  expect(options.get('--url')).toBe('https://midad.example')
})
