import type { DeskClient } from './client.ts'

const inPiece = 0x8000

/** Bytes as base64, in pieces: one call with a megabyte of arguments overflows the stack. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += inPiece)
    text += String.fromCharCode(...bytes.subarray(at, at + inPiece))
  return btoa(text)
}

/** Stores and shows the pictures of one article; a picture is read once and then shown from memory, until `close`. */
export function pictureGate(desk: DeskClient, id: string) {
  const urls = new Map<string, Promise<string>>()
  return {
    /** @throws DeskError 'not-a-picture' | 'too-large' | … */
    async add(file: Blob) {
      const { media, width, height } = await desk.call('media.add', { id, base64: await base64Of(file) })
      return { media, width, height }
    },
    /** A `blob:` address of a stored picture. @throws DeskError 'not-found' */
    url(media: string): Promise<string> {
      const known = urls.get(media)
      if (known) return known
      const url = readPicture(desk, id, media)
      urls.set(media, url)
      url.catch(() => urls.delete(media))
      return url
    },
    /** None of them is shown any more: their bytes go. */
    close(): void {
      for (const url of urls.values())
        url.then(
          (shown) => URL.revokeObjectURL(shown),
          () => undefined,
        )
      urls.clear()
    },
    /** The picture in a file that the clipboard's own markup names; null where this host, or this file, cannot be asked. */
    async fromFile(address: string): Promise<Blob | null> {
      try {
        const { picture } = await desk.call('host.readPastedPicture', { address })
        return picture && blobOf(picture)
      } catch {
        // Told with the paste: so many pictures could not be read.
        return null
      }
    },
  }
}

async function readPicture(desk: DeskClient, id: string, media: string): Promise<string> {
  return URL.createObjectURL(await storedPicture(desk, id, media))
}

/** A stored picture's bytes. @throws DeskError 'not-found' */
export async function storedPicture(desk: DeskClient, id: string, media: string): Promise<Blob> {
  return blobOf(await desk.call('media.read', { id, media }))
}

function blobOf({ mime, base64 }: { mime: string; base64: string }): Blob {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return new Blob([bytes], { type: mime })
}
