import { DeskError } from '../../core/api/errors.ts'

/** Node's code of a failed call, such as 'ENOENT'; undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** True where the error says that there is no such file or folder. */
export const isMissing = (error: unknown): boolean => {
  const code = errorCode(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** `undefined` in place of "no such file"; any other error is thrown on. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** A failed write with its name: 'disk-full' for ENOSPC and EDQUOT, else 'unwritable'. A DeskError stays as it is. */
export function writeFailure(error: unknown, what: string): DeskError {
  if (error instanceof DeskError) return error
  const code = errorCode(error) ?? 'unknown'
  const message = `${what}: ${error instanceof Error ? error.message : String(error)}`
  return new DeskError(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'unwritable', message, {
    cause: code,
  })
}
