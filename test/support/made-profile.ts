/** Columns of a matrix (XYZ of D50) that make red of a number and another of it: those of sRGB. */
const red = [0.4361, 0.2225, 0.0139]
const green = [0.3851, 0.7169, 0.0971]
const blue = [0.1431, 0.0606, 0.7139]

const fixed = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(Math.round(value * 65_536))
  return bytes
}
const xyz = (values: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), ...values.map(fixed)])

/**
 * A colour profile (ICC.1, version 2) as a screen has one, of red, green and blue, in which red and blue have changed places: whoever honours it
 * sees blue where the picture has red. `space`: the colours that it says it is of; `more`: bytes behind its end that nobody reads.
 */
export function swappedProfile({ space = 'RGB ', more = 0 } = {}): Uint8Array {
  const text = Buffer.from('text\0\0\0\0swapped\0', 'latin1')
  const name = Buffer.concat([Buffer.from('desc\0\0\0\0\0\0\0\u0008swapped\0', 'latin1'), Buffer.alloc(78)])
  // A power of 2.2, in eighths of a byte.
  const curve = Buffer.from('curv\0\0\0\0\0\0\0\u0001\u0002\u0033\0\0', 'latin1')
  const tags: readonly [string, Buffer][] = [
    ['desc', name],
    ['cprt', text],
    ['wtpt', xyz([0.9642, 1, 0.8249])],
    ['rXYZ', xyz(blue)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(red)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length)
  const contents: Buffer[] = []
  let at = 128 + table.length
  for (const [index, [tag, content]] of tags.entries()) {
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)])
    table.write(tag, 4 + index * 12, 'latin1')
    table.writeUInt32BE(at, 8 + index * 12)
    table.writeUInt32BE(content.length, 12 + index * 12)
    contents.push(padded)
    at += padded.length
  }
  const head = Buffer.alloc(128)
  head.writeUInt32BE(at + more)
  head.writeUInt32BE(0x02_10_00_00, 8)
  head.write(`mntr${space}XYZ `, 12, 'latin1')
  head.write('acsp', 36, 'latin1')
  Buffer.from(xyz([0.9642, 1, 0.8249])).copy(head, 68, 8)
  return Buffer.concat([head, table, ...contents, Buffer.alloc(more)])
}
