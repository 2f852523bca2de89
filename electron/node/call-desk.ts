import type { Input, MethodName, Output } from '../../core/api/contract.ts'
import { DeskError, type Result } from '../../core/api/errors.ts'

/** Asks one method of a desk, wherever that desk is. @throws DeskError with the code that it gave */
export type CallDesk = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>

/** Typed calls over a door that answers with data. */
export function callsThrough(door: (name: string, input: unknown) => Promise<Result<unknown>>): CallDesk {
  return async <M extends MethodName>(method: M, input: Input<M>) => {
    const result = await door(method, input)
    if (!result.ok) throw new DeskError(result.error.code, result.error.message, result.error.details)
    return result.value as Output<M>
  }
}
