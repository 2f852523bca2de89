import { cleanHref } from '../model/clean-body.ts'
import { toAsciiDigits } from './digits.ts'
import { decodedLabel } from './punycode.ts'

/**
 * What may be wrong with the address of a link. 'no-scheme', 'email' and 'phone' come with an address that is meant;
 * 'encoded' and 'look-alike' are warnings: the address can be used, and may lead elsewhere than it seems.
 */
export const addressProblems = [
  'empty',
  'too-long',
  'no-scheme',
  'scheme',
  'space',
  'host',
  'email',
  'phone',
  'encoded',
  'look-alike',
] as const
export type AddressProblem = (typeof addressProblems)[number]

export interface AddressCheck {
  problem: AddressProblem | null
  /** The address as a link would carry it: as it stands, or as it is meant; null where there is none. */
  href: string | null
  /** What the sentence about it names: the scheme that is not allowed, the name behind an encoded host, foreign letters. */
  about: string
}

const longest = 4096
const scheme = /^([a-z][a-z0-9+.-]*):/iu
const email = /^[^\s@:/?#]+@[^\s@:/?#.]+(?:\.[^\s@:/?#.]+)+$/u
const phone = /^\+?[0-9](?:[0-9\s().-]*[0-9])$/u
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:[/?#]|$)/

/** Looks at an address that somebody wrote, by its letters alone: nothing is asked of a network. */
export function checkAddress(written: string): AddressCheck {
  // Marks of direction come along when an address is copied out of right-to-left text.
  const address = written.replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '').trim()
  if (address === '') return found('empty')
  if (address.length > longest) return found('too-long')
  if (/^#\S+$/u.test(address)) return found(null, address)
  const number = toAsciiDigits(address)
  if (isPhone(number)) return found('phone', `tel:${number.replace(/[^+0-9]/g, '')}`)
  if (email.test(address)) return found('email', `mailto:${address}`)
  if (/\s/u.test(address)) return found('space')
  const named = schemeOf(address)
  if (named === undefined) return withoutScheme(address)
  if (named === 'http' || named === 'https') return checkHost(address, null)
  const href = cleanHref(address)
  return href === undefined ? found('scheme', null, `${named}:`) : found(null, href)
}

const found = (
  problem: AddressProblem | null,
  href: string | null = null,
  about: string = '',
): AddressCheck => ({ problem, href, about })

/** At least the seven digits of a number within a city; not the four numbers of a machine. */
const isPhone = (text: string): boolean =>
  phone.test(text) && text.replace(/[^0-9]/g, '').length >= 7 && !ipv4.test(text)

/** The scheme, in small letters. `example.org:8080` has none: that is a host and its port. */
function schemeOf(address: string): string | undefined {
  const name = scheme.exec(address)?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  const isPort = /^\d+(?:[/?#]|$)/.test(address.slice(name.length + 1)) && name !== 'tel'
  return isPort ? undefined : name
}

function withoutScheme(address: string): AddressCheck {
  const meant = `https://${address.replace(/^\/+/, '')}`
  return checkHost(meant, 'no-scheme')
}

/** `problem` is what has been found already; what is wrong with the host weighs more. */
function checkHost(address: string, problem: AddressProblem | null): AddressCheck {
  const host = hostOf(address)
  if (!isHost(host) || cleanHref(address) === undefined) return found('host', null, host)
  const labels = host.split('.')
  const decoded = labels.map((label) => decodedLabel(label) ?? label)
  const foreign = decoded.flatMap((label) => foreignLetters(label))
  if (foreign.length > 0) return found('look-alike', address, foreign.join(' '))
  if (decoded.some((label, at) => label !== labels[at])) return found('encoded', address, decoded.join('.'))
  return found(problem, address)
}

/** The host of a web address, without a name, a port and the dot that may end it. */
export function hostOf(address: string): string {
  const authority = /^https?:\/\/([^/?#\\]*)/iu.exec(address)?.[1] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  return /^\[[0-9a-f:.]+\]/iu.exec(host)?.[0] ?? host.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase()
}

const isHost = (host: string): boolean =>
  host.startsWith('[') ||
  (host.includes('.') && host.split('.').every((label) => /^[^\s"'<>%|^`{}]+$/u.test(label)))

const scripts = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Arabic: /\p{Script=Arabic}/u,
  Hebrew: /\p{Script=Hebrew}/u,
}
/** Letters drawn like Latin ones: from the confusables of UTS #39, those of the alphabets that are used to imitate names. */
const drawnAsLatin = /^[асԁеһіјӏорԛѕԝухүъьαινοрѵ0-9-]+$/u

/**
 * The letters of a label that belong to another alphabet than the first, or all of one that only looks Latin; browsers
 * hold such names for imitations too (UTS #39, "Restriction Level" Highly Restrictive).
 */
function foreignLetters(label: string): string[] {
  const letters = Array.from(label).filter((letter) => /\p{L}/u.test(letter))
  const scriptOf = (letter: string) => Object.values(scripts).find((script) => script.test(letter))
  const own = letters[0] === undefined ? undefined : scriptOf(letters[0])
  const mixed = new Set(letters.map(scriptOf)).size > 1
  if (mixed) {
    const others = letters.filter((letter) => scriptOf(letter) !== own)
    // Latin is what a name is believed to be written in: the others are what is odd.
    const odd = own === scripts.Latin ? others : letters.filter((letter) => !scripts.Latin.test(letter))
    return [...new Set(odd.length > 0 ? odd : others)]
  }
  const isDisguise = own !== undefined && own !== scripts.Latin && drawnAsLatin.test(label)
  return isDisguise ? [...new Set(letters)] : []
}
