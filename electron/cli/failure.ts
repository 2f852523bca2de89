import { DeskError, type ErrorData } from '../../core/api/errors.ts'
import { UsageError } from './command.ts'

/** A failure of the machine around the desk, with a code of its own: 'port-taken', 'not-built'. */
export class HostFailure extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'HostFailure'
    this.code = code
  }
}

/** How a thrown thing is told to the person and to a script. */
export interface ToldFailure {
  code: ErrorData['code'] | (string & {})
  /** One line. */
  message: string
  exitCode: 1 | 2
}

/** Any thrown thing as one line with a code; wrong usage exits with 2, everything else with 1. */
export function tellFailure(thrown: unknown): ToldFailure {
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  const message = text.replaceAll(/\s+/g, ' ').trim()
  if (thrown instanceof UsageError) return { code: 'wrong-usage', message, exitCode: 2 }
  const isNamed = thrown instanceof DeskError || thrown instanceof HostFailure
  return { code: isNamed ? thrown.code : 'internal', message, exitCode: 1 }
}
