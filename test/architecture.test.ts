import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, describe, expect, test } from 'vitest'
import { rooms, rules } from './support/import-table.ts'
import { wholeWalks } from './support/whole-walks.ts'

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

/** Who goes through a story from end to end, and why that is not at each key, or costs nothing there. */
const walkers: Record<string, string> = {
  'editor/footnotes.ts: footnoteOrder': 'ids are cached by block; asked for where a footnote came or went',
  'editor/footnotes.ts: placeOfFootnote': 'a command; ids are cached by block',
  'editor/footnotes.ts: numbered': 'when a footnote or a source came or went; ids are cached by block',
  'editor/feature-commands.ts: countNotes': 'notes are cached by block, and counted when typing rests',
  'editor/feature-commands.ts: notePlaces': 'a command; notes are cached by block',
  'editor/isolation.ts: whole': 'when a story is opened, or its direction changed',
  'editor/landmarks.ts: inStory': 'the outline, when typing rests; landmarks are cached by block',
  'editor/story-body.ts: storyOf': 'for a save, when typing rests; blocks are cached by their node',
  'editor/story-body.ts: countStory': 'when typing rests; counts are cached by block',
  'editor/story-body.ts: documentOf': 'a story is checked when it is opened',
  'editor/story-editor.ts: replaceBody': 'a version is put back',
  'editor/story-texts.ts: storyTexts': 'a transform of the whole story, asked for by a person',
  'editor/painting/block-finder.ts: findingsIn': 'counts, when typing rests; findings are cached by block',
}

describe('nobody else goes through a whole story', () => {
  test('but those who are named with their reason', async () => {
    const files = (await readdir(join(checkout, 'renderer'), { recursive: true })).filter((path) =>
      /\.tsx?$/.test(path),
    )
    const found = new Set<string>()
    for (const path of files) {
      const file = path.replaceAll('\\', '/')
      const walks = wholeWalks(file, await readFile(join(checkout, 'renderer', path), 'utf8'))
      for (const { within } of walks) found.add(`${file}: ${within}`)
    }
    expect([...found].toSorted()).toEqual(Object.keys(walkers).toSorted())
  })

  test.each([
    'tr.doc.descendants(() => true)',
    'const { doc } = state; doc.nodesBetween(a, doc.content.size, look)',
    'const { doc: now } = tr; now.nodesBetween(0, now.content.size, look)',
    'const after = view.state.doc; const end = after.content.size; after.nodesBetween(from, end, look)',
    'state.doc.nodesBetween(0, state.doc.nodeSize - 2, look)',
    'doc.children.reduce((sum, block) => sum + block.nodeSize, 0)',
    'doc.children.forEach(look)',
    'state.doc.children.map(look)',
    'const { children } = state.doc; children.filter(look)',
    'const blocks = doc.content; blocks.forEach(look)',
    'for (const block of doc.children) look(block)',
    'for (const block of doc.content.content) look(block)',
    'const all = [...doc.children]',
    'Array.from(tr.doc.children, look)',
    'const length = doc.textContent.length',
    'const { state: { doc } } = view; doc.textContent',
    'doc.textBetween(0, doc.content.size)',
    '(state.doc as Node).textBetween(1, state.doc!.content.size, " ")',
    'doc.rangeHasMark(0, doc.content.size, bold)',
    'JSON.stringify(state.doc)',
    'state.doc.toJSON()',
    'state.doc.check()',
    'before.doc.content.findDiffStart(after.doc.content)',
    'decorate(state.doc, 0, state.doc.content.size)',
    'look({ from: 0, to: doc.content.size })',
  ])('a planted walk is found: %s', (code) => {
    const planted = `const plugin = { apply(tr, value, old, state) { ${code} } }`
    expect(wholeWalks('planted.ts', planted).map(({ within }) => within)).toContain('apply')
  })
  test.each([
    'doc.nodesBetween($from.pos, $to.pos, look)',
    'doc.nodesBetween(from, Math.min(to, doc.content.size), look)',
    'const place = doc.resolve(Math.min(at, doc.content.size))',
    'let from = doc.content.size; from = Math.max(0, from - 1)',
    'const last = doc.children.at(-1)',
    'block.children.forEach(look)',
    'block.textBetween(0, block.content.size)',
    'doc.textBetween(from, head)',
  ])('a look at a part of it is none: %s', (code) => {
    expect(wholeWalks('part.ts', code)).toEqual([])
  })
})
