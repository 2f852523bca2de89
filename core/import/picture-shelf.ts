import type { Warning } from '../api/files.ts'
import { fromBase64 } from '../model/base64.ts'
import type { Beside } from './source.ts'

/** More pictures than this are no article. */
const maxPictures = 200

/** Collects the pictures that come inside a page as data: URLs or lie beside it; anything else is never fetched, only counted. */
export class PictureShelf {
  readonly pictures: { bytes: Uint8Array; mime: string }[] = []
  private readonly known = new Map<string, string>()
  private readonly brought = new Map<string, Uint8Array>()
  elsewhere = 0

  /** Asks for what these addresses name beside the file, so that `put` has it at hand; before anything is put. */
  async bring(sources: Iterable<string>, beside: Beside | undefined): Promise<void> {
    if (!beside) return
    for (const source of new Set(sources)) {
      if (this.brought.size >= maxPictures) return
      const bytes = source === '' || /^\s*data:/i.test(source) ? undefined : await beside(source)
      if (bytes && bytes.length > 0) this.brought.set(source, bytes)
    }
  }

  /** The name `import:<n>` for the picture of a data: URL or of an address that was brought; the same URL has the same name. */
  put(source: string): string | undefined {
    const found = this.known.get(source)
    if (found) return found
    const picture = this.pictureAt(source)
    if (!picture || this.pictures.length >= maxPictures) {
      if (source) this.elsewhere += 1
      return undefined
    }
    const name = `import:${this.pictures.length}`
    this.pictures.push(picture)
    this.known.set(source, name)
    return name
  }

  /** Whether there is a picture for this address; it is not put yet. */
  has(source: string): boolean {
    return this.known.has(source) || this.pictureAt(source) !== undefined
  }

  private pictureAt(source: string): { bytes: Uint8Array; mime: string } | undefined {
    const brought = this.brought.get(source)
    // Looked at when it is stored; what its name says is not believed.
    if (brought) return { bytes: brought, mime: '' }
    const [, mime, base64] = /^data:(image\/(?:png|jpeg|gif|webp));base64,(.*)$/s.exec(source.trim()) ?? []
    const bytes = base64 === undefined ? undefined : fromBase64(padded(base64))
    return mime && bytes && bytes.length > 0 ? { bytes, mime } : undefined
  }
}

/** Says how many pictures were named and not there. */
export const elsewhereWarning = ({ elsewhere: count }: PictureShelf): Warning[] =>
  count > 0
    ? [{ code: 'picture-elsewhere', message: `${count} pictures lie outside the file and were left out` }]
    : []

/** A data: URL may have white space in its base64 and may leave the padding out. */
function padded(base64: string): string {
  const letters = base64.replace(/[\t\n\f\r ]+|=+$/g, '')
  return letters + '='.repeat((4 - (letters.length % 4)) % 4)
}
