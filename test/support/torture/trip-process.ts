// Answers each POST once a line more stands on the disk: what a host does for a batch of keys, without anything of Midad in it.
// Run by Node itself: `node trip-process.ts FILE`; its first line is its port, and it ends with its standard input.
import { open } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const [path = ''] = process.argv.slice(2)
const file = await open(path, 'a')
const answer = async (line: string): Promise<number> => {
  try {
    await file.appendFile(`${line}\n`)
    await file.datasync()
    return 200
  } catch {
    return 500
  }
}
const server = createServer((request, response) => {
  let line = ''
  request.setEncoding('utf8').on('data', (part: string) => (line += part))
  request.on('end', () => void answer(line).then((status) => response.writeHead(status).end()))
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
process.stdin.on('end', () => process.exit()).resume()
