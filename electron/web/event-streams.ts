import type { ServerResponse } from 'node:http'
import type { DeskEvent } from '../../core/api/contract.ts'
import type { Broadcast } from '../node/broadcast.ts'
import { dataPolicy, securityHeaders } from '../node/headers.ts'

/** Bytes that may wait for a reader who does not read, before the connection is given up. */
const maxWaitingBytes = 4 * 1024 * 1024

/** The open answers of `/events`. */
export interface EventStreams {
  /** Answers false, and nothing to the request, where there are too many already. */
  open(response: ServerResponse): boolean
  /** How many windows listen. */
  count(): number
  /** Ends them all. */
  close(): void
}

/** Sends every broadcast event to every open stream as `event: <name>\ndata: <json>\n\n`, and a comment each `pingMs`. */
export function createEventStreams(broadcast: Broadcast, maxStreams: number, pingMs: number): EventStreams {
  const streams = new Set<ServerResponse>()
  const send = (text: string) => {
    for (const stream of streams) {
      stream.write(text)
      // The reader asks again and then sees everything as it is: nothing is lost by leaving it behind.
      if (stream.writableLength > maxWaitingBytes) stream.destroy()
    }
  }
  const stopListening = broadcast.listen((event: DeskEvent) =>
    send(`event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`),
  )
  const ping = setInterval(() => send(': ping\n\n'), pingMs)
  ping.unref()
  return {
    open(response) {
      if (streams.size >= maxStreams) return false
      streams.add(response)
      response.on('close', () => streams.delete(response))
      response.writeHead(200, {
        ...securityHeaders(dataPolicy),
        'content-type': 'text/event-stream; charset=utf-8',
      })
      response.write(': open\n\n')
      return true
    },
    count: () => streams.size,
    close() {
      stopListening()
      clearInterval(ping)
      for (const stream of streams) stream.end()
    },
  }
}
