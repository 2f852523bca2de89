import { methodNames, type DeskApi, type DeskMethodName } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'

/** The desk with a door that can be closed: what is inside finishes, nobody else comes in. */
export function closable(desk: DeskApi) {
  const inside = new Set<Promise<unknown>>()
  let isClosed = false
  const guarded =
    <I, O>(call: (input: I) => Promise<O>) =>
    async (input: I): Promise<O> => {
      if (isClosed) throw new DeskError('unreachable', 'the desk is closed')
      const answer = call(input)
      inside.add(answer)
      try {
        return await answer
      } finally {
        inside.delete(answer)
      }
    }
  const calls = methodNames.map((name: DeskMethodName) => [name, guarded<never, unknown>(desk[name])])
  return {
    desk: Object.fromEntries(calls) as unknown as DeskApi,
    guarded,
    close: async () => {
      isClosed = true
      await Promise.allSettled(inside)
    },
  }
}
