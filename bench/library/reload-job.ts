// A kept index is read by a process that has done nothing else: `node reload-job.ts NAME FOLDER` writes how many milliseconds it took.
import { performance } from 'node:perf_hooks'
import { reloaders } from './searchers.ts'

const [name = '', scratch = ''] = process.argv.slice(2)
if (!Object.hasOwn(reloaders, name)) throw new Error(`nothing reads what ${name} keeps`)
const reload = await reloaders[name as keyof typeof reloaders](scratch)
const begin = performance.now()
await reload()
process.stdout.write(`${performance.now() - begin}\n`, () => process.exit(0))
