/** Our own scheme: `app://desk/` is the page, and nothing else is ours. */
export const scheme = 'app'
export const home = 'app://desk/'

/** The address as parsed, where it is one of our own; undefined for any other, and for what is no address. */
export function ownAddress(address: string): URL | undefined {
  const url = URL.parse(address)
  // The parts and never the beginning of the text: `app://desk.example/` begins like ours.
  const isOwn = url?.protocol === 'app:' && url.host === 'desk' && url.username === '' && url.password === ''
  return isOwn ? url : undefined
}

/** True for the page itself, which alone may call the desk. */
export const isPage = (address: string): boolean => ownAddress(address)?.pathname === '/'

/** True for a drawn page, which stands in a frame of ours. */
export const isDrawnPage = (address: string): boolean => {
  const url = ownAddress(address)
  return url !== undefined && /^\/page\/[\w-]+$/.test(url.pathname) && url.search === ''
}
