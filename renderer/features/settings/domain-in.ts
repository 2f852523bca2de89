import { isDomain } from '../../../core/model/agency.ts'

/** The domain in what somebody typed or pasted, an address of the web too; '' for nothing, undefined where there is none. */
export function domainIn(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '') return ''
  if (text.includes('@')) return undefined
  const address = URL.parse(text.includes('://') ? text : `https://${text}`)
  const host = address?.hostname.replace(/\.$/, '') ?? ''
  // Letters of Arabic script and the like are in their ASCII form now.
  return isDomain(host) && !/^[\d.]+$/.test(host) ? host : undefined
}
