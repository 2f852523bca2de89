/** Disks that fsync one file slowly fsync several in the same time. */
const atOnce = 8

/** Does the work for all of them, some at a time; after a failure no other is begun, and it is thrown when all have ended. */
export async function several<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const rest = all.values()
  let failure: { error: unknown } | undefined
  const runner = async (): Promise<void> => {
    for (const each of rest) {
      if (failure) return
      await work(each).catch((error: unknown) => {
        failure ??= { error }
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runner))
  if (failure) throw failure.error
}
