import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, describe, expect, test } from 'vitest'
import { rooms, rules } from './support/import-table.ts'

const checkout = join(import.meta.dirname, '..')
const floors = ['core', 'electron', 'renderer']
const made: string[] = []
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true })
})

async function walls(baseDir: string): Promise<ICruiseResult> {
  const present = await readdir(baseDir)
  const { output } = await cruise(
    floors.filter((floor) => present.includes(floor)),
    {
      baseDir,
      ruleSet: { forbidden: [...rules] },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
    },
  )
  if (typeof output === 'string') throw new Error(output)
  return output
}

/** A small tree with these files, and the checkout's packages. */
async function planted(files: Record<string, string>): Promise<ICruiseResult> {
  const folder = await mkdtemp(join(tmpdir(), 'midad-walls-'))
  made.push(folder)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'))
  return walls(folder)
}
const broken = (result: ICruiseResult) =>
  result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)

describe('the house', () => {
  test('every import keeps to the table, and every file was seen', async () => {
    const result = await walls(checkout)
    expect(broken(result)).toEqual([])
    const seen = new Set(result.modules.map(({ source }) => source))
    const files = (
      await Promise.all(
        floors.map((floor) => readdir(join(checkout, floor), { recursive: true, withFileTypes: true })),
      )
    )
      .flat()
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length + 1))
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((file) => !seen.has(file))).toEqual([])
  })

  const empty = 'export const here = 1\n'
  test.each([
    ['core reaches for Node', { 'core/desk/a.ts': "import 'node:fs'\n" }, 'walls of core/desk'],
    ['core reaches for Electron', { 'core/model/a.ts': "import 'electron'\n" }, 'walls of core/model'],
    [
      'the model knows a language',
      { 'core/model/a.ts': "export * from '../language/b.ts'\n", 'core/language/b.ts': empty },
      'walls of core/model',
    ],
    [
      'a type crosses a wall',
      {
        'renderer/ui/a.ts':
          "import type { here } from '../../core/desk/b.ts'\nexport type Here = typeof here\n",
        'core/desk/b.ts': empty,
      },
      'walls of renderer/ui',
    ],
    [
      'the renderer imports the desk',
      { 'renderer/desk/a.ts': "import '../../core/desk/b.ts'\n", 'core/desk/b.ts': empty },
      'walls of renderer/desk',
    ],
    [
      'the renderer imports a format',
      { 'renderer/features/x/a.ts': "import '../../../core/export/b.ts'\n", 'core/export/b.ts': empty },
      'walls of renderer/features',
    ],
    [
      'two features meet behind the app',
      { 'renderer/features/x/a.ts': "import '../y/b.ts'\n", 'renderer/features/y/b.ts': empty },
      'features never import each other',
    ],
    [
      'the web host imports Electron',
      { 'electron/web/a.ts': "import 'electron'\n" },
      'walls of electron/web',
    ],
    ['a page package in core', { 'core/export/a.ts': "import 'react'\n" }, 'walls of core/export'],
    [
      'a room that is not in the table',
      { 'core/utils/a.ts': "import '../model/b.ts'\n", 'core/model/b.ts': empty },
      'every file stands in a room',
    ],
    [
      'a circle',
      {
        'core/model/a.ts': "import { b } from './b.ts'\nexport const a = b\n",
        'core/model/b.ts': "import { a } from './a.ts'\nexport const b = a\n",
      },
      'no circles',
    ],
  ])('a planted fault is found: %s', async (_fault, files, rule) => {
    expect(
      broken(await planted(files as unknown as Record<string, string>)).map((line) => line.split(': ')[0]),
    ).toContain(rule)
  })

  test('each room of the table stands on one of the three floors, once', () => {
    const paths = rooms.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    for (const path of paths) expect(floors).toContain(path.split('/')[0])
  })
})

/** Who goes through a story from end to end, and why that is not at each key. */
const walkers: Record<string, string> = {
  'renderer/editor/footnotes.ts': 'ids are cached by block, and asked for where a footnote came or went',
  'renderer/editor/feature-commands.ts':
    'notes are cached by block, and counted when typing rests or gone to by key',
  'renderer/editor/story-body.ts':
    'blocks are cached by their node; a whole check is made when a story is opened',
  'renderer/editor/painting/block-finder.ts':
    'blocks are cached by their node, and those near the eye come first',
}
const wholeWalk =
  /\bdoc\)?\.(?:content\.)?(?:descendants|forEach|textContent|toJSON|check|nodesBetween\(0|textBetween\(0)/

test('nobody else goes through a whole story', async () => {
  const files = (await readdir(join(checkout, 'renderer'), { recursive: true })).filter((path) =>
    /\.tsx?$/.test(path),
  )
  const found: string[] = []
  for (const path of files) {
    const file = `renderer/${path.replaceAll('\\', '/')}`
    if (wholeWalk.test(await readFile(join(checkout, file), 'utf8'))) found.push(file)
  }
  expect(found.toSorted()).toEqual(Object.keys(walkers).toSorted())
})
