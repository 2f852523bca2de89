import type { MessageKey } from './languages.ts'

/** Why a file was not read (`reason` in the details of its error), where that has a sentence of its own. */
const reasons = {
  'took-too-long': 'error.unreadable.tookTooLong',
  'too-much-memory': 'error.unreadable.tooMuchMemory',
  'too-much': 'error.unreadable.tooMuch',
  entities: 'error.unreadable.entities',
  archive: 'error.unreadable.archive',
  locked: 'error.unreadable.locked',
  empty: 'error.unreadable.empty',
  copy: 'error.unsupported-file.copy',
} as const satisfies Record<string, MessageKey>

export const reasonKey = (reason: unknown): MessageKey | undefined =>
  typeof reason === 'string' && Object.hasOwn(reasons, reason)
    ? reasons[reason as keyof typeof reasons]
    : undefined
