import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { fontFamilies } from '../../core/model/theme.ts'
import { createFontSource } from './fonts.ts'

/** What the thread is asked; `id` comes back with the answer. */
const question = z.object({ id: z.number(), family: z.enum(fontFamilies), text: z.string() })

const fonts = createFontSource(z.string().parse(workerData))
parentPort?.on('message', (message: unknown) => {
  const { id, family, text } = question.parse(message)
  void fonts.subset(family, text).then((faces) => parentPort?.postMessage({ id, faces }))
})
