import { parentPort } from 'node:worker_threads'
import { toErrorData, type ErrorData } from '../../core/api/errors.ts'
import type { Warning } from '../../core/api/files.ts'
import { writeJob, type ExportJob } from '../../core/desk/writing.ts'
import type { ExportWriter } from '../../core/desk/ports.ts'

type Assets = Parameters<ExportWriter['write']>[1]
/** What lies outside an article, asked for by its job. */
export type AssetQuestion =
  | { kind: 'picture'; media: string }
  | { kind: 'font'; family: Parameters<Assets['font']>[0]; text: string }

/** To the thread: an article, or the answer to what it asked. */
export type ToExport = { job: number; write: ExportJob } | { asked: number; answer: unknown }
/** From the thread: a question, or what an article became. */
export type FromExport =
  | { job: number; asked: number; asset: AssetQuestion }
  | { job: number; bytes: Uint8Array; warnings: Warning[] }
  | { job: number; error: ErrorData }

const answers = new Map<number, (answer: unknown) => void>()
let asked = 0

parentPort?.on('message', (message: ToExport) => {
  if ('write' in message) return void write(message.job, message.write)
  answers.get(message.asked)?.(message.answer)
  answers.delete(message.asked)
})

async function write(job: number, wanted: ExportJob): Promise<void> {
  try {
    const { bytes, warnings } = await writeJob(wanted, assetsOf(job))
    // A view of a part of a larger buffer would take all of it along.
    const own = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice()
    send({ job, bytes: own, warnings }, [own.buffer as ArrayBuffer])
  } catch (thrown) {
    send({ job, error: toErrorData(thrown) })
  }
}

const send = (message: FromExport, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer)

function ask<T>(job: number, asset: AssetQuestion): Promise<T> {
  const at = (asked += 1)
  return new Promise((resolve) => {
    answers.set(at, resolve as (answer: unknown) => void)
    send({ job, asked: at, asset })
  })
}

const assetsOf = (job: number): Assets => ({
  picture: (media) => ask(job, { kind: 'picture', media }),
  font: (family, text) => fontOf(family, text, () => ask(job, { kind: 'font', family, text })),
})

type Faces = ReturnType<Assets['font']>
const fonts = new Map<string, Faces>()
const mostFonts = 32

/** Ten thousand pages of one language ask for the same few faces: each comes over once. */
function fontOf(family: string, text: string, fetch: () => Faces): Faces {
  const key = `${family} ${[...new Set(text)].sort().join('')}`
  const known = fonts.get(key) ?? fetch()
  fonts.delete(key)
  fonts.set(key, known)
  const oldest = fonts.keys().next().value
  if (fonts.size > mostFonts && oldest !== undefined) fonts.delete(oldest)
  return known
}
