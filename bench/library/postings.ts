import { wordsIn, type SearchDocument } from './words.ts'

const headBytes = 12
const top = 20

/**
 * The limit of a search: one sorted table of words, and for each the articles that hold it with how often, in one flat
 * array; on the disk as differences in varints. It knows no updates and no deletes.
 */
export class Postings {
  #size = 0
  #building: Map<string, number[]> | undefined = new Map()
  #words: string[] = []
  #offsets = new Uint32Array(1)
  #postings = new Uint32Array(0)

  add({ number, headline, byline, text }: SearchDocument): void {
    const building = this.#building
    if (!building) throw new Error('it is frozen')
    this.#size += 1
    const times = new Map<string, number>()
    for (const word of wordsIn(`${headline} ${byline} ${text}`)) times.set(word, (times.get(word) ?? 0) + 1)
    for (const [word, count] of times) {
      const list = building.get(word)
      if (list) list.push(number, count)
      else building.set(word, [number, count])
    }
  }

  freeze(): void {
    const building = this.#building ?? new Map<string, number[]>()
    this.#building = undefined
    this.#words = [...building.keys()].sort()
    this.#offsets = new Uint32Array(this.#words.length + 1)
    let length = 0
    for (const [index, word] of this.#words.entries()) {
      this.#offsets[index] = length
      length += building.get(word)?.length ?? 0
    }
    this.#offsets[this.#words.length] = length
    this.#postings = new Uint32Array(length)
    for (const [index, word] of this.#words.entries())
      this.#postings.set(building.get(word) ?? [], this.#offsets[index])
  }

  /** How many articles hold every word of the query; twenty of them are ranked by BM25's first half, as peers rank. */
  find(query: string, isPrefix: boolean): { total: number; best: number[] } {
    const words = wordsIn(query)
    const ranges = words
      .map((word, index) => this.#rangeOf(word, isPrefix && index === words.length - 1))
      .sort((one, other) => this.#lengthOf(one) - this.#lengthOf(other))
    let found: Map<number, number> | undefined
    for (const range of ranges) found = this.#narrowed(found, range)
    const scores = found ?? new Map<number, number>()
    return { total: scores.size, best: best(scores) }
  }

  #narrowed(found: Map<number, number> | undefined, [from, to]: Range): Map<number, number> {
    const next = new Map<number, number>()
    for (let word = from; word < to; word += 1) {
      const begin = this.#offsets[word] ?? 0
      const end = this.#offsets[word + 1] ?? 0
      const rarity = Math.log(1 + this.#size / ((end - begin) / 2))
      for (let at = begin; at < end; at += 2) {
        const article = this.#postings[at] ?? 0
        const before = found ? found.get(article) : 0
        if (before === undefined) continue
        const count = this.#postings[at + 1] ?? 0
        next.set(article, (next.get(article) ?? before) + (rarity * count) / (count + 1.2))
      }
    }
    return next
  }

  #rangeOf(word: string, isPrefix: boolean): Range {
    const from = this.#firstNotBefore(word)
    if (!isPrefix) return [from, this.#words[from] === word ? from + 1 : from]
    let to = from
    for (; to < this.#words.length; to += 1) if (!this.#words[to]?.startsWith(word)) break
    return [from, to]
  }

  #firstNotBefore(word: string): number {
    let [low, high] = [0, this.#words.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#words[middle] ?? '') < word) low = middle + 1
      else high = middle
    }
    return low
  }

  #lengthOf([from, to]: Range): number {
    return (this.#offsets[to] ?? 0) - (this.#offsets[from] ?? 0)
  }

  toBytes(): Uint8Array {
    const words = Buffer.from(this.#words.join('\n'))
    const head = Buffer.alloc(headBytes)
    head.writeUInt32LE(this.#size, 0)
    head.writeUInt32LE(this.#words.length, 4)
    head.writeUInt32LE(words.length, 8)
    const lists = new Varints(Buffer.allocUnsafe((this.#postings.length + this.#words.length) * 5))
    for (let word = 0; word < this.#words.length; word += 1) {
      const begin = this.#offsets[word] ?? 0
      const end = this.#offsets[word + 1] ?? 0
      lists.put((end - begin) / 2)
      let last = 0
      for (let at = begin; at < end; at += 2) {
        const article = this.#postings[at] ?? 0
        lists.put(article - last)
        lists.put(this.#postings[at + 1] ?? 0)
        last = article
      }
    }
    return Buffer.concat([head, words, lists.written()])
  }

  static fromBytes(bytes: Uint8Array): Postings {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const read = new Postings()
    read.#building = undefined
    read.#size = file.readUInt32LE(0)
    const count = file.readUInt32LE(4)
    const wordBytes = file.readUInt32LE(8)
    read.#words = count === 0 ? [] : file.toString('utf8', headBytes, headBytes + wordBytes).split('\n')
    read.#offsets = new Uint32Array(count + 1)
    const lists = new Varints(file, headBytes + wordBytes)
    // A number takes a byte at least.
    const postings = new Uint32Array(file.length)
    let length = 0
    for (let word = 0; word < count; word += 1) {
      read.#offsets[word] = length
      let article = 0
      for (let left = lists.take(); left > 0; left -= 1) {
        article += lists.take()
        postings[length++] = article
        postings[length++] = lists.take()
      }
    }
    read.#offsets[count] = length
    read.#postings = postings.slice(0, length)
    return read
  }
}

/** Of words in the table: the first, and the one behind the last. */
type Range = [from: number, to: number]

function best(scores: ReadonlyMap<number, number>): number[] {
  const held: [article: number, score: number][] = []
  for (const [article, score] of scores) {
    if (held.length === top && score <= (held[top - 1]?.[1] ?? 0)) continue
    let at = held.length === top ? top - 1 : held.length
    for (; at > 0 && (held[at - 1]?.[1] ?? 0) < score; at -= 1) held[at] = held[at - 1] as [number, number]
    held[at] = [article, score]
  }
  return held.map(([article]) => article)
}

/** Numbers of seven bits a byte, the smallest first. */
class Varints {
  readonly #bytes: Buffer
  #at: number

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes
    this.#at = at
  }

  put(number: number): void {
    let left = number
    while (left > 127) {
      this.#bytes[this.#at++] = (left & 127) | 128
      left >>>= 7
    }
    this.#bytes[this.#at++] = left
  }

  take(): number {
    let [number, shift, byte] = [0, 0, 128]
    while (byte > 127) {
      byte = this.#bytes[this.#at++] ?? 0
      number |= (byte & 127) << shift
      shift += 7
    }
    return number >>> 0
  }

  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#at)
  }
}
