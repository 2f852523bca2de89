import type { Result } from '../../core/api/errors.ts'
import { reconnected, type Carrier } from './client.ts'

const keptAs = 'midad-secret'
const pauseAfterLossMs = 1000

/**
 * Takes the host's secret out of the address (`#t=…`) so that it is in no history and no screenshot. It stays in
 * memory, and in this tab's session storage so that reloading the page does not lock its reader out.
 */
export function takeSecret(): string {
  const inAddress = new URLSearchParams(location.hash.slice(1)).get('t')
  // The storage waits for another process: the desk is asked first.
  if (inAddress) setTimeout(() => hideSecret(inAddress))
  return inAddress ?? sessionStorage.getItem(keptAs) ?? ''
}

// In this order: reloaded in between, the page finds it in either place.
function hideSecret(secret: string): void {
  sessionStorage.setItem(keptAs, secret)
  history.replaceState(history.state, '', location.pathname + location.search)
}

/** The desk over HTTP: POST /api/<method>, and one long answer of /events that is asked for again when it breaks. */
export function createHttpCarrier(secret: string): Carrier {
  const headers = { 'x-midad-token': secret, 'content-type': 'application/json' }
  const listeners = new Set<Listener>()
  let stop: AbortController | undefined
  return {
    async call(method, input) {
      try {
        const response = await fetch(`/api/${method}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(input),
        })
        return (await response.json()) as Result<unknown>
      } catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : String(thrown)
        return { ok: false, error: { code: 'unreachable', message } }
      }
    },
    on(listener) {
      listeners.add(listener)
      // One stream for all: a browser has six connections to a host, and each window of the desk keeps one.
      stop ??= follow(headers, (name, data) => {
        for (const each of listeners) each(name, data)
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.abort()
        stop = undefined
      }
    },
  }
}

function follow(headers: HeadersInit, listener: Listener): AbortController {
  const stop = new AbortController()
  void listenForEver(headers, listener, stop.signal)
  return stop
}

type Listener = (name: string, data: unknown) => void

async function listenForEver(headers: HeadersInit, listener: Listener, signal: AbortSignal) {
  for (let connected = 0; !signal.aborted;) {
    try {
      const response = await fetch('/events', { headers, signal })
      if (response.ok && connected > 0) listener(reconnected, null)
      if (response.ok) connected += 1
      if (response.ok && response.body) await readStream(response.body, listener)
    } catch {
      // Lost: the loop asks again.
    }
    if (!signal.aborted) await new Promise((resume) => setTimeout(resume, pauseAfterLossMs))
  }
}

async function readStream(body: ReadableStream<Uint8Array>, listener: Listener) {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let waiting = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    waiting += value
    const messages = waiting.split('\n\n')
    waiting = messages.pop() ?? ''
    for (const message of messages) readMessage(message, listener)
  }
}

function readMessage(message: string, listener: Listener) {
  const part = (name: string) =>
    message
      .split('\n')
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n')
  const data = part('data')
  if (data) listener(part('event'), JSON.parse(data))
}
