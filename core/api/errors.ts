import { z } from 'zod'

/** Every way a call can fail. Each has a sentence in the catalogues: `error.<code>` and, where there is one, `error.<code>.next`. */
export const deskErrorCodes = [
  'not-found',
  'stale-revision',
  'read-only',
  'library-locked',
  'library-missing',
  'folder-missing',
  'library-newer',
  'disk-full',
  'unwritable',
  'unreadable',
  'damaged-copy',
  'newer-copy',
  'not-empty',
  'inside-library',
  'no-room',
  'bad-request',
  'too-large',
  'unknown-method',
  'unknown-format',
  'unknown-theme',
  'not-valid',
  'unsupported-file',
  'office-missing',
  'not-a-picture',
  'not-a-dictionary',
  'not-a-word-list',
  'not-a-name-list',
  'not-story-types',
  'not-a-theme',
  'unsupported-here',
  'unreachable',
  'not-saved',
  'export-ended',
  'no-browser',
  'not-printed',
  'internal',
] as const
export type DeskErrorCode = (typeof deskErrorCodes)[number]

export const errorDetails = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export type ErrorDetails = z.infer<typeof errorDetails>

/** A failure that is expected and has a name. `message` is English for logs; people read the catalogue's sentence. */
export class DeskError extends Error {
  readonly code: DeskErrorCode
  readonly details: ErrorDetails
  constructor(code: DeskErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'DeskError'
    this.code = code
    this.details = details
  }
}

/** How a failure crosses a border: as data. */
export interface ErrorData {
  code: DeskErrorCode
  message: string
  details?: ErrorDetails
}
export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorData }

export const errorData = z.object({
  code: z.enum(deskErrorCodes),
  message: z.string(),
  details: errorDetails.optional(),
})

/** Any thrown thing as data; what has no name becomes 'internal' and keeps only its message. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof DeskError) {
    return { code: thrown.code, message: thrown.message, details: thrown.details }
  }
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) }
}
