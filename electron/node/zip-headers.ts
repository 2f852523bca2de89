/** What a zip says of one entry. Sizes are less than 4 GiB; where it begins may be farther. */
export interface ZipHead {
  path: string
  time: Date
  isDeflated: boolean
  crc32: number
  packedBytes: number
  bytes: number
  /** Where its local header begins in the zip. */
  offset: number
}

// Everything here is from PKWARE's APPNOTE 6.3.10; its section stands beside each.
const most16 = 0xffff
const most32 = 0xffff_ffff
/** §4.4.3: 4.5 for what is larger than zip once could be, else 2.0. */
const version = 20
const version64 = 45
/** §4.4.2: made on Unix (3), so that the kind and rights of a file are read. */
const madeBy = (3 << 8) | version64
/** §4.4.4, bit 11: the name is UTF-8. */
const nameIsUtf8 = 1 << 11
/** A regular file for its owner alone, as Unix has it, in the upper half of §4.4.15. */
const ownersFile = 0o100600 * 2 ** 16

/** §4.3.7: what stands before the bytes of an entry. */
export function localHeader(head: ZipHead): Uint8Array {
  const name = Buffer.from(head.path)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  writeCommon(header, 6, head, name.length)
  return Buffer.concat([header, name])
}

/** §4.3.12: the entry's line in the table of contents. */
export function centralHeader(head: ZipHead): Uint8Array {
  const name = Buffer.from(head.path)
  const isFar = head.offset >= most32
  const extra = isFar ? farOffset(head.offset) : Buffer.alloc(0)
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(madeBy, 4)
  header.writeUInt16LE(isFar ? version64 : version, 6)
  writeCommon(header, 8, head, name.length)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(ownersFile, 38)
  header.writeUInt32LE(isFar ? most32 : head.offset, 42)
  return Buffer.concat([header, name, extra])
}

/** §4.3.16, and §4.3.14 and §4.3.15 before it where numbers are too large for it: the end of the zip. */
export function endOfZip(count: number, start: number, length: number): Uint8Array {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, most16), 8)
  end.writeUInt16LE(Math.min(count, most16), 10)
  end.writeUInt32LE(Math.min(length, most32), 12)
  end.writeUInt32LE(Math.min(start, most32), 16)
  const isLarge = count >= most16 || start >= most32 || length >= most32
  return isLarge ? Buffer.concat([largeEnd(count, start, length), end]) : end
}

function largeEnd(count: number, start: number, length: number): Uint8Array {
  const end = Buffer.alloc(56 + 20)
  end.writeUInt32LE(0x06064b50, 0)
  // How many bytes of this record follow.
  write64(end, 4, 56 - 12)
  end.writeUInt16LE(madeBy, 12)
  end.writeUInt16LE(version64, 14)
  write64(end, 24, count)
  write64(end, 32, count)
  write64(end, 40, length)
  write64(end, 48, start)
  // §4.3.15: where this record is, and that there is one disk.
  end.writeUInt32LE(0x07064b50, 56)
  write64(end, 56 + 8, start + length)
  end.writeUInt32LE(1, 56 + 16)
  return end
}

/** §4.5.3: the extended information of zip64, with the one number that may be too large. */
function farOffset(offset: number): Buffer {
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(8, 2)
  write64(extra, 4, offset)
  return extra
}

/** What both headers of an entry have in common, from the flags to the length of its name. */
function writeCommon(header: Buffer, at: number, head: ZipHead, nameBytes: number): void {
  header.writeUInt16LE(nameIsUtf8, at)
  header.writeUInt16LE(head.isDeflated ? 8 : 0, at + 2)
  header.writeUInt16LE(dosTime(head.time), at + 4)
  header.writeUInt16LE(dosDate(head.time), at + 6)
  header.writeUInt32LE(head.crc32, at + 8)
  header.writeUInt32LE(head.packedBytes, at + 12)
  header.writeUInt32LE(head.bytes, at + 16)
  header.writeUInt16LE(nameBytes, at + 20)
}

const write64 = (buffer: Buffer, at: number, value: number): void => {
  buffer.writeBigUInt64LE(BigInt(value), at)
}

// §4.4.6: the time of the computer itself, in steps of two seconds.
const dosTime = (time: Date): number =>
  (time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >> 1)

/** It begins with 1980 and ends with 2107. */
function dosDate(time: Date): number {
  const year = Math.min(Math.max(time.getFullYear(), 1980), 2107)
  return ((year - 1980) << 9) | ((time.getMonth() + 1) << 5) | time.getDate()
}
