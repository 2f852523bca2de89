import { DeskError } from '../api/errors.ts'

/** Where a file would break the rules of its standard, and how. */
export interface Finding {
  /** Names of properties or elements from the root, with `/`. */
  path: string
  message: string
}

/** @throws DeskError 'not-valid' where there is a finding: no file leaves that its standard would refuse */
export function requireValid(format: string, findings: readonly Finding[]): void {
  const [first, ...others] = findings
  if (!first) return
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  throw new DeskError('not-valid', `${format}: ${first.path}: ${first.message}${more}`, {
    format,
    path: first.path,
  })
}

/** What a value must look like; answers what is wrong with it, or nothing. */
export type ValueRule = (value: string) => string | undefined
const matching =
  (pattern: RegExp, isWanted: string): ValueRule =>
  (value) =>
    pattern.test(value) ? undefined : `is not ${isWanted}`

/** RFC 3986, an address with its scheme. */
export const isUri = matching(
  /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i,
  'an address with a scheme (RFC 3986)',
)
/** RFC 3987: an address, or one from here; letters of any language. */
export const isReference = matching(/^[^\s<>"{}|\\^`]*$/, 'an address')
const instantPattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
/** RFC 3339. */
export const isInstant: ValueRule = (value) =>
  instantPattern.test(value) && !value.startsWith('0000') && hasItsDay(value)
    ? undefined
    : 'is not a moment with its zone (RFC 3339)'
export const isTruncatedDate = matching(
  /^-?(?:[1-9]\d*)?\d{4}(?:-(?:1[0-2]|0[1-9])(?:-(?:3[01]|0[1-9]|[12]\d)(?:T(?:2[0-3]|[01]\d):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:2[0-3]|[01]\d):[0-5]\d)?)?)?)?$/,
  'a date (ISO 8601), whole or cut',
)
/** BCP 47, as XML Schema's `language` has it. */
export const isLanguage = matching(/^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i, 'a language (BCP 47)')
/** A code of a vocabulary: `alias:code`. */
export const isQcode = matching(/^[^\s:]+:\S+$/, 'a code of a vocabulary')
export const isCount = matching(/^\d+$/, 'a number')
export const isPositive = matching(/^0*[1-9]\d*$/, 'a number from 1')
/** The schema's normalizedString. */
export const isOneLine = matching(/^[^\t\n\r]*$/, 'one line')
export const isToken = matching(/^[\p{L}\p{N}\p{M}._:·-]+$/u, 'a name without spaces')
export const isName = matching(/^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u, 'a name')
export const isAnything: ValueRule = () => undefined
export const isOneOf =
  (...values: string[]): ValueRule =>
  (value) =>
    values.includes(value) ? undefined : `is none of ${values.join(', ')}`

function hasItsDay(value: string): boolean {
  const [year = 0, month = 0, day = 0] = value.slice(0, 10).split('-').map(Number)
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}
