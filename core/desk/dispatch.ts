import { allMethods, type DeskApi, type HostApi, type MethodName } from '../api/contract.ts'
import { DeskError, toErrorData, type Result } from '../api/errors.ts'
import { isDeeperThan, maxDepth } from '../model/article.ts'

/** The desk, and what its host does beside it. */
export type Door = DeskApi & Partial<HostApi>

/**
 * The single door: an unknown message becomes a call, and any failure becomes data. Codes of its own:
 * 'unknown-method', 'bad-request', 'unsupported-here'. Never throws and never tells a stack.
 */
export async function dispatch(desk: Door, name: unknown, input: unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await call(desk, name, input) }
  } catch (error) {
    return { ok: false, error: toErrorData(error) }
  }
}

async function call(desk: Door, name: unknown, input: unknown): Promise<unknown> {
  if (!isMethod(name)) throw new DeskError('unknown-method', 'the desk has no such method')
  // Before the schema, which would follow the depth by recursion.
  if (isDeeperThan(input, maxDepth * 2)) throw new DeskError('bad-request', 'nested too deeply')
  const parsed = allMethods[name].input.safeParse(input ?? {})
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const path = issue?.path.join('.') || 'input'
    throw new DeskError('bad-request', `${path}: ${issue?.message ?? 'not as agreed'}`, { path })
  }
  // The table ties name, input and method together; TypeScript cannot follow that through an index.
  const method = desk[name] as ((input: unknown) => Promise<unknown>) | undefined
  if (!method) throw new DeskError('unsupported-here', `this host does not answer ${name}`)
  return method(parsed.data)
}

const isMethod = (name: unknown): name is MethodName =>
  typeof name === 'string' && Object.hasOwn(allMethods, name)
