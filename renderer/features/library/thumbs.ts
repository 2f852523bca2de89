import { storedPicture } from '../../desk/pictures.ts'
import type { DeskClient } from '../../desk/client.ts'

const readAtOnce = 2
const keptAtMost = 200
/** CSS pixels on a screen of double density. */
const mostPixels = 640

interface Waiting {
  key: string
  id: string
  media: string
  done: (url: string | null) => void
}

/** Small pictures of leads for a list: each is read once, a few at a time, those in sight first. */
export class Thumbs {
  readonly #desk: DeskClient
  /** Those used last stand at the end. */
  readonly #kept = new Map<string, string>()
  #waiting: Waiting[] = []
  #reading = 0

  constructor(desk: DeskClient) {
    this.#desk = desk
  }

  /** The address of one that was read already. */
  known(id: string, media: string): string | undefined {
    return this.#kept.get(`${id}/${media}`)
  }

  /** Tells the address of a small one, or null where there is none to be read; answers how to ask no more. */
  ask(id: string, media: string, tell: (url: string | null) => void): () => void {
    let isWanted = true
    const done = (url: string | null) => isWanted && tell(url)
    const waiting = { key: `${id}/${media}`, id, media, done }
    const url = this.known(id, media)
    if (url === undefined) this.#waiting.push(waiting)
    else done(url)
    this.#next()
    return () => {
      isWanted = false
      this.#waiting = this.#waiting.filter((each) => each !== waiting)
    }
  }

  #next(): void {
    if (this.#reading >= readAtOnce) return
    // What was asked for last is in sight; what was scrolled past waits.
    const asked = this.#waiting.pop()
    if (!asked) return
    void this.#answer(asked)
  }

  async #answer({ key, id, media, done }: Waiting): Promise<void> {
    this.#reading += 1
    const url = await this.#read(id, media).catch(() => null)
    this.#reading -= 1
    if (url !== null) this.#keep(key, url)
    done(url)
    this.#next()
  }

  async #read(id: string, media: string): Promise<string> {
    const known = this.known(id, media)
    if (known !== undefined) return known
    return URL.createObjectURL(await smaller(await storedPicture(this.#desk, id, media)))
  }

  #keep(key: string, url: string): void {
    this.#kept.delete(key)
    this.#kept.set(key, url)
    for (const [oldest, old] of this.#kept) {
      if (this.#kept.size <= keptAtMost) return
      this.#kept.delete(oldest)
      URL.revokeObjectURL(old)
    }
  }
}

/** @throws where the browser cannot draw it */
async function smaller(picture: Blob): Promise<Blob> {
  const whole = await createImageBitmap(picture)
  const scale = Math.min(1, mostPixels / Math.max(whole.width, whole.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(whole.width * scale)),
    Math.max(1, Math.round(whole.height * scale)),
  )
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(whole, 0, 0, canvas.width, canvas.height)
  whole.close()
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
}
