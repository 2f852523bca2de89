import { methodNames, type DeskApi } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'

/** A desk that can do only what a test gives it; everything else is refused as 'read-only'. */
export function standInDesk(parts: Partial<DeskApi> = {}): DeskApi {
  const refuse = () => Promise.reject(new DeskError('read-only', 'the stand-in does not do this'))
  const refusing = Object.fromEntries(methodNames.map((name) => [name, refuse])) as unknown as DeskApi
  return { ...refusing, ...parts }
}
