import { parentPort, workerData } from 'node:worker_threads'
import type { Lettering } from '../../core/model/lettering.ts'
import type { PictureWish } from '../../core/model/scaled-picture.ts'
import { createTypesetter } from './outline-text.ts'
import { drawSvg } from './raster-svg.ts'
import { scalePicture } from './scale-picture.ts'

/** What the thread is asked, one at a time; undefined answers what it cannot do. */
export type DarkroomQuestion =
  | { kind: 'scale'; bytes: Uint8Array; wish: PictureWish }
  | { kind: 'outline'; letterings: readonly Lettering[] }
  | { kind: 'raster'; svg: string }

const typesetter = createTypesetter(String(workerData))
parentPort?.on('message', (question: DarkroomQuestion) => {
  void answer(question).then((answered) => parentPort?.postMessage(answered))
})

async function answer(question: DarkroomQuestion): Promise<unknown> {
  try {
    switch (question.kind) {
      case 'scale':
        return await scalePicture(question.bytes, question.wish)
      case 'outline':
        return await typesetter.outlines(question.letterings)
      case 'raster':
        return await drawSvg(question.svg)
    }
  } catch {
    return undefined
  }
}
