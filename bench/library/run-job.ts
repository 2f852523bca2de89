// A job in a process of its own: `node run-job.ts NAME FOLDER SIZE` writes its result as the last line, JSON.
import { hostingJobs } from './host-job.ts'
import { jobIds, type JobResult } from './job-results.ts'
import { libraryPlace } from './library-files.ts'
import { openingJobs } from './open-jobs.ts'
import { savingJobs } from './save-jobs.ts'
import { searchingJobs } from './search-jobs.ts'

const [name, folder = '', size = ''] = process.argv.slice(2)
const id = jobIds.find((each) => each === name)
if (!id) throw new Error(`there is no job ${name}`)
const jobs = { ...openingJobs, ...savingJobs, ...searchingJobs, ...hostingJobs }
const result: JobResult = await jobs[id](libraryPlace(folder, Number(size)))
process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0))
