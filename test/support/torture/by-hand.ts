import { crashInBrowser } from '../crash-browser.ts'
import { crashOverApi } from '../crash-rig.ts'
import { soakInBrowser } from '../soak-browser.ts'
import { soakOverApi, type Soaked } from '../soak-rig.ts'
import { RoundFigures } from './figures.ts'
import type { HostSample } from './host-watch.ts'
import { isFileSystem, whyNoPowerCuts, type FileSystem } from './power.ts'

export interface Asked {
  rounds: number
  minutes: number
  seed: number
  isInBrowser: boolean
  /** Ends each round with a power cut, of a disk with this file system. */
  fileSystem: string | undefined
}
type Say = (line: string) => void

/** What `npm run torture` does; answers its exit code. */
export async function torture(asked: Asked, say: Say): Promise<number> {
  say(`seed ${asked.seed}`)
  if (asked.rounds === 0) return soak(asked, say)
  const { fileSystem } = asked
  if (fileSystem === undefined) return crash({ ...asked, fileSystem }, say)
  const why = isFileSystem(fileSystem) ? await whyNoPowerCuts(fileSystem) : 'nobody knows that file system'
  if (why !== undefined || !isFileSystem(fileSystem)) {
    say(`the power of ${fileSystem} cannot be cut, because ${why}`)
    return 2
  }
  return crash({ ...asked, fileSystem }, say)
}

/** Libraries that are tortured side by side. */
const sideBySide = 4

type Crashing = Asked & { fileSystem: FileSystem | undefined }
async function crash({ rounds, seed, isInBrowser, fileSystem }: Crashing, say: Say): Promise<number> {
  const begunAt = Date.now()
  const parts = Math.min(isInBrowser ? 2 : sideBySide, rounds)
  const current = Array.from({ length: parts }, () => new RoundFigures())
  let told = 0
  const progress = (): void => {
    const done = current.reduce((sum, figures) => sum + figures.rounds, 0)
    if (done < told + 20) return
    told = done
    const faults = current.flatMap((figures) => figures.faults)
    say(`${done} rounds, ${faults.length} broken promises, ${Math.round((Date.now() - begunAt) / 1000)} s`)
  }
  const work = current.map((_, part) =>
    (isInBrowser ? crashInBrowser : crashOverApi)({
      rounds: Math.floor(rounds / parts) + (part < rounds % parts ? 1 : 0),
      seed: seed + part,
      fileSystem,
      said: (figures) => {
        current[part] = figures
        progress()
      },
    }),
  )
  const total = new RoundFigures()
  for (const figures of await Promise.all(work)) total.add(figures)
  for (const fault of total.faults) say(fault)
  say(total.line())
  return total.faults.length === 0 ? 0 : 1
}

async function soak({ minutes, seed, isInBrowser }: Asked, say: Say): Promise<number> {
  const seconds = minutes * 60
  const everySeconds = Math.min(10, Math.max(1, seconds / 40))
  let lastSaid = -60
  const said = (sample: HostSample): void => {
    if (sample.second < lastSaid + 60) return
    lastSaid = sample.second
    say(lineOfSample(sample))
  }
  const soaked = await (isInBrowser ? soakInBrowser : soakOverApi)({ seconds, seed, everySeconds, said })
  const [, second = soaked.samples[0]] = soaked.samples
  const last = soaked.samples.at(-1)
  for (const sample of [second, last]) if (sample) say(lineOfSample(sample))
  say(summary(soaked))
  return soaked.isReadable && soaked.file === soaked.typed ? 0 : 1
}

const lineOfSample = (sample: HostSample): string =>
  Object.entries(sample)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

function summary({ samples, keys, file, typed, isReadable }: Soaked): string {
  const most = (of: (sample: HostSample) => number): number => Math.max(0, ...samples.map(of))
  const page = most((sample) => sample.pageMegabytes ?? 0)
  return [
    `${keys} keys`,
    `the file ${file === typed ? 'holds what was typed' : 'does NOT hold what was typed'}`,
    `the library ${isReadable ? 'can be read' : 'CANNOT be read'}`,
    `at most ${most((sample) => sample.rssMegabytes)} MB, ${most((sample) => sample.files)} files open, journal ${most((sample) => sample.journalBytes)} bytes`,
    ...(page > 0 ? [`page at most ${page} MB`] : []),
  ].join(', ')
}
