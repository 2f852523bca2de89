/** Read of a file before it is decided what it is: a head of some kilobytes must be enough (`article.reads` sends no more). */
const sniffedBytes = 64 * 1024

/**
 * The keys of the object that a JSON file holds, as far as the head of the file shows them, each with its value where that is a short
 * string or number of ASCII and '' otherwise. Undefined where the file does not begin with an object.
 */
export function jsonKeys(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  const text = asciiOf(bytes)
  const start = /^\s*\{/.exec(text)
  if (!start) return undefined
  const keys = new Map<string, string>()
  // Sticky: a string that the head does not close is the end of what can be known.
  const token = /[\s,:]*("((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]|[^\s"{}[\],:]+)/gsy
  token.lastIndex = start[0].length
  let key: string | undefined
  for (let depth = 1, found = token.exec(text); found && depth > 0; found = token.exec(text)) {
    const [, word = '', quoted, colon] = found
    if (word === '{' || word === '[') depth += 1
    else if (word === '}' || word === ']') depth -= 1
    else if (depth === 1 && quoted !== undefined && colon) {
      key = quoted
      if (!keys.has(key)) keys.set(key, '')
    } else if (depth === 1 && key !== undefined && word.length < 200) keys.set(key, quoted ?? word)
  }
  return keys
}

/** The first element of an XML file: its name without the prefix, and the address of its namespace ('' for none). */
export function xmlRoot(bytes: Uint8Array): { name: string; namespace: string } | undefined {
  const text = asciiOf(bytes)
  // White space, declarations, comments, and a document type with or without declarations of its own.
  const before = /\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/gsy
  let at = 0
  while (before.test(text)) at = before.lastIndex
  const tag = /<(?:([\w.-]+):)?([\w.-]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/y
  tag.lastIndex = at
  const [, prefix, name, attributes = ''] = tag.exec(text) ?? []
  if (name === undefined) return undefined
  const declared = [...attributes.matchAll(/\s(xmlns(?::[\w.-]+)?)\s*=\s*["']([^"']*)["']/g)]
  const wanted = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`
  return { name, namespace: declared.find(([, attribute]) => attribute === wanted)?.[2] ?? '' }
}

/** The head with a letter of no meaning for all that is not ASCII, of which names and marks are made; UTF-8 or UTF-16, its BOM dropped. */
function asciiOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes
  const isBig = first === 0xfe && second === 0xff
  const step = isBig || (first === 0xff && second === 0xfe) ? 2 : 1
  const from = step === 2 ? 2 : first === 0xef && second === 0xbb ? 3 : 0
  let text = ''
  for (let at = from; at < Math.min(bytes.length, sniffedBytes); at += step) {
    const other = step === 2 ? (bytes[at + (isBig ? 0 : 1)] ?? 0) : 0
    const byte = bytes[at + (isBig ? 1 : 0)] ?? 0
    text += other === 0 && byte < 0x80 ? String.fromCharCode(byte) : '\u00ff'
  }
  return text
}
