import type { IncomingMessage } from 'node:http'
import { DeskError } from '../../core/api/errors.ts'

/**
 * The whole body as JSON. What is too large is still read to its end, unkept, so that the sender gets our
 * answer instead of a broken connection.
 * @throws DeskError 'too-large' | 'bad-request' (not UTF-8, not JSON, a key that would reach a prototype)
 */
export async function readJson(request: IncomingMessage, maxBodyBytes: number): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= maxBodyBytes) chunks.push(chunk)
    else chunks.length = 0
  }
  if (size > maxBodyBytes) {
    throw new DeskError('too-large', `more than ${maxBodyBytes} bytes`, { maxBytes: maxBodyBytes })
  }
  return parseJson(Buffer.concat(chunks))
}

/** Strict JSON in strict UTF-8. @throws DeskError 'bad-request' */
function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // The reviver costs a call for each value, so it runs only where such a key can be.
    return /__proto__|\\u/.test(text) ? JSON.parse(text, refusePrototypes) : JSON.parse(text)
  } catch {
    throw new DeskError('bad-request', 'the body is not JSON that can be used')
  }
}

function refusePrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Error('a key named __proto__')
  return value
}
