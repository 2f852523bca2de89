import { DeskError } from '../api/errors.ts'

/** JSON from a stranger: read key by key, whatever their letters' size, never trusted to have any. */
export type JsonPart = Readonly<Record<string, unknown>>
const isPart = (value: unknown): value is JsonPart =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws DeskError 'unreadable' for what is no JSON object, or has keys that reach behind objects */
export function parsedPart(text: string): JsonPart {
  let json: unknown
  try {
    json = JSON.parse(text, (key: string, value: unknown) => {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype')
        throw new Error(`a key named ${key}`)
      return value
    })
  } catch {
    throw new DeskError('unreadable', 'the file is not JSON that can be used')
  }
  if (!isPart(json)) throw new DeskError('unreadable', 'the JSON is no object')
  return json
}

/** The value of the first of these keys that there is, in capitals or not: ninjs 2 writes `versioncreated`, 3 `versionCreated`. */
export function valueOf(part: JsonPart, ...names: string[]): unknown {
  for (const name of names) {
    const key = Object.keys(part).find((each) => each.toLowerCase() === name.toLowerCase())
    if (key !== undefined) return part[key]
  }
  return undefined
}

/** The same where it is text; '' where it is none. */
export function textIn(part: JsonPart, ...names: string[]): string {
  const value = valueOf(part, ...names)
  return typeof value === 'string' ? value : ''
}

/** The objects of a list, or of an object by their names, which then stand in `name`: ninjs 1 has those. */
export function partsIn(part: JsonPart, ...names: string[]): JsonPart[] {
  const value = valueOf(part, ...names)
  if (Array.isArray(value)) return value.filter(isPart)
  if (!isPart(value)) return []
  return Object.entries(value).flatMap(([name, each]) => (isPart(each) ? [{ name, ...each }] : []))
}
