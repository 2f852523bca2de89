/**
 * The lines of UTF-8 bytes, as many at a time as a piece of input ends: without LF and CRLF, a BOM at the beginning left
 * out, bytes that are no UTF-8 as U+FFFD. What follows the last line's end is a line unless it is empty.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8')
  // A long line comes in many pieces: they are joined once, when it ends.
  let begun: string[] = []
  for await (const piece of input) {
    const [first = '', ...rest] = decoder.decode(piece, { stream: true }).split('\n')
    begun.push(first)
    const unfinished = rest.pop()
    if (unfinished === undefined) continue
    yield [begun.join(''), ...rest].map(withoutReturn)
    begun = [unfinished]
  }
  const last = [...begun, decoder.decode()].join('')
  if (last !== '') yield [withoutReturn(last)]
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
