import { connect } from 'node:net'

export interface RawAnswer {
  /** 0 where the connection ended without an answer. */
  status: number
  headers: Map<string, string>
  body: string
}

/** Sends exactly these bytes to 127.0.0.1 and reads until the other side ends, or until `quietMs` without a byte. */
export function sendRaw(port: number, bytes: string | Buffer, quietMs = 400): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(bytes))
    const done = () => {
      socket.destroy()
      resolve(parseAnswer(Buffer.concat(chunks).toString('utf8')))
    }
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      if (isWhole(Buffer.concat(chunks).toString('latin1'))) done()
    })
    socket.setTimeout(quietMs, done)
    socket.on('error', done)
    socket.on('end', done)
  })
}

function isWhole(text: string): boolean {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const length = /^content-length: (\d+)/im.exec(head)?.[1]
  return length !== undefined && rest.join('\r\n\r\n').length >= Number(length)
}

function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') }
}

/** The text of a request: header values that are arrays stand twice, undefined ones not at all. */
export function requestText(
  line: string,
  headers: Record<string, string | string[] | undefined>,
  body = '',
): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each) => `${name}: ${each}`),
  )
  return [line, ...lines, '', body].join('\r\n')
}
