import { run } from './run.ts'
import { tellFailure } from './failure.ts'

// What must not happen still ends in one line and not in a stack trace.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (thrown: unknown) => {
    process.stderr.write(`midad: ${tellFailure(thrown).message}\n`)
    if (process.argv.includes('--debug') && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n`)
    process.exit(1)
  })
}
// `midad list | head` closes our stdout early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  write: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
  input: () => process.stdin,
  error: (text) => void process.stderr.write(text),
  isWatched: process.stderr.isTTY,
})
