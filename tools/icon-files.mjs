// The two containers that hold an icon in many sizes, written from pictures that are already drawn.

/**
 * @typedef {object} DrawnIcon
 * @property {number} size Pixels along each side.
 * @property {Uint8Array} png
 * @property {Uint8Array} rgba Four bytes a pixel, from the top, not premultiplied.
 */

/**
 * A Windows `.ico` (one picture a size, at most 256 pixels). The small ones are bitmaps, which every part of the shell
 * reads; from 64 pixels on PNG, which it reads since Vista.
 * @param {readonly DrawnIcon[]} icons
 * @returns {Buffer}
 */
export function icoFile(icons) {
  const pictures = icons.map((icon) => (icon.size < 64 ? bitmap(icon) : Buffer.from(icon.png)))
  const head = Buffer.alloc(6 + 16 * icons.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(icons.length, 4)
  let offset = head.length
  for (const [index, { size }] of icons.entries()) {
    if (size > 256) throw new Error(`an .ico holds at most 256 pixels, not ${size}`)
    const at = 6 + 16 * index
    // 256 does not fit into the byte and is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(pictures[index].length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += pictures[index].length
  }
  return Buffer.concat([head, ...pictures])
}

/** A bitmap as it lies in an .ico: rows from below, blue first, then a mask of one bit a pixel for readers without alpha. */
function bitmap({ size, rgba }) {
  const head = Buffer.alloc(40)
  head.writeUInt32LE(40, 0)
  head.writeInt32LE(size, 4)
  // Twice the height: the colours and the mask.
  head.writeInt32LE(size * 2, 8)
  head.writeUInt16LE(1, 12)
  head.writeUInt16LE(32, 14)
  const colours = Buffer.alloc(size * size * 4)
  const maskRow = Math.ceil(size / 32) * 4
  const mask = Buffer.alloc(maskRow * size)
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [red, green, blue, alpha] = rgba.subarray((y * size + x) * 4, (y * size + x) * 4 + 4)
      const row = size - 1 - y
      colours.set([blue, green, red, alpha], (row * size + x) * 4)
      if (alpha === 0) mask[row * maskRow + (x >> 3)] |= 0x80 >> (x & 7)
    }
  }
  head.writeUInt32LE(colours.length + mask.length, 20)
  return Buffer.concat([head, colours, mask])
}

/** The kinds of an .icns by the pixels they hold; the second of a pair is the double density of half its size. */
const icnsKinds = [
  { type: 'ic04', size: 16 },
  { type: 'ic05', size: 32 },
  { type: 'ic11', size: 32 },
  { type: 'ic12', size: 64 },
  { type: 'ic07', size: 128 },
  { type: 'ic13', size: 256 },
  { type: 'ic08', size: 256 },
  { type: 'ic14', size: 512 },
  { type: 'ic09', size: 512 },
  { type: 'ic10', size: 1024 },
]

/**
 * A macOS `.icns`. Needs a picture of each of 16, 32, 64, 128, 256, 512 and 1024 pixels.
 * @param {readonly DrawnIcon[]} icons
 * @returns {Buffer}
 */
export function icnsFile(icons) {
  const parts = icnsKinds.flatMap(({ type, size }) => {
    const icon = icons.find((each) => each.size === size)
    if (!icon) throw new Error(`an .icns needs ${size} pixels`)
    // The two single-density small ones hold packed channels, never PNG.
    const content = type === 'ic04' || type === 'ic05' ? packedChannels(icon) : Buffer.from(icon.png)
    return [chunkHead(type, content.length), content]
  })
  const content = Buffer.concat(parts)
  return Buffer.concat([chunkHead('icns', content.length), content])
}

function chunkHead(type, length) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(length + 8, 4)
  return head
}

function packedChannels({ rgba }) {
  const channels = [3, 0, 1, 2].map((channel) => packed(rgba.filter((_byte, at) => at % 4 === channel)))
  return Buffer.concat([Buffer.from('ARGB', 'latin1'), ...channels])
}

/** Apple's run lengths: 0x80 and more repeats the next byte (n - 125) times, less copies n + 1 bytes. */
function packed(bytes) {
  const out = []
  let at = 0
  while (at < bytes.length) {
    const run = runAt(bytes, at)
    if (run >= 3) {
      out.push(run + 125, bytes[at])
      at += run
      continue
    }
    const start = at
    while (at < bytes.length && at - start < 128 && runAt(bytes, at) < 3) at += 1
    out.push(at - start - 1, ...bytes.subarray(start, at))
  }
  return Buffer.from(out)
}

/** How often the byte stands there in a row, at most 130 times. */
function runAt(bytes, at) {
  let end = at + 1
  while (end < bytes.length && end - at < 130 && bytes[end] === bytes[at]) end += 1
  return end - at
}
