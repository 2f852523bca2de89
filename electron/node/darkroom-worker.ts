import { parentPort } from 'node:worker_threads'
import type { PictureWish } from '../../core/model/scaled-picture.ts'
import { scalePicture } from './scale-picture.ts'

/** What the thread is asked, one at a time; undefined answers what it cannot do. */
export interface DarkroomQuestion {
  kind: 'scale'
  bytes: Uint8Array
  wish: PictureWish
}

parentPort?.on('message', (question: DarkroomQuestion) => {
  void answer(question).then((answered) => parentPort?.postMessage(answered))
})

async function answer({ bytes, wish }: DarkroomQuestion): Promise<unknown> {
  try {
    return await scalePicture(bytes, wish)
  } catch {
    return undefined
  }
}
