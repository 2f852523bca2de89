import { request } from 'node:http'
import { z } from 'zod'
import { DeskError, errorData, type Result } from '../../core/api/errors.ts'
import { errorCode } from '../node/disk-errors.ts'
import { addressFile, plainName, recallAddress, type HostAddress } from './address.ts'
import { tokenHeader } from './gate.ts'

/** Asks one method of a desk that lives in another process. */
export type RemoteDesk = (name: string, input: unknown) => Promise<Result<unknown>>

const answerMs = 60_000

/**
 * The desk of the host that holds this library, by the address it keeps there; undefined where no host says that
 * it runs. Each call rejects with DeskError 'library-locked' when the host does not answer as ours would.
 */
export async function findRunningHost(library: string): Promise<RemoteDesk | undefined> {
  const address = await recallAddress(addressFile(library))
  if (!address?.pid || !isAlive(address.pid)) return undefined
  return (name, input) => post(address, name, input)
}

// The port of a dead host may belong to somebody else by now, who must not be sent the secret.
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function post({ name: hostName, port, token }: HostAddress, method: string, input: unknown) {
  const body = Buffer.from(JSON.stringify(input))
  const host = `${hostName}:${port}`
  return new Promise<Result<unknown>>((resolve, reject) => {
    const locked = (why: string) =>
      reject(new DeskError('library-locked', `the library is open elsewhere: ${why}`))
    // To the number and not to the name: not every resolver knows *.localhost.
    const call = request({
      host: plainName,
      port,
      path: `/api/${method}`,
      method: 'POST',
      timeout: answerMs,
      headers: {
        host,
        origin: `http://${host}`,
        'content-type': 'application/json',
        'content-length': body.length,
        [tokenHeader]: token,
      },
    })
    call.on('timeout', () => call.destroy(new Error('its host does not answer')))
    call.on('error', (error) => locked(error.message))
    call.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', (error) => locked(error.message))
      response.on('end', () => {
        const result = asResult(Buffer.concat(chunks).toString('utf8'))
        if (result) resolve(result)
        else locked(`its host answered ${response.statusCode}`)
      })
    })
    call.end(body)
  })
}

const envelope: z.ZodType<Result<unknown>> = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorData }),
])

function asResult(text: string): Result<unknown> | undefined {
  try {
    return envelope.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
