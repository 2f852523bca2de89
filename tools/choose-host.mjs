/** The words that `npm start -- --host` knows. */
export const hosts = ['web', 'electron']

/**
 * Which of the ways to open Midad is taken, and why: a line for the person, and whether the browser is to be opened;
 * or `wrong`, a sentence, where what was asked for cannot be had.
 */
export function chooseHost({ host, isOpenWished, hasDisplay }) {
  if (host !== undefined && !hosts.includes(host)) {
    return { wrong: `--host is one of ${hosts.join(', ')}, not "${host}"` }
  }
  if (host === 'electron') {
    return { wrong: 'this version has no Electron window yet; --host web opens Midad in the browser' }
  }
  if (!isOpenWished) return { opensBrowser: false, line: 'web host, address printed, because of --no-open' }
  if (!hasDisplay) {
    return { opensBrowser: false, line: 'web host, address printed, because there is no display' }
  }
  const why = host === 'web' ? 'because of --host web' : 'because this version has no Electron window yet'
  return { opensBrowser: true, line: `web host in the browser, ${why}` }
}

/** True where a window can appear at all. */
export function hasDisplay(environment = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}
