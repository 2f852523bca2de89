import { methodNames, type DeskApi, type DeskMethodName } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'

/** The desk with a door that can be closed: what is inside finishes, nobody else comes in. */
export function closable(desk: DeskApi): { desk: DeskApi; close(): Promise<void> } {
  const inside = new Set<Promise<unknown>>()
  let isClosed = false
  const guarded = (name: DeskMethodName): [DeskMethodName, (input: never) => Promise<unknown>] => [
    name,
    async (input) => {
      if (isClosed) throw new DeskError('unreachable', 'the desk is closed')
      const answer: Promise<unknown> = desk[name](input)
      inside.add(answer)
      try {
        return await answer
      } finally {
        inside.delete(answer)
      }
    },
  ]
  return {
    desk: Object.fromEntries(methodNames.map(guarded)) as unknown as DeskApi,
    close: async () => {
      isClosed = true
      await Promise.allSettled(inside)
    },
  }
}
