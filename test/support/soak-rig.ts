import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { statuses } from '../../core/model/fields.ts'
import type { Article } from '../../core/model/article.ts'
import { ask } from './crash-rig.ts'
import { tinyPng } from './drawn-picture.ts'
import { diceOf, type Dice } from './torture/chance.ts'
import { sampleHost, type HostSample } from './torture/host-watch.ts'
import { startHostProcess, tortureLibrary, type HostProcess } from './torture/host-process.ts'
import { lineOf, Typist } from './torture/typist.ts'

export interface SoakOptions {
  seconds: number
  seed: number
  /** Seconds between two looks at the host. */
  everySeconds: number
  said?: (sample: HostSample) => void
}
export interface Soaked {
  samples: HostSample[]
  keys: number
  /** What the file holds at the end, and what was typed. */
  file: string
  typed: string
  /** `library.verify` at the end. */
  isReadable: boolean
}

/** Hours of work on one story over the host's API: typing, pastes, undo, pictures, versions, statuses, previews. */
export async function soakOverApi({ seconds, seed, everySeconds, said }: SoakOptions): Promise<Soaked> {
  const place = tortureLibrary()
  const dice = diceOf(seed)
  const host = await startHostProcess(place)
  const { library } = place
  try {
    const made = await ask(host.carrier, 'article.create', { language: 'ar', headline: 'عنوان' })
    const { id } = made.article
    const typist = new Typist(host.carrier, made, dice)
    const begunAt = Date.now()
    const samples: HostSample[] = []
    const typing = typist.type(30)
    while (Date.now() - begunAt < seconds * 1000) {
      await pause(Math.min(everySeconds, seconds) * 500)
      await work(host, typist, { id, dice })
      await pause(Math.min(everySeconds, seconds) * 500)
      samples.push(await sampleHost(host.pid, { library, id, begunAt }))
      said?.(samples.at(-1) as HostSample)
      typist.forget()
    }
    typist.stop()
    await typing
    await typist.session.flush()
    const { ok } = await ask(host.carrier, 'library.verify', {})
    const file = JSON.parse(await readFile(join(library, 'articles', id, 'article.json'), 'utf8')) as Article
    return { samples, keys: typist.keys, file: lineOf(file), typed: typist.last, isReadable: ok }
  } finally {
    await host.stop()
    await place.remove()
  }
}

/** What a journalist does between the lines. */
async function work(
  host: HostProcess,
  typist: Typist,
  { id, dice }: { id: string; dice: Dice },
): Promise<void> {
  const draft = typist.session.draft()
  const job = dice.below(6)
  if (job === 0) typist.setStatus(dice.one(statuses))
  else if (job === 1) {
    const base64 = tinyPng(4, 3, [dice.below(256), dice.below(256), dice.below(256)]).toString('base64')
    typist.insertPicture((await ask(host.carrier, 'media.add', { id, base64 })).media)
  } else if (job === 2) await ask(host.carrier, 'versions.keep', { ...draft, reason: 'named', label: 'نسخة' })
  else if (job === 3) await ask(host.carrier, 'article.draw', draft)
  else if (job === 4) await ask(host.carrier, 'versions.list', { id })
  else await ask(host.carrier, 'article.search', { query: 'النفط' })
}
