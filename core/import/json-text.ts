import { DeskError } from '../api/errors.ts'

/** Deeper JSON is nobody's article: a story of `maxDepth` levels takes two of them for each. */
const maxDepth = 250
/** Keys through which an object can reach what others inherit from. */
const refused = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Parses JSON of a file that comes in. How deep it is nested is counted before anything follows it inwards.
 * @throws DeskError 'unreadable' for what is no JSON, is nested too deeply or has a key that reaches prototypes
 */
export function parseJson(text: string): unknown {
  if (isNestedDeeper(text, maxDepth)) throw new DeskError('unreadable', 'the JSON is nested too deeply')
  try {
    return JSON.parse(text, (key: string, value: unknown) => {
      if (refused.has(key)) throw new Error(`a key named ${key}`)
      return value
    })
  } catch {
    throw new DeskError('unreadable', 'the file is not JSON that can be used')
  }
}

/** Letter by letter, so that nothing is too long or too deep for it. */
function isNestedDeeper(text: string, limit: number): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    if (letter === 0x22) at = stringEnd(text, at)
    else if (letter === 0x7b || letter === 0x5b) depth += 1
    else if (letter === 0x7d || letter === 0x5d) depth -= 1
    if (depth > limit) return true
  }
  return false
}

/** Where the string that begins at `at` ends; the end of the text where it does not. */
function stringEnd(text: string, from: number): number {
  let end = text.indexOf('"', from + 1)
  for (; end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return end
  }
  return text.length
}
