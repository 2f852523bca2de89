import { request } from 'node:http'
import { requestText, sendRaw } from './raw-http.ts'

/** Calls the desk of a running host by its address, as its page would. */
export async function callHost(url: URL, method: string, input: unknown, waitMs = 20_000): Promise<unknown> {
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
    waitMs,
  )
  return JSON.parse(answer.body) as unknown
}

/** Listens to a running host as a window does, and answers what it is told with `hear`. Answers how to stop. */
export function listenToHost(url: URL, hear: (name: string, data: unknown) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asking = request({
      host: '127.0.0.1',
      port: url.port,
      path: '/events',
      headers: { Host: url.host, Origin: url.origin, 'X-Midad-Token': url.hash.slice('#t='.length) },
    })
    asking.on('error', reject)
    asking.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
        const messages = text.split('\n\n')
        text = messages.pop() ?? ''
        for (const message of messages) {
          const [, name, data] = /^event: (.+)\ndata: (.+)$/s.exec(message) ?? []
          if (name && data) hear(name, JSON.parse(data))
        }
      })
      response.on('error', () => undefined)
      resolve(() => asking.destroy())
    })
    asking.end()
  })
}
