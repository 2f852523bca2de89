/** A piece of a sentence: words as they stand, or a value to be put in. */
export type Piece =
  | string
  /** `{name}`; with `isNumber` written in the digits of the interface. */
  | { value: string; isNumber: boolean }
  /** `#` within a plural: its number. */
  | { count: true }
  | { value: string; by: 'plural' | 'select'; options: Readonly<Record<string, readonly Piece[]>> }

/**
 * Reads an ICU message (MessageFormat, as CLDR and translators' tools write it) as far as our sentences use it: values,
 * `number`, `plural` with `=n`, `select`, `#`, and apostrophes as ICU 4.8 and later take them. Ours, because the page reads
 * it before the first key and a whole parser is as large as the editor's tables; a test holds it against FormatJS.
 * @throws SyntaxError for anything else
 */
export function readMessage(message: string): readonly Piece[] {
  if (!/['{}]/.test(message)) return message === '' ? [] : [message]
  const reader: Reader = { message, at: 0 }
  const pieces = readPieces(reader, false)
  if (reader.at < message.length) fail(reader, 'a brace that closes nothing')
  return pieces
}

interface Reader {
  readonly message: string
  at: number
}

function fail({ message, at }: Reader, what: string): never {
  throw new SyntaxError(`${what} at ${at} of ${JSON.stringify(message)}`)
}

/** Up to the brace that closes what was opened, or to the end. */
function readPieces(reader: Reader, isInPlural: boolean): Piece[] {
  const { message } = reader
  const pieces: Piece[] = []
  let words = ''
  const end = () => {
    if (words) pieces.push(words)
    words = ''
  }
  while (reader.at < message.length && message[reader.at] !== '}') {
    const letter = message[reader.at] ?? ''
    if (letter === "'") words += readApostrophe(reader, isInPlural)
    else if (letter === '{') {
      end()
      pieces.push(readValue(reader))
    } else if (letter === '#' && isInPlural) {
      end()
      pieces.push({ count: true })
      reader.at += 1
    } else {
      words += letter
      reader.at += 1
    }
  }
  end()
  return pieces
}

/** Two are one; one before a brace (or `#` in a plural) quotes up to the next; any other is itself. */
function readApostrophe(reader: Reader, isInPlural: boolean): string {
  const { message } = reader
  const next = message[reader.at + 1] ?? ''
  if (next === "'") {
    reader.at += 2
    return "'"
  }
  if (next !== '{' && next !== '}' && !(next === '#' && isInPlural)) {
    reader.at += 1
    return "'"
  }
  let quoted = ''
  for (reader.at += 1; reader.at < message.length; reader.at += 1) {
    if (message[reader.at] !== "'") quoted += message[reader.at]
    else if (message[reader.at + 1] === "'") {
      quoted += "'"
      reader.at += 1
    } else break
  }
  reader.at += 1
  return quoted
}

/** What matches here, read over with the white space behind it. */
function take(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at
  const [found = '', word = found] = pattern.exec(reader.message) ?? []
  reader.at += found.length
  return word
}
const word = /([\p{L}\p{N}_.-]+)\s*/uy
const optionName = /(=\d+|[\p{L}\p{N}_-]+)\s*/uy
const comma = /(,)\s*/y
const open = /(\{)\s*/y
const close = /\}/y

function readValue(reader: Reader): Piece {
  take(reader, open)
  const value = take(reader, word) || fail(reader, 'a value without a name')
  if (take(reader, close)) return { value, isNumber: false }
  if (!take(reader, comma)) fail(reader, 'no comma behind the name of a value')
  const kind = take(reader, word)
  if (kind === 'number' && take(reader, close)) return { value, isNumber: true }
  if (kind !== 'plural' && kind !== 'select') fail(reader, 'what this interface does not use')
  if (!take(reader, comma)) fail(reader, `no comma behind ${kind}`)
  return { value, by: kind, options: readOptions(reader, kind === 'plural') }
}

function readOptions(reader: Reader, isPlural: boolean): Record<string, readonly Piece[]> {
  const options: Record<string, readonly Piece[]> = {}
  while (!take(reader, close)) {
    const name = take(reader, optionName) || fail(reader, 'an option without a name')
    if (reader.message[reader.at] !== '{') fail(reader, `no words for ${name}`)
    reader.at += 1
    options[name] = readPieces(reader, isPlural)
    if (!take(reader, close)) fail(reader, `the words for ${name} do not end`)
    take(reader, /\s+/y)
  }
  if (!options.other) fail(reader, 'no words for other')
  return options
}
