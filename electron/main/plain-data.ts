/**
 * True where a value is what JSON can say: what the loopback host gets from the wire, Electron's structured clone
 * must be asked for (it carries Maps, Dates, cycles and keys named `__proto__` too).
 */
export function isPlainData(value: unknown): boolean {
  const seen = new Set<object>()
  // Iterative: it may be nested deeper than any recursion can follow.
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const each = waiting.pop()
    if (typeof each !== 'object' || each === null) {
      if (!isPlainValue(each)) return false
      continue
    }
    if (seen.has(each) || !isPlainObject(each)) return false
    seen.add(each)
    for (const inner of Object.values(each)) waiting.push(inner)
  }
  return true
}

function isPlainValue(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return value === null || ['string', 'boolean', 'undefined'].includes(typeof value)
}

function isPlainObject(value: object): boolean {
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  // The root of any realm: a Map's or a Date's prototype has one above it.
  const isRoot = prototype === null || Object.getPrototypeOf(prototype) === null
  return isRoot && !Object.hasOwn(value, '__proto__')
}
