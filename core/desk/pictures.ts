import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import { fromBase64, toBase64 } from '../model/base64.ts'
import { limits } from '../model/limits.ts'
import { mimeOf } from '../model/picture.ts'
import { checkPicture } from './picture.ts'
import type { DeskRoom } from './room.ts'

type Pictures = Pick<DeskApi, 'media.add' | 'media.read'>

/** Storing and showing an article's pictures. */
export function pictureCalls(room: DeskRoom): Pictures {
  return {
    'media.add': ({ id, base64 }) =>
      room.alone(id, async () => {
        await room.readToChange(id)
        const bytes = bytesOf(base64)
        const { extension, mime, width, height } = checkPicture(bytes)
        const most = limits.mediaBytes
        if ((await room.ports.media.size(id)) + bytes.length > most) {
          throw new DeskError('too-large', `the pictures of article ${id} are more than ${most} bytes`, {
            limit: 'mediaBytes',
            most,
          })
        }
        const media = await room.ports.media.put(id, bytes, extension)
        return { media, mime, width, height }
      }),
    'media.read': async ({ id, media }) => {
      // A picture pasted from another article is shown at once; the next save brings it over.
      const bytes = (await room.ports.media.get(id, media)) ?? (await room.ports.media.find(media))
      if (!bytes) throw new DeskError('not-found', `the library has no picture ${media}`)
      return { mime: mimeOf(media), base64: toBase64(bytes) }
    },
  }
}

/** @throws DeskError 'bad-request' */
export function bytesOf(base64: string): Uint8Array {
  const bytes = fromBase64(base64)
  if (!bytes) throw new DeskError('bad-request', 'not base64')
  return bytes
}
