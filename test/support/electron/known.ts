import { electronSurface, type Shape, type Surface, type Thing } from './surface.ts'

/** A call, an event name or an option that Electron's types do not know: a fault of ours, whoever catches it. */
export class UnknownToElectron extends Error {}

let surface: Surface | undefined
/** Every refusal so far, for a test to see even where our code has caught the error. */
export const refusals: string[] = []

function refuse(what: string): never {
  refusals.push(what)
  throw new UnknownToElectron(`Electron's types do not know ${what}`)
}

function thingNamed(name: string): Thing {
  surface ??= electronSurface()
  return surface.things[name] ?? refuse(name)
}

const listening = ['on', 'once', 'off', 'addListener', 'removeListener']
/** What JavaScript itself, and not a person, asks of any object. */
const ofLanguage = new Set<string | symbol>(['then', 'constructor', 'toJSON', '$$typeof', 'asymmetricMatch'])

/**
 * `does` as Electron's `name`: what its types do not know is refused, and so is what they know and the stand-in does
 * not do. Arguments are checked against the types, each overload in turn.
 */
export function known<T extends object>(name: string, does: T): T {
  const thing = thingNamed(name)
  return new Proxy(does, {
    get(target, key) {
      if (typeof key === 'symbol' || ofLanguage.has(key)) return Reflect.get(target, key) as unknown
      if (!thing.members[key]) return refuse(`${name}.${key}`)
      const value: unknown = Reflect.get(target, key)
      if (value === undefined && !(key in target)) throw new Error(`the stand-in does not do ${name}.${key}`)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        checkCall(name, thing, key, args)
        const answer: unknown = Reflect.apply(value, target, args)
        return answer
      }
    },
    set(target, key, value) {
      const member = thing.members[String(key)]
      if (!member || member.isReadOnly) return refuse(`${name}.${String(key)} as something to set`)
      return Reflect.set(target, key, value)
    },
  })
}

/** Checks what a class of Electron is constructed with. */
export function checkConstruction(name: string, args: unknown[]): void {
  const { constructed } = thingNamed(name)
  const problems = constructed.map((call) => problemOfCall(call, args))
  if (problems.every((problem) => problem !== undefined)) refuse(`new ${name}: ${problems.join(' or ')}`)
}

function checkCall(name: string, thing: Thing, key: string, args: unknown[]): void {
  if (listening.includes(key)) {
    const [event, listener] = args
    if (thing.events && !thing.events.includes(String(event)))
      refuse(`the event '${String(event)}' of ${name}`)
    if (typeof listener !== 'function') refuse(`a listener of ${name} that is no function`)
    return
  }
  const calls = thing.members[key]?.calls ?? []
  const problems = calls.map((call) => problemOfCall(call, args))
  if (calls.length > 0 && problems.every((problem) => problem !== undefined)) {
    refuse(`${name}.${key}(): ${problems.join(' or ')}`)
  }
}

function problemOfCall(call: Thing['constructed'][number], args: unknown[]): string | undefined {
  if (args.length < call.least) return `${args.length} arguments are too few`
  if (!call.isOpen && args.length > call.parameters.length) return `${args.length} arguments are too many`
  for (const [at, value] of args.entries()) {
    const shape = call.parameters[at]
    // A rest parameter takes anything here.
    if (!shape || (call.isOpen && at >= call.parameters.length - 1)) break
    if (value === undefined && at >= call.least) continue
    const problem = problemOf(value, shape, `argument ${at + 1}`)
    if (problem) return problem
  }
  return undefined
}

function problemOf(value: unknown, shape: Shape, where: string): string | undefined {
  switch (shape.kind) {
    case 'any':
      return undefined
    case 'nothing':
      return value === undefined || value === null ? undefined : `${where} should be nothing`
    case 'literal':
      return value === shape.value ? undefined : `${where} is not ${JSON.stringify(shape.value)}`
    case 'string':
    case 'number':
    case 'boolean':
    case 'function':
      return typeof value === shape.kind ? undefined : `${where} is no ${shape.kind}`
    case 'instance':
      // Of a class of Electron: what somebody wrote down between braces is none.
      return typeof value === 'object' && value !== null && !isPlain(value)
        ? undefined
        : `${where} is no instance`
    case 'array':
      if (!Array.isArray(value)) return `${where} is no list`
      return first(value.map((each, at) => problemOf(each, shape.of, `${where}[${at}]`)))
    case 'union': {
      const problems = shape.of.map((each) => problemOf(value, each, where))
      if (problems.includes(undefined)) return undefined
      // Of an object, the alternative that names its keys says most.
      return problems.find((problem) => problem?.includes('the option')) ?? `${where}: ${problems.join(', ')}`
    }
    case 'object':
      return problemOfOptions(value, shape.name, where)
  }
}

function problemOfOptions(value: unknown, name: string, where: string): string | undefined {
  if (typeof value !== 'object' || value === null) return `${where} is no ${name}`
  const { keys, required } = surface?.options[name] ?? { keys: {}, required: [] }
  if (!isPlain(value)) return undefined
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(keys, key))
  if (unknown !== undefined) return `${where} has the option '${unknown}' that ${name} has not`
  const missing = required.find((key) => !(key in value))
  if (missing !== undefined) return `${where} lacks the option '${missing}' of ${name}`
  return first(
    Object.entries(value).map(([key, each]) =>
      each === undefined ? undefined : problemOf(each, keys[key] ?? { kind: 'any' }, `${where}.${key}`),
    ),
  )
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype
const first = (problems: (string | undefined)[]): string | undefined =>
  problems.find((problem) => problem !== undefined)
