/** What a zip says of one entry. Sizes are less than 4 GiB; where it begins may be farther. */
export interface ZipHead {
  /** Its path with `/`, as UTF-8. */
  name: Uint8Array
  time: Date
  isDeflated: boolean
  crc32: number
  packedBytes: number
  bytes: number
  /** Where its local header begins in the zip. */
  offset: number
  /** Kind and rights as Unix has them; absent: whoever unpacks it decides. */
  unixMode?: number
}

// Everything here is from PKWARE's APPNOTE 6.3.10; its section stands beside each.
const most16 = 0xffff
const most32 = 0xffff_ffff
/** §4.4.3: 4.5 for what is larger than zip once could be, else 2.0. */
const version = 20
const version64 = 45
/** §4.4.2: made on Unix (3), so that the kind and rights of a file are read. */
const madeOnUnix = (3 << 8) | version64
/** §4.4.4, bit 11: the name is UTF-8. Said only where it matters: some readers of office files know no flags. */
const nameIsUtf8 = 1 << 11
const localBytes = 30
const centralBytes = 46

/** §4.3.7: what stands before the bytes of an entry. */
export function localHeader(head: ZipHead): Uint8Array {
  const header = new Uint8Array(localBytes + head.name.length)
  putLocalHeader(header, 0, head)
  return header
}

/** The same, into bytes that are all 0 there; answers where it ends. */
export function putLocalHeader(bytes: Uint8Array, at: number, head: ZipHead): number {
  put32(bytes, at, 0x04034b50)
  put16(bytes, at + 4, version)
  putCommon(bytes, at + 6, head)
  bytes.set(head.name, at + localBytes)
  return at + localBytes + head.name.length
}

/** §4.3.12: the entry's line in the table of contents. */
export function centralHeader(head: ZipHead): Uint8Array {
  const isFar = head.offset >= most32
  const header = new Uint8Array(centralBytes + head.name.length + (isFar ? farBytes : 0))
  putCentralHeader(header, 0, head)
  return header
}

/** The same, into bytes that are all 0 there; answers where it ends. */
export function putCentralHeader(bytes: Uint8Array, at: number, head: ZipHead): number {
  const { name, offset, unixMode } = head
  const isFar = offset >= most32
  const nameEnd = at + centralBytes + name.length
  put32(bytes, at, 0x02014b50)
  put16(bytes, at + 4, unixMode === undefined ? version : madeOnUnix)
  put16(bytes, at + 6, isFar ? version64 : version)
  putCommon(bytes, at + 8, head)
  put16(bytes, at + 30, isFar ? farBytes : 0)
  // In the upper half of §4.4.15.
  put16(bytes, at + 40, unixMode ?? 0)
  put32(bytes, at + 42, isFar ? most32 : offset)
  bytes.set(name, at + centralBytes)
  if (!isFar) return nameEnd
  putFarOffset(bytes, nameEnd, offset)
  return nameEnd + farBytes
}

/** How much both headers of an entry take together, where it begins within 4 GiB. */
export const headerBytes = (name: Uint8Array): number => localBytes + centralBytes + 2 * name.length

/** §4.3.16, and §4.3.14 and §4.3.15 before it where numbers are too large for it: the end of the zip. */
export function endOfZip(count: number, start: number, length: number): Uint8Array {
  const isLarge = count >= most16 || start >= most32 || length >= most32
  const at = isLarge ? largeEndBytes : 0
  const end = new Uint8Array(at + 22)
  if (isLarge) putLargeEnd(end, count, start, length)
  put32(end, at, 0x06054b50)
  put16(end, at + 8, Math.min(count, most16))
  put16(end, at + 10, Math.min(count, most16))
  put32(end, at + 12, Math.min(length, most32))
  put32(end, at + 16, Math.min(start, most32))
  return end
}

const largeEndBytes = 56 + 20

function putLargeEnd(end: Uint8Array, count: number, start: number, length: number): void {
  put32(end, 0, 0x06064b50)
  // How many bytes of this record follow.
  put64(end, 4, 56 - 12)
  put16(end, 12, madeOnUnix)
  put16(end, 14, version64)
  put64(end, 24, count)
  put64(end, 32, count)
  put64(end, 40, length)
  put64(end, 48, start)
  // §4.3.15: where this record is, and that there is one disk.
  put32(end, 56, 0x07064b50)
  put64(end, 56 + 8, start + length)
  put32(end, 56 + 16, 1)
}

/** §4.5.3: the extended information of zip64, with the one number that may be too large. */
const farBytes = 12
function putFarOffset(header: Uint8Array, at: number, offset: number): void {
  put16(header, at, 0x0001)
  put16(header, at + 2, 8)
  put64(header, at + 4, offset)
}

/** What both headers of an entry have in common, from the flags to the length of its name. */
function putCommon(header: Uint8Array, at: number, head: ZipHead): void {
  put16(header, at, isAscii(head.name) ? 0 : nameIsUtf8)
  put16(header, at + 2, head.isDeflated ? 8 : 0)
  put16(header, at + 4, dosTime(head.time))
  put16(header, at + 6, dosDate(head.time))
  put32(header, at + 8, head.crc32)
  put32(header, at + 12, head.packedBytes)
  put32(header, at + 16, head.bytes)
  put16(header, at + 20, head.name.length)
}

function isAscii(name: Uint8Array): boolean {
  for (let at = 0; at < name.length; at += 1) if ((name[at] as number) > 0x7f) return false
  return true
}

// §4.4: the lowest byte first.
function put16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value
  bytes[at + 1] = value >>> 8
}
function put32(bytes: Uint8Array, at: number, value: number): void {
  put16(bytes, at, value)
  put16(bytes, at + 2, value >>> 16)
}
function put64(bytes: Uint8Array, at: number, value: number): void {
  put32(bytes, at, value % 2 ** 32)
  put32(bytes, at + 4, Math.floor(value / 2 ** 32))
}

// §4.4.6: the time of the computer itself, in steps of two seconds.
const dosTime = (time: Date): number =>
  (time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >> 1)

/** It begins with 1980 and ends with 2107. */
function dosDate(time: Date): number {
  const year = Math.min(Math.max(time.getFullYear(), 1980), 2107)
  return ((year - 1980) << 9) | ((time.getMonth() + 1) << 5) | time.getDate()
}
