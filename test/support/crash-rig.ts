import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Input, MethodName, OpenArticle, Output } from '../../core/api/contract.ts'
import type { Article } from '../../core/model/article.ts'
import type { Carrier } from '../../renderer/desk/client.ts'
import { midadJson } from './midad.ts'
import { diceOf, type Dice } from './torture/chance.ts'
import { Clerk } from './torture/clerk.ts'
import { RoundFigures } from './torture/figures.ts'
import {
  killWhileStarting,
  startHostProcess,
  tortureLibrary,
  type HostProcess,
  type TortureLibrary,
} from './torture/host-process.ts'
import { startMachineTrips, type MachineTrips } from './torture/machine-trips.ts'
import { powerLibrary, type FileSystem, type PowerDisk } from './torture/power.ts'
import { lineOf, Typist } from './torture/typist.ts'

/** Asks a host; a failure is thrown. */
export async function ask<M extends MethodName>(
  carrier: Carrier,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const answer = await carrier.call(method, input)
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`)
  return answer.value as Output<M>
}

export interface CrashOptions {
  rounds: number
  seed: number
  /** Each round ends with a power cut, of a disk with this file system, instead of a kill. */
  fileSystem?: FileSystem | undefined
  /** Hosts are told that all is on the disk that they have written, and it is not. */
  isUnsynced?: boolean
  /** Called after each round. */
  said?: (figures: RoundFigures) => void
}

/** What was typed before the kill, and when that was. */
interface Ended {
  typist: Typist
  killedAt: number
  tripMs: number
}

/**
 * One library whose host is killed again and again while somebody types: each round opens what the one before left, holds it
 * against what was typed and acknowledged, and types on.
 */
export async function crashOverApi(options: CrashOptions): Promise<RoundFigures> {
  const { rounds, seed, said } = options
  const figures = new RoundFigures()
  const place = await libraryFor(options)
  const dice = diceOf(seed)
  const trips = await startMachineTrips(place.folder)
  try {
    const id = await newArticle(place)
    const clerk = place.disk && new Clerk(dice)
    await place.disk?.sync()
    let before: Ended | undefined
    // One more than the kills: the last one is looked at too.
    for (let round = 0; round <= rounds; round += 1) {
      if (dice.happens(0.15)) await killWhileStarting(place, dice.between(20, 500))
      const host = await startHostProcess(place)
      const opened = await ask(host.carrier, 'article.open', { id, window: windowIn(dice) })
      if (before) await judge(figures, { ...before, opened, host })
      for (const fault of (await clerk?.lookAround(host.carrier)) ?? []) figures.wrong(fault)
      if (place.disk) await nameHiddenTemps(host, place, figures)
      if (round < rounds) before = await typeAndKill(host, opened, { dice, place, figures, trips, clerk })
      else await host.stop()
      said?.(figures)
    }
    await verifyByCommand(place, figures)
    return figures
  } finally {
    await trips.stop()
    await place.remove()
  }
}

async function libraryFor({ fileSystem, isUnsynced = false }: CrashOptions): Promise<TortureLibrary> {
  const place = fileSystem ? await powerLibrary(fileSystem) : tortureLibrary()
  const neverSync = pathToFileURL(join(import.meta.dirname, 'torture/never-sync.mjs')).href
  if (isUnsynced) place.env.NODE_OPTIONS = `--import=${neverSync}`
  return place
}

export async function newArticle(place: TortureLibrary): Promise<string> {
  const host = await startHostProcess(place)
  const { article } = await ask(host.carrier, 'article.create', { language: 'ar', headline: 'عنوان' })
  await host.stop()
  return article.id
}

// The page that was loaded anew, or another one.
const windowIn = (dice: Dice): string => (dice.happens(0.5) ? 'window' : 'another window')

async function judge(
  figures: RoundFigures,
  { typist, opened, host, ...killed }: Ended & { opened: OpenArticle; host: HostProcess },
): Promise<void> {
  figures.hold(typist, { ...killed, found: lineOf(opened.article) })
  await verifyByHost(host, figures)
}

export async function verifyByHost({ carrier }: HostProcess, figures: RoundFigures): Promise<void> {
  const { ok, problems } = await ask(carrier, 'library.verify', {})
  if (!ok) figures.unreadable(JSON.stringify(problems))
}

interface Typing {
  dice: Dice
  place: TortureLibrary
  figures: RoundFigures
  trips: MachineTrips
  clerk: Clerk | undefined
}

async function typeAndKill(
  host: HostProcess,
  opened: OpenArticle,
  { dice, place, figures, trips, clerk }: Typing,
): Promise<Ended> {
  const wire = new Wire(host.carrier)
  const typist = new Typist(wire, opened, dice)
  // Now and then what was recovered is saved before anything else is typed, and must be what the file holds.
  if (dice.happens(0.3)) {
    await typist.session.flush()
    const file = await readFile(join(place.library, 'articles', opened.article.id, 'article.json'), 'utf8')
    if (lineOf(JSON.parse(file) as Article) !== typist.last) figures.wrong('a recovered text was not saved')
  }
  const typing = typist.type(dice.one([15, 40, 90, 250]))
  const clerking = clerk?.work(wire)
  await pause(dice.between(5, dice.happens(0.2) ? 4000 : 1500))
  const killedAt = Date.now()
  const gone = place.disk ? cutAndKill(host, { disk: place.disk, dice, wire }) : host.kill()
  const tripMs = trips.longestMs()
  const { states } = typist
  const typed = states.length
  await gone
  typist.stop()
  clerk?.stop()
  await Promise.all([typing, clerking])
  await place.disk?.mountAgain()
  // What was typed while it died was typed after the kill.
  states.length = Math.max(typed, 1 + Math.max(typist.saved, typist.journaled))
  return { typist, killedAt, tripMs }
}

/** Now and then the host lives on for a while on its dead disk, and must not say that anything is saved. */
async function cutAndKill(
  host: HostProcess,
  { disk, dice, wire }: { disk: PowerDisk; dice: Dice; wire: Wire },
): Promise<void> {
  wire.cut()
  await disk.cut()
  if (disk.isHonest && dice.happens(0.3)) {
    wire.join()
    await pause(dice.between(0, 900))
  }
  await host.kill()
}

/**
 * A carrier that can be cut. What was asked before it is joined again gets no answer: a machine without power says nothing to
 * anybody, and a sync that is under way at a cut may be said to be done by Linux, and is not.
 */
class Wire implements Carrier {
  readonly #carrier: Carrier
  #isCut = false
  #changes = 0

  constructor(carrier: Carrier) {
    this.#carrier = carrier
  }

  cut(): void {
    this.#isCut = true
    this.#changes += 1
  }

  /** What is asked from now on gets its answer again. */
  join(): void {
    this.#isCut = false
    this.#changes += 1
  }

  on: Carrier['on'] = (listener) => this.#carrier.on(listener)
  call: Carrier['call'] = async (method, input) => {
    const askedAfter = this.#changes
    const answer = await this.#carrier.call(method, input)
    const error = { code: 'unreachable' as const, message: 'the power was cut', details: {} }
    return this.#isCut || this.#changes > askedAfter ? { ok: false, error } : answer
  }
}

/** Temp files that nobody is at work on, and that `verify`, which found nothing wrong, has not seen either. */
async function nameHiddenTemps(
  host: HostProcess,
  { disk }: TortureLibrary,
  figures: RoundFigures,
): Promise<void> {
  const temps = async (): Promise<string[]> =>
    (await readdir(disk?.path ?? '', { recursive: true })).filter((name) => name.endsWith('.tmp'))
  const before = new Set(await temps())
  if (before.size === 0) return
  await pause(1000)
  const { problems } = await ask(host.carrier, 'library.verify', {})
  const named = problems.map(({ path }) => path)
  for (const temp of await temps())
    if (before.has(temp) && !named.some((path) => path.endsWith(temp)))
      figures.wrong(`nobody names what was left over: ${temp}`)
}

export async function verifyByCommand(
  { library, env }: TortureLibrary,
  figures: RoundFigures,
): Promise<void> {
  const { code, json } = await midadJson(['verify', '--library', library], { env })
  if (code !== 0 || !(json as { ok: boolean }).ok) figures.unreadable(JSON.stringify(json))
}
