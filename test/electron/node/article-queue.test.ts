import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ArticleQueue } from '../../../electron/node/article-queue.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('while a write is under way the latest waits alone, and every caller is answered by one as new as its own', async () => {
  const written: number[] = []
  const opens: (() => void)[] = []
  const queue = new ArticleQueue<string, number>(async (_, value) => {
    await new Promise<void>((resolve) => opens.push(resolve))
    written.push(value)
  })
  const durableAt: number[][] = []
  const put = (value: number) =>
    queue.put('a', value).then(() => durableAt.push([value, written.at(-1) ?? 0]))
  const first = put(1)
  await turn()
  const rest = [put(2), put(3), put(4)]
  opens.shift()?.()
  await first
  await turn()
  opens.shift()?.()
  await Promise.all(rest)
  expect(written).toEqual([1, 4])
  expect(durableAt).toEqual([
    [1, 1],
    [2, 4],
    [3, 4],
    [4, 4],
  ])
})

test('a write that fails is told to all that waited for it, and the next one goes on', async () => {
  let fails = true
  const queue = new ArticleQueue<string, number>(async () => {
    await turn()
    if (fails) throw new Error('full')
  })
  const answers = await Promise.allSettled([queue.put('a', 1), queue.put('a', 2)])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  await expect(queue.put('a', 3)).resolves.toBeUndefined()
})

test('keys do not wait for each other', async () => {
  const queue = new ArticleQueue<string, number>(async (key) => {
    if (key === 'stuck') await new Promise(() => undefined)
  })
  void queue.put('stuck', 1)
  await expect(queue.put('free', 1)).resolves.toBeUndefined()
})

test('whatever the order of puts and tasks: never two at once, the last put is written last, tasks keep their place', async () => {
  const step = fc.constantFrom('put', 'task', 'wait')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      let atWork = 0
      let disk = 0
      const alone = async (work: () => void) => {
        atWork += 1
        expect(atWork).toBe(1)
        await turn()
        work()
        atWork -= 1
      }
      const queue = new ArticleQueue<string, number>((_, value) => alone(() => (disk = value)))
      const answers: Promise<unknown>[] = []
      for (const [index, name] of steps.entries()) {
        const version = index + 1
        if (name === 'wait') await turn()
        else if (name === 'put') {
          answers.push(queue.put('a', version).then(() => expect(disk).toBeGreaterThanOrEqual(version)))
        } else {
          const before = steps.slice(0, index).lastIndexOf('put') + 1
          answers.push(queue.run('a', () => alone(() => expect(disk).toBe(before))))
        }
      }
      await Promise.all(answers)
      await queue.idle()
      expect(disk).toBe(steps.lastIndexOf('put') + 1)
    }),
    { numRuns: 200 },
  )
})
