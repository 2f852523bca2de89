import type { Darkroom } from '../../core/desk/ports.ts'
import { checkPicture } from '../../core/desk/picture.ts'
import type { Outline } from '../../core/model/lettering.ts'
import type { PictureWish, ScaledPicture } from '../../core/model/scaled-picture.ts'
import type { DarkroomQuestion } from './darkroom-worker.ts'
import { OneByOneThread } from './one-by-one-thread.ts'
import { shippedFonts } from './shipped-fonts.ts'

/** Beside this file, in the source as in the build. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './darkroom-worker.ts' : './darkroom-worker.js',
  import.meta.url,
)
const usual = {
  worker: workerFile,
  /** The largest picture there may be takes three seconds on a slow computer. */
  hungMs: 30_000,
  restMs: 10_000,
  /** What is remembered of pictures made lately, bytes. */
  keptBytes: 24 * 1024 * 1024,
  /** Laid out as `fontFiles` says. */
  fonts: shippedFonts(),
}

/** Makes pictures on a thread of its own, one after the other, and remembers those that were scaled of late. */
export function createDarkroom(options: Partial<typeof usual> = {}): Darkroom {
  const { worker, keptBytes, fonts, ...bounds } = { ...usual, ...options }
  const thread = new OneByOneThread<DarkroomQuestion>(worker, bounds, fonts)
  const remembered = rememberedUpTo(keptBytes)
  return {
    scaled(media, bytes, wish) {
      const key = JSON.stringify([media, wish.width, wish.height ?? null, wish.crop ?? null])
      return remembered(key, async () => {
        if (!canBeScaled(bytes) || !isSensible(wish)) return undefined
        // A copy: what is handed to the thread is given away.
        const own = Uint8Array.from(bytes)
        return (await thread.ask({ kind: 'scale', bytes: own, wish }, [own.buffer])) as
          | ScaledPicture
          | undefined
      })
    },
    outlines: async (letterings) =>
      (await thread.ask({ kind: 'outline', letterings })) as Outline[] | undefined,
    raster: async (svg) => (await thread.ask({ kind: 'raster', svg })) as Uint8Array | undefined,
  }
}

/** Looked at by its head, before anything of it is unpacked. */
function canBeScaled(bytes: Uint8Array): boolean {
  try {
    return checkPicture(bytes).width > 0
  } catch {
    return false
  }
}

const isSensible = ({ width, height = 1 }: PictureWish): boolean =>
  [width, height].every((side) => Number.isInteger(side) && side > 0 && side <= 8192)

type Make = () => Promise<ScaledPicture | undefined>

/** Answers of late, the least lately asked for forgotten first. What could not be made is tried again. */
function rememberedUpTo(mostBytes: number): (key: string, make: Make) => Promise<ScaledPicture | undefined> {
  const answers = new Map<string, { answer: ReturnType<Make>; bytes: number }>()
  const forget = (): void => {
    let total = [...answers.values()].reduce((sum, { bytes }) => sum + bytes, 0)
    for (const [key, { bytes }] of answers) {
      if (total <= mostBytes) return
      total -= bytes
      answers.delete(key)
    }
  }
  return async (key, make) => {
    const known = answers.get(key) ?? { answer: make(), bytes: 0 }
    answers.delete(key)
    answers.set(key, known)
    const made = await known.answer
    if (made) known.bytes = made.bytes.length
    else answers.delete(key)
    forget()
    return made
  }
}
