/** Lets what is made side by side be put away in the order in which it was begun. */
export type PutInTurn = <M, P>(making: Promise<M>, put: (made: M) => Promise<P>) => Promise<P>

/**
 * Begins each `put` once those before it have begun theirs, and waits for none of them to end: names are then given in the order of the
 * articles, whichever thread is the faster. What could not be made is passed over. @throws what the making or the putting throws
 */
export function putInTurn(): PutInTurn {
  let before: Promise<unknown> = Promise.resolve()
  return async <M, P>(making: Promise<M>, put: (made: M) => Promise<P>): Promise<P> => {
    // It may fail before its turn, when nobody listens yet.
    making.catch(() => undefined)
    const begun = before.then(async () => ({ putting: put(await making) }))
    before = begun.catch(() => undefined)
    return (await begun).putting
  }
}
