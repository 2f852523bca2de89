import { fromBase64 } from '../model/base64.ts'

/** More pictures than this are no article. */
const maxPictures = 200

/** Collects the pictures that come inside a page as data: URLs; anything else is never fetched, only counted. */
export class PictureShelf {
  readonly pictures: { bytes: Uint8Array; mime: string }[] = []
  private readonly known = new Map<string, string>()
  elsewhere = 0

  /** The name `import:<n>` for the picture in a data: URL; the same URL has the same name. */
  put(source: string): string | undefined {
    const found = this.known.get(source)
    if (found) return found
    const [, mime, base64] = /^data:(image\/(?:png|jpeg|gif|webp));base64,(.*)$/s.exec(source.trim()) ?? []
    const bytes = base64 === undefined ? undefined : fromBase64(padded(base64))
    if (!mime || !bytes || bytes.length === 0 || this.pictures.length >= maxPictures) {
      if (source) this.elsewhere += 1
      return undefined
    }
    const name = `import:${this.pictures.length}`
    this.pictures.push({ bytes, mime })
    this.known.set(source, name)
    return name
  }
}

/** A data: URL may have white space in its base64 and may leave the padding out. */
function padded(base64: string): string {
  const letters = base64.replace(/[\t\n\f\r ]+|=+$/g, '')
  return letters + '='.repeat((4 - (letters.length % 4)) % 4)
}
