import type { PictureFile } from '../picture-intake.ts'
import type { EditorContext } from '../story-editor-types.ts'
import type { PastedPicture } from './take-pictures.ts'

/**
 * The pictures of a paste as they can be stored: those that are named as files of this computer are asked of the host,
 * where the clipboard does not hold just as many itself. `left` counts, once they are stored, those nobody could read.
 */
export function localPictures(
  { pictures: gate }: Pick<EditorContext, 'pictures'>,
  pictures: readonly PastedPicture[],
  held: readonly File[],
): { pictures: PictureFile[]; left: () => number } {
  const named = pictures.filter((picture) => !(picture instanceof Blob))
  const given = named.length === held.length ? [...held] : []
  let left = 0
  const asked = (file: string) => async (): Promise<Blob | null> => {
    const read = await gate.fromFile(file)
    if (!read) left += 1
    return read
  }
  return {
    pictures: pictures.map((picture) =>
      picture instanceof Blob ? picture : (given.shift() ?? asked(picture.file)),
    ),
    left: () => left,
  }
}
