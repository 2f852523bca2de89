import { DeskError } from '../api/errors.ts'
import { mimeParts, type MimePart } from './mime.ts'
import type { ImportSource } from './source.ts'

/** A page that a browser saved as one file (RFC 2557), with its pictures. */
export const savedPage: ImportSource = {
  id: 'mhtml',
  accepts: ({ name }) => /\.mht(?:ml)?$/i.test(name),
  read: async ({ name, bytes, language }, { inside }) => {
    const parts = mimeParts(bytes)
    const page = parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
    if (!page) throw new DeskError('unreadable', 'no page in it')
    const byAddress = addressed(parts)
    const file = { name: name.replace(/\.[^.]*$/, '.html'), bytes: page.read(), language }
    return inside(file, (address) =>
      Promise.resolve((byAddress.get(address) ?? byAddress.get(resolved(page.location, address)))?.read()),
    )
  },
}

/** Each part by its address, and by its name within the file (`cid:`). */
function addressed(parts: readonly MimePart[]): Map<string, MimePart> {
  const byAddress = new Map<string, MimePart>()
  for (const part of parts) {
    if (part.id !== '') byAddress.set(`cid:${part.id}`, part)
    if (part.location !== '' && !byAddress.has(part.location)) byAddress.set(part.location, part)
  }
  return byAddress
}

/** An address of a page as the file names it: with its host, where the page left that out. */
function resolved(page: string, address: string): string {
  const [, scheme = '', host = '', path = ''] = /^([a-z]+:)(\/\/[^/?#]*)([^?#]*)/i.exec(page) ?? []
  if (address.startsWith('//')) return scheme + address
  if (address.startsWith('/')) return scheme + host + address
  return scheme + host + path.slice(0, path.lastIndexOf('/') + 1) + address.replace(/^\.\//, '')
}
