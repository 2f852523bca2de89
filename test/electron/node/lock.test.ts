import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rename, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { acquireLock, type LibraryLock, type LockOptions } from '../../../electron/node/lock.ts'
import { listenAlone, socketName } from '../../../electron/node/lock-socket.ts'
import { FaultDisk } from '../../support/fault-fs.ts'
import { tempDesk, tempFolder } from '../../support/temp-library.ts'

async function acquire(library: string, options: LockOptions = {}): Promise<LibraryLock> {
  const lock = await acquireLock(library, options)
  onTestFinished(async () => {
    if (lock.held) await lock.release().catch(() => undefined)
  })
  return lock
}
const lockFile = (library: string) => join(library, 'lock.json')

/** A process that holds the library until it is killed. */
async function holder(library: string): Promise<ChildProcess> {
  const script = `
    import { acquireLock } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/node/lock.ts'))}
    const lock = await acquireLock(${JSON.stringify(library)})
    console.log(lock.held ? 'held' : 'refused')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  expect(line.toString().trim()).toBe('held')
  return child
}
const runsTypeScript = Boolean(process.features.typescript)

// 'darwin' stands for every system with a socket file in place of an abstract name.
describe.each(['linux', 'darwin'] as const)('the lock of a library on %s', (platform) => {
  test.skipIf(platform === 'linux' && process.platform !== 'linux')(
    'is held by one, and free when it is let go',
    async () => {
      const library = await tempFolder()
      const first = await acquire(library, { platform })
      expect(first).toMatchObject({ held: true, isTakenOver: false })
      expect(await acquire(library, { platform })).toMatchObject({
        held: false,
        reason: 'held',
        owner: { pid: process.pid },
      })
      expect(await acquire(await tempFolder(), { platform })).toMatchObject({ held: true })
      if (first.held) await first.release()
      expect(await acquire(library, { platform })).toMatchObject({ held: true, isTakenOver: false })
    },
  )
})

test('a socket file that a dead process left is replaced by one of many, however they meet', async () => {
  for (let round = 0; round < 40; round += 1) {
    const library = await tempFolder()
    const name = socketName(library, 'darwin')
    const dead = createServer()
    await new Promise<void>((resolve) => dead.listen(`${name}.dead`, resolve))
    // Under another name it outlives its listener, as it outlives a process that was killed.
    await rename(`${name}.dead`, name)
    await new Promise((resolve) => dead.close(resolve))
    const locks = await Promise.all(
      Array.from({ length: 6 }, async (_, at) => {
        await pause((at * round) / 40)
        return acquire(library, { platform: 'darwin' })
      }),
    )
    expect(locks.filter((lock) => lock.held)).toHaveLength(1)
    for (const lock of locks) if (lock.held) await lock.release()
  }
})

test('a socket that was replaced just after it was found dead is left to its new holder', async () => {
  const name = socketName(await tempFolder(), 'darwin')
  await writeFile(name, '')
  const holders: (Server | undefined)[] = []
  const isAlive = async () => {
    // The first answer is out of date as soon as it is given.
    if (holders.length > 0) return true
    holders.push(await listenAlone(name))
    return false
  }
  const late = await listenAlone(name, isAlive)
  const [holder] = holders
  onTestFinished(() => void holder?.close())
  onTestFinished(() => void late?.close())
  expect(holder).toBeDefined()
  expect(late).toBeUndefined()
})

test('the lock leaves lock.json only while it is held', async () => {
  const library = await tempFolder()
  const lock = await acquire(library, { host: 'here' })
  expect(JSON.parse(await readFile(lockFile(library), 'utf8'))).toMatchObject({
    host: 'here',
    pid: process.pid,
  })
  if (lock.held) await lock.release()
  await expect(readFile(lockFile(library))).rejects.toMatchObject({ code: 'ENOENT' })
})

test.skipIf(!runsTypeScript)(
  'a second process is refused; when the first is killed, it takes over',
  async () => {
    const library = await tempFolder()
    const child = await holder(library)
    expect(await acquire(library)).toMatchObject({ held: false, owner: { pid: child.pid } })
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await acquire(library)).toMatchObject({ held: true, isTakenOver: true })
  },
)

describe('a library held by another machine', () => {
  const now = Date.parse('2026-11-23T09:00:00Z')
  async function heldElsewhere(beatAgoMs: number): Promise<string> {
    const library = await tempFolder()
    const beatAt = new Date(now - beatAgoMs)
    const owner = { host: 'elsewhere', pid: 7, startedAt: beatAt, beatAt, nonce: 'theirs' }
    await writeFile(lockFile(library), JSON.stringify(owner))
    await utimes(lockFile(library), beatAt, beatAt)
    return library
  }
  const options = { now: () => now, host: 'here' }

  test('is refused while its heart beats', async () => {
    const lock = await acquire(await heldElsewhere(170_000), options)
    expect(lock).toMatchObject({ held: false, reason: 'held', owner: { host: 'elsewhere' } })
  })
  test('is refused while the file is young, whatever the other clock says', async () => {
    const library = await heldElsewhere(3_600_000)
    await utimes(lockFile(library), new Date(now), new Date(now))
    expect(await acquire(library, options)).toMatchObject({ held: false })
  })
  test('is taken over three minutes after the last beat', async () => {
    expect(await acquire(await heldElsewhere(181_000), options)).toMatchObject({
      held: true,
      isTakenOver: true,
    })
  })
  test('with a lock file that cannot be read is taken over: the socket is free', async () => {
    const library = await tempFolder()
    await writeFile(lockFile(library), 'not JSON')
    expect(await acquire(library, options)).toMatchObject({ held: true, isTakenOver: true })
  })
})

test("a folder that takes no files is nobody's to write, a full disk still is", async () => {
  const library = await tempFolder()
  const refusing = new FaultDisk({
    at: 1,
    fault: 'EROFS',
    lasts: 'from-there',
    counts: (call) => call === 'open wx',
  })
  expect(await acquire(library, { disk: refusing })).toMatchObject({ held: false, reason: 'unwritable' })
  const full = new FaultDisk({
    at: 1,
    fault: 'ENOSPC',
    lasts: 'from-there',
    counts: (call) => call === 'write',
  })
  expect(await acquire(library, { disk: full })).toMatchObject({ held: true })
})

test('a desk beside another one reads, says so, and refuses to write', async () => {
  const first = await tempDesk()
  const { article } = await first.desk['article.create']({ headline: 'عنوان' })
  const second = await tempDesk({ folder: first.folder })
  expect(second.library.readOnly).toBe(true)
  expect(await second.dispatch('desk.state', {})).toMatchObject({
    value: { readOnly: true, notices: [{ code: 'library-read-only', details: { pid: process.pid } }] },
  })
  expect(await second.dispatch('article.open', { id: article.id })).toMatchObject({
    value: { article: { id: article.id }, readOnly: { reason: 'library-locked' } },
  })
  const { id, language, status, fields, body, revision } = article
  const writes: [string, object][] = [
    ['article.create', {}],
    ['article.save', { id, language, status, fields, body, revision }],
    ['article.trash', { id }],
    ['trash.restore', { id }],
    ['article.import', { name: 'a.txt', base64: 'YQ==' }],
    ['media.add', { id, base64: 'YQ==' }],
    ['settings.change', { appearance: 'dark' }],
    ['library.verify', { repair: true }],
  ]
  for (const [name, input] of writes) {
    expect(await second.dispatch(name, input), name).toMatchObject({ error: { code: 'library-locked' } })
  }
  await expect(tempDesk({ folder: first.folder, requireWrite: true })).rejects.toMatchObject({
    code: 'library-locked',
    details: { pid: process.pid },
  })
  await first.close()
  expect((await tempDesk({ folder: first.folder })).library.readOnly).toBe(false)
})
