// How the web host and the command line are started so that a library of fifty thousand stories takes less than 400 MB, also while all of
// it is read for the first time (docs/search.md). Plain JavaScript that Node 20.19 reads before anything is installed.

/** Young objects have little room: a hundred megabytes less. With less room still the first reading takes half as long again. */
export const nodeFlags = ['--max-semi-space-size=8']

/**
 * What a thread has let go of in large pieces goes back to the system at once (glibc, mallopt(3)): left to itself the C library keeps what
 * lay between smaller pieces, fifty megabytes. It means nothing to other systems.
 */
export const nodeEnvironment = { MALLOC_MMAP_THRESHOLD_: '262144' }

/** The first line of a program that starts so by itself. */
export const firstLine = `#!/usr/bin/env -S ${Object.entries(nodeEnvironment)
  .map(([name, value]) => `${name}=${value}`)
  .join(' ')} node ${nodeFlags.join(' ')}`
