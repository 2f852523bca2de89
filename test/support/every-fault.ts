import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readArticleBytes } from '../../electron/node/article-bytes.ts'
import { readLines } from '../../electron/node/journal-lines.ts'
import { LibraryPaths } from '../../electron/node/library-folder.ts'
import { parseStrictly } from '../../electron/node/read-strictly.ts'
import { FaultDisk, type Fault, type Plan } from './fault-fs.ts'
import { openings, type Begun, type FaultOperation, type Scene } from './fault-operations.ts'
import { quickDisk, quickPlace } from './quick-disk.ts'
import { pathsUnder, tempDesk, tempFolder, type TestDesk } from './temp-library.ts'

/** How the disk fails. */
export interface Mode {
  name: string
  fault: Fault
  lasts: Plan['lasts']
  isCrash?: boolean
}
/** The index and the heartbeat are written by the clock: they would fail now here, now there. */
const counts = (_call: string, path: string) => !/index\.json|lock\.json/.test(path)
/** How many faults were planted so far. */
export const planted = { count: 0 }

async function newScene(): Promise<Scene & { folder: string }> {
  const folder = join(await tempFolder(quickPlace()), 'library')
  const disk = new FaultDisk(undefined, quickDisk)
  let present: TestDesk | undefined
  const open = async () => {
    await present?.close()
    present = undefined
    present = await tempDesk({ folder, disk })
  }
  await open()
  return {
    folder,
    disk,
    paths: new LibraryPaths(folder),
    get desk() {
      if (!present) throw new Error('there is no desk')
      return present.desk
    },
    open,
    async crash() {
      const { plan } = disk
      disk.arm({ at: 1, fault: 'EIO', lasts: 'from-there' })
      await present?.close()
      present = undefined
      disk.arm(plan)
    },
  }
}

/** All words that can be read again, of one article where one is named: JSON files as a whole, journals line by line. */
function readable(folder: string, id: string | undefined): string {
  const journals = ['library/journals', 'library-elsewhere', 'elsewhere']
  const places =
    id === undefined ? ['library/articles'] : [`library/articles/${id}`, `library/trash/${id}`, ...journals]
  const parts: string[] = []
  for (const place of places.map((each) => join(folder, '..', each)).filter(existsSync)) {
    for (const path of pathsUnder(place)) {
      const isMine = id === undefined || path.includes(id) || place.includes(id)
      if (!isMine && path.endsWith('.log')) continue
      const bytes = readFileSync(join(place, path))
      if (path.endsWith('.log')) parts.push(JSON.stringify(readLines(bytes).lines))
      else if (path.endsWith('.json') && parseStrictly(bytes).kind === 'json')
        parts.push(bytes.toString('utf8'))
    }
  }
  return parts.join('\n')
}

/** Every article is one of the two texts, whole, and in one place. */
function expectWhole({ paths }: Scene, { id, oldOrNew, written }: Begun, where: string): string {
  const ids = id === undefined ? readdirSync(paths.articles) : [id]
  let place = 'nowhere'
  for (const each of ids) {
    for (const root of ['articles', 'trash'] as const) {
      const path = join(paths.root, root, each, 'article.json')
      if (!existsSync(path)) continue
      const bytes = readFileSync(path)
      if (id !== undefined) expect(place, where).toBe('nowhere')
      place = root
      const text = bytes.toString('utf8')
      // The damaged file that is to be rebuilt lies there still.
      if (text.startsWith('تالف')) continue
      expect(readArticleBytes(parseStrictly(bytes)), where).toMatchObject({ kind: 'article' })
      if (id !== undefined)
        expect(
          [...oldOrNew, ...written].some((words) => text.includes(words)),
          where,
        ).toBe(true)
    }
  }
  return place
}

function expectFound(
  folder: string,
  { id, words }: { id: string | undefined; words: readonly string[] },
  where: string,
): void {
  if (words.length === 0) return
  const text = readable(folder, id)
  for (const each of words) expect(text.includes(each), `${where}: ${each}`).toBe(true)
}

const attempt = (run: () => Promise<unknown>) =>
  run().then(
    () => undefined,
    (thrown: unknown) => thrown as Error & { code?: string },
  )

/** Plants one fault in the n-th call of an operation and looks at what is left; answers whether there was such a call. */
async function tryOnce(made: Scene & { folder: string }, operation: FaultOperation, mode: Mode, at: number) {
  const where = `${operation.name}: ${mode.name} at call ${at}`
  const begun = await operation.begin(made, at)
  await made.disk.quiet()
  made.disk.arm({ at, fault: mode.fault, lasts: mode.lasts, counts })
  const error = await attempt(begun.run)
  await made.disk.quiet()
  const { fired } = made.disk
  const failing = made.disk.calls.at(-1)
  if (mode.isCrash) await made.crash()
  made.disk.arm(undefined)
  planted.count += fired > 0 ? 1 : 0
  if (fired > 0 && error !== undefined)
    expect(typeof error.code, `${where} (${failing}): ${error.message}`).toBe('string')
  const isOpening = openings.includes(operation)
  if (mode.isCrash && !isOpening) await made.open()
  expectWhole(made, begun, where)
  const done = error === undefined ? begun.written : []
  expectFound(made.folder, { id: begun.id, words: [...begun.acknowledged, ...done] }, where)

  const again = error === undefined && !mode.isCrash ? undefined : await attempt(begun.run)
  if (again && !operation.isDoneWith?.includes(again.code ?? ''))
    throw Object.assign(new Error(`${where}: a second try: ${again.message}`), { cause: again })
  const place = expectWhole(made, begun, where)
  if (begun.id !== undefined) expect(place, where).toBe(begun.endsIn)
  expectFound(made.folder, { id: begun.id, words: [...begun.acknowledged, ...begun.written] }, where)
  return fired > 0
}

/** What the faults have left is named, and repair takes away what is nobody's words. */
async function expectNamed({ desk, folder }: Scene & { folder: string }, where: string): Promise<void> {
  const temps = () => pathsUnder(folder).filter((path) => path.endsWith('.tmp'))
  const { problems } = await desk['library.verify']({})
  const named = problems.map(({ path }) => path)
  for (const temp of temps()) expect(named, where).toContain(temp)
  const codes = new Set(problems.map(({ code }) => code))
  for (const harmless of ['left-over', 'empty-folder', 'no-article', 'stray-journal']) codes.delete(harmless)
  expect([...codes], where).toEqual([])
  await desk['library.verify']({ repair: true })
  expect(temps(), where).toEqual([])
}

/** One operation, with a fault in its first call, then in its second, until it has no more. The library is one and the same. */
export async function everyFault(operation: FaultOperation, mode: Mode): Promise<void> {
  const made = await newScene()
  for (let at = 1; await tryOnce(made, operation, mode, at); at += 1);
  await expectNamed(made, `${operation.name}: ${mode.name}`)
}

/** The same for what happens while a library is opened: each time it is another. */
export async function everyFaultInOpening(operation: FaultOperation, mode: Mode): Promise<void> {
  for (let at = 1; ; at += 1) {
    const made = await newScene()
    const hasFired = await tryOnce(made, operation, mode, at)
    if (!hasFired || at % 10 === 0) await expectNamed(made, `${operation.name}: ${mode.name} at ${at}`)
    await made.crash()
    if (!hasFired) return
  }
}
