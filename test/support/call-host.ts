import { requestText, sendRaw } from './raw-http.ts'

/** Calls the desk of a running host by its address, as its page would. */
export async function callHost(url: URL, method: string, input: unknown): Promise<unknown> {
  const body = JSON.stringify(input)
  const headers = {
    Host: url.host,
    Origin: url.origin,
    'X-Midad-Token': url.hash.slice('#t='.length),
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
  }
  const answer = await sendRaw(
    Number(url.port),
    requestText(`POST /api/${method} HTTP/1.1`, headers, body),
    5000,
  )
  return JSON.parse(answer.body) as unknown
}
