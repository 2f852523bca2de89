import { cleanHref } from '../model/clean-body.ts'
import { addressesIn } from './isolate-addresses.ts'

/** What visits are counted by, never where a page is: the names of the services that append them. */
const trackers =
  /^(?:utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid)$/iu

/** The address without the parameters that only count visits; everything else to the letter as it was. */
export function withoutTracking(address: string): string {
  const [, path = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/su.exec(address) ?? []
  if (query === undefined) return address
  const kept = query.split('&').filter((part) => !trackers.test(part.split('=', 1)[0] ?? ''))
  return `${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`
}

/** An address as a person reads it: without `https://`, a lone slash and mailto:, letters instead of their percent codes. */
export function readableAddress(address: string): string {
  const bare = address.replace(/^(?:https?:\/\/|mailto:|tel:)/iu, '').replace(/^([^/?#]*)\/$/u, '$1')
  return bare.replace(/(?:%[89a-f][0-9a-f])+/giu, (codes) => {
    try {
      const letters = decodeURIComponent(codes)
      return /^[\p{L}\p{M}\p{N}]+$/u.test(letters) ? letters : codes
    } catch {
      return codes
    }
  })
}

/** The address that a text is, where it is one and nothing else; www. and e-mail addresses are made whole. */
export function loneAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed.length > 4096 || /\s/u.test(trimmed)) return undefined
  const [taken] = addressesIn(trimmed, 'rtl').taken
  if (!taken || taken.from !== 0 || taken.to !== trimmed.length) return undefined
  if (/^https?:\/\//iu.test(trimmed)) return cleanHref(trimmed)
  if (/^www\./iu.test(trimmed)) return cleanHref(`https://${trimmed}`)
  return /^[^@/]+@[^@/]+$/u.test(trimmed) ? cleanHref(`mailto:${trimmed}`) : undefined
}
