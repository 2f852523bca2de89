import { parentPort } from 'node:worker_threads'
import { DeskError, toErrorData, type ErrorData } from '../../core/api/errors.ts'
import { writeJob, type ExportJob } from '../../core/desk/writing.ts'
import type { ExportWriter } from '../../core/desk/ports.ts'
import { rememberFaces } from './font-letters.ts'
import { packer } from './packer.ts'

type Assets = Parameters<ExportWriter['write']>[1]
type Written = Awaited<ReturnType<ExportWriter['write']>>
/** What lies outside an article, asked for by its job: a function of the assets by its name. */
export interface AssetQuestion {
  name: string
  words: unknown[]
}

/** To the thread: an article with the names of the assets that there are, or the answer to what it asked. */
export type ToExport =
  | { job: number; write: ExportJob; has: string[] }
  | { asked: number; answer: unknown }
  | { asked: number; error: ErrorData }
/** From the thread: a question, or what an article became. */
export type FromExport =
  | { job: number; asked: number; asset: AssetQuestion }
  | { job: number; written: Written }
  | { job: number; error: ErrorData }

interface Waiting {
  resolve: (answer: unknown) => void
  reject: (reason: unknown) => void
}
const waiting = new Map<number, Waiting>()
let asked = 0

parentPort?.on('message', (message: ToExport) => {
  if ('write' in message) return void write(message.job, message.write, message.has)
  const asking = waiting.get(message.asked)
  waiting.delete(message.asked)
  if ('error' in message) {
    const { code, message: said, details } = message.error
    asking?.reject(new DeskError(code, said, details))
  } else asking?.resolve(message.answer)
})

async function write(job: number, wanted: ExportJob, has: readonly string[]): Promise<void> {
  try {
    const { bytes, ...said } = await writeJob(wanted, assetsOf(job, has), packer)
    // A view of a part of a larger buffer would take all of it along.
    const own = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice()
    send({ job, written: { bytes: own, ...said } }, [own.buffer as ArrayBuffer])
  } catch (thrown) {
    send({ job, error: toErrorData(thrown) })
  }
}

const send = (message: FromExport, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer)

function ask(job: number, asset: AssetQuestion): Promise<unknown> {
  const at = (asked += 1)
  return new Promise((resolve, reject) => {
    waiting.set(at, { resolve, reject })
    send({ job, asked: at, asset })
  })
}

/** Each asset as a question to whoever has them. */
const assetsOf = (job: number, has: readonly string[]): Assets =>
  Object.fromEntries(
    has.map((name) => {
      const fetch = (...words: unknown[]) => ask(job, { name, words })
      const font: Assets['font'] = (family, text) => remembered(family, text, fetch as Assets['font'])
      return [name, name === 'font' ? font : fetch]
    }),
  ) as unknown as Assets

/** Each face comes over to this thread once. */
const remembered = rememberFaces(32)
