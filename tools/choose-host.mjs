/** The words that `npm start -- --host` knows. */
export const hosts = ['web', 'electron']

/**
 * @typedef {{ program?: string, why?: string }} ElectronHad
 * @typedef {{ host?: string, isOpenWished: boolean, hasDisplay: boolean, webOption?: string, electron?: ElectronHad }} Wish
 * @typedef {{ wrong?: string, line?: string, opensWindow?: boolean, opensBrowser?: boolean, asksForElectron?: boolean }} Choice
 */

/**
 * Which of the ways to open Midad is taken, and why: `line` for the person, and which of `opensWindow` and
 * `opensBrowser` (neither: its address is printed); or `wrong`, a sentence, where what was asked for cannot be had.
 * `electron` is `{ program }` or `{ why }`, a reason that ends "because …"; without it `asksForElectron` says whether
 * the answer depends on it. `webOption`: an option of the web host that was given.
 * @param {Wish} wish
 * @returns {Choice}
 */
export function chooseHost({ host, isOpenWished, hasDisplay, webOption, electron = {} }) {
  if (host !== undefined && !hosts.includes(host)) {
    return { wrong: `--host is one of ${hosts.join(', ')}, not "${host}"` }
  }
  if (host === 'electron') return chooseWindow({ isOpenWished, hasDisplay, electron })
  if (!isOpenWished) return { opensBrowser: false, line: 'web host, address printed, because of --no-open' }
  if (!hasDisplay) {
    return { opensBrowser: false, line: 'web host, address printed, because there is no display' }
  }
  const wished = host === 'web' ? 'because of --host web' : webOption && `because of --${webOption}`
  if (wished) return { opensBrowser: true, line: `web host in the browser, ${wished}` }
  if (electron.program) {
    return {
      opensWindow: true,
      opensBrowser: false,
      line: 'Electron window, because its program is there and there is a display',
    }
  }
  const why = electron.why ?? 'the program of Electron is not there'
  return { asksForElectron: true, opensBrowser: true, line: `web host in the browser, because ${why}` }
}

/** @param {Wish} wish @returns {Choice} */
function chooseWindow({ isOpenWished, hasDisplay, electron = {} }) {
  if (!isOpenWished) return { wrong: '--no-open prints the address of the web host; a window has none' }
  if (!hasDisplay) return { wrong: 'there is no display for the Electron window; --host web has an address' }
  if (electron.program) return { opensWindow: true, line: 'Electron window, because of --host electron' }
  if (electron.why)
    return { wrong: `no Electron window, because ${electron.why}; --host web opens the browser` }
  return { asksForElectron: true }
}

/** True where a window can appear at all. */
export function hasDisplay(environment = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}
