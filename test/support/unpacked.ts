import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** The files of a zip by their names, as another program reads it. Rejects where it is not whole. */
export async function unpacked(zip: Buffer): Promise<Record<string, Buffer>> {
  const opened = await fromBufferPromise(zip)
  const files: Record<string, Buffer> = {}
  for await (const each of opened.eachEntry()) {
    files[each.fileName] = await buffer(await opened.openReadStreamPromise(each))
  }
  return files
}
