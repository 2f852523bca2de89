import { setTimeout as pause } from 'node:timers/promises'
import type { Input, MethodName, Output } from '../../../core/api/contract.ts'
import type { Carrier } from '../../../renderer/desk/client.ts'
import type { Dice } from './chance.ts'

type Place = 'library' | 'trash' | 'nowhere'

/** What is known of one article: what was acknowledged, and what was asked since and not answered. */
interface Known {
  headline: string
  place: Place
  asked?: Place
  /** Labels of versions whose keeping was acknowledged. */
  versions: Set<string>
}

/** Somebody who files while another types: founds articles, trashes them and takes them back, names versions, changes a setting. */
export class Clerk {
  readonly #dice: Dice
  readonly #articles = new Map<string, Known>()
  /** The last that was acknowledged, and all that was asked since. */
  #settings: string[] = []
  #founded = 0
  #isStopped = false

  constructor(dice: Dice) {
    this.#dice = dice
  }

  /** Works until it is stopped or the desk answers nothing more. */
  async work(carrier: Carrier): Promise<void> {
    this.#isStopped = false
    while (!this.#isStopped) {
      await pause(this.#dice.between(50, 500))
      const deed = this.#dice.one(['found', 'found', 'move', 'name', 'set'] as const)
      if (deed === 'found') await this.#found(carrier)
      else if (deed === 'move') await this.#move(carrier)
      else if (deed === 'name') await this.#name(carrier)
      else await this.#set(carrier)
    }
  }

  stop(): void {
    this.#isStopped = true
  }

  /** Holds the desk against what was acknowledged before, and takes over what it finds; each loss in a sentence. */
  async lookAround(carrier: Carrier): Promise<string[]> {
    const faults: string[] = []
    const { articles } = await answer(carrier, 'article.list', { limit: 100_000 })
    const trash = await answer(carrier, 'trash.list', {})
    const placeOf = new Map<string, Place>([
      ...articles.map(({ id }) => [id, 'library'] as const),
      ...trash.articles.map(({ row }) => [row.id, 'trash'] as const),
    ])
    for (const [id, known] of this.#articles) {
      const found = placeOf.get(id) ?? 'nowhere'
      if (found !== known.place && found !== known.asked)
        faults.push(`an article that was to be in the ${known.place} is in the ${found}`)
      known.place = found
      delete known.asked
      if (found === 'library') faults.push(...(await this.#lookInto(carrier, id, known)))
    }
    const { settings } = await answer(carrier, 'desk.state', {})
    if (this.#settings.length > 0 && !this.#settings.includes(settings.houseTheme))
      faults.push(`a setting that was to be ${this.#settings.join(' or ')} is ${settings.houseTheme}`)
    this.#settings = [settings.houseTheme]
    return faults
  }

  async #lookInto(carrier: Carrier, id: string, known: Known): Promise<string[]> {
    const { article } = await answer(carrier, 'article.open', { id, window: 'clerk' })
    const { versions } = await answer(carrier, 'versions.list', { id })
    const labels = new Set(versions.map(({ label }) => label))
    const lost = [...known.versions].filter((label) => !labels.has(label))
    return [
      ...(article.fields.headline === known.headline ? [] : [`the headline ${known.headline} was lost`]),
      ...lost.map((label) => `the version ${label} of ${known.headline} was lost`),
    ]
  }

  async #found(carrier: Carrier): Promise<void> {
    const headline = `خبر ${(this.#founded += 1)}`
    const made = await carrier.call('article.create', { language: 'ar', headline })
    if (!made.ok) return
    const { article } = made.value as Output<'article.create'>
    this.#articles.set(article.id, { headline, place: 'library', versions: new Set() })
  }

  async #move(carrier: Carrier): Promise<void> {
    const [id, known] = this.#one() ?? []
    if (id === undefined || known === undefined) return
    const to = known.place === 'library' ? 'trash' : 'library'
    known.asked = to
    const moved = await carrier.call(to === 'trash' ? 'article.trash' : 'trash.restore', { id })
    if (moved.ok) known.place = to
    // One that was refused may have been half done by a disk that is dead.
    if (moved.ok) delete known.asked
  }

  async #name(carrier: Carrier): Promise<void> {
    const [id, known] = this.#one() ?? []
    if (id === undefined || known?.place !== 'library') return
    const { article } = await answer(carrier, 'article.open', { id, window: 'clerk' }).catch(() => nothing)
    if (!article) return
    const { language, status, fields, body } = article
    const label = `نسخة ${known.versions.size + 1}`
    const draft = { id, language, status, fields, body, reason: 'named' as const, label }
    if ((await carrier.call('versions.keep', draft)).ok) known.versions.add(label)
  }

  async #set(carrier: Carrier): Promise<void> {
    const houseTheme = `theme-${this.#dice.below(1000)}`
    this.#settings.push(houseTheme)
    if ((await carrier.call('settings.change', { houseTheme })).ok) this.#settings = [houseTheme]
  }

  #one(): [string, Known] | undefined {
    // One that a move left in doubt is left alone until it was looked for.
    const clear = [...this.#articles].filter(([, known]) => known.asked === undefined)
    return clear.length > 0 ? this.#dice.one(clear) : undefined
  }
}
const nothing = { article: undefined }

async function answer<M extends MethodName>(
  carrier: Carrier,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const answered = await carrier.call(method, input)
  if (!answered.ok) throw new Error(`${method}: ${JSON.stringify(answered.error)}`)
  return answered.value as Output<M>
}
