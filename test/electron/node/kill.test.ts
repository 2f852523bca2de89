import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import type { Article } from '../../../core/model/article.ts'
import { tempDesk } from '../../support/temp-library.ts'
import { textOfVersion } from '../../support/version-text.ts'

const writer = join(import.meta.dirname, '../../support/writer-process.ts')
const libraries = 3
const killsEach = 21

/** Lets a writer work for a while, kills it, and answers the last version it was told to be safe. */
async function killWhileSaving(folder: string, id: string): Promise<number> {
  const child = spawn(process.execPath, [writer, folder, id], { stdio: ['ignore', 'pipe', 'pipe'] })
  let problem = ''
  child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()))
  let acknowledged = -1
  let isTimed = false
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged = Number(line.split(' ')[1])
    if (!isTimed) setTimeout(() => child.kill('SIGKILL'), 5 + Math.random() * 295)
    isTimed = true
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  expect({ code, signal, problem: problem.slice(0, 2000) }).toMatchObject({ code: null, signal: 'SIGKILL' })
  return acknowledged
}

async function soak(): Promise<{ kills: number; versions: number }> {
  const { desk, folder, close } = await tempDesk()
  const { article } = await desk['article.create']({ headline: 'عنوان' })
  await close()
  const { id } = article
  const path = join(folder, 'articles', id, 'article.json')
  let versions = 0
  for (let kill = 0; kill < killsEach; kill += 1) {
    const acknowledged = await killWhileSaving(folder, id)
    const stored = JSON.parse(await readFile(path, 'utf8')) as Article
    expect(stored.revision).toBeGreaterThanOrEqual(acknowledged)
    expect(stored.revision).toBeLessThanOrEqual(acknowledged + 1)
    if (stored.revision > 0) expect(stored.body).toEqual(textOfVersion(stored.revision))
    versions = stored.revision
  }
  const again = await tempDesk({ folder, create: false })
  expect((await again.desk['library.verify']({})).problems).toEqual([])
  expect((await again.desk['article.list']({})).articles.map((row) => row.id)).toEqual([id])
  expect((await readdir(join(folder, 'articles', id))).filter((name) => name.endsWith('.tmp'))).toEqual([])
  return { kills: killsEach, versions }
}

// Node runs the writer's TypeScript itself.
const runsTypeScript = Boolean(process.features.typescript)
test.skipIf(!runsTypeScript)(
  `a process killed at any moment while it saves loses nothing that it called saved (${libraries * killsEach} kills)`,
  { timeout: 300_000 },
  async () => {
    const soaked = await Promise.all(Array.from({ length: libraries }, soak))
    for (const { versions } of soaked) expect(versions).toBeGreaterThan(0)
  },
)
