/** A picture of a paste: its bytes, or the address of a file of this computer that only the host may read. */
export type PastedPicture = Blob | { file: string }

const intakeTypes = /^data:(image\/(?:png|jpeg|gif|webp));base64,([a-z0-9+/=\s]+)$/i

/** The bytes of a `data:` picture, or the file that a word processor names; null for anything else. */
function pictureOf(address: string): PastedPicture | null {
  if (/^file:\/\//i.test(address)) return { file: address }
  const found = intakeTypes.exec(address)
  if (!found) return null
  try {
    const bytes = Uint8Array.from(atob(found[2] ?? ''), (character) => character.charCodeAt(0))
    return new Blob([bytes], { type: (found[1] ?? '').toLowerCase() })
  } catch {
    return null
  }
}

/** Takes pictures out of the markup: bytes and files go to intake, addresses elsewhere are counted and never asked. */
export function takePictures(root: Element): { pictures: PastedPicture[]; remotePictures: number } {
  const pictures: PastedPicture[] = []
  let remotePictures = 0
  for (const image of root.querySelectorAll('img')) {
    const picture = pictureOf(image.getAttribute('src') ?? '')
    if (!picture) {
      // A picture of one point counts visits; nobody put it there to be seen.
      const isVisible = !/^[01](?:px)?$/.test(image.getAttribute('width') ?? '')
      if (isVisible) remotePictures += 1
      image.remove()
      continue
    }
    const figure = root.ownerDocument.createElement('figure')
    const outer = image.closest('figure')
    figure.dataset.media = `import:${pictures.length}`
    figure.dataset.alt = image.getAttribute('alt') ?? ''
    figure.dataset.caption = outer?.querySelector('figcaption')?.textContent?.trim() ?? ''
    pictures.push(picture)
    if (outer) outer.replaceWith(figure)
    else image.replaceWith(figure)
  }
  return { pictures, remotePictures }
}
