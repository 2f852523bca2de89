import type { Session } from 'electron'
import { isPage } from './origin.ts'

/** What our page may do beyond showing itself: put text on the clipboard, read it when a person asks, fill the screen. */
const granted: readonly string[] = ['clipboard-read', 'clipboard-sanitized-write', 'fullscreen']
/** Electron asks the network for none of these, whatever a page of ours wants. */
const elsewhere = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*']

/** Denies what Electron would grant: permissions, devices, downloads, and every request that leaves the program. */
export function denyByDefault(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, { isMainFrame, requestingUrl }) =>
    callback(isGranted(permission, isMainFrame, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame, requestingUrl }) =>
    isGranted(permission, isMainFrame, requestingUrl ?? origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest({ urls: elsewhere }, (_details, callback) => callback({ cancel: true }))
  session.setSpellCheckerEnabled(false)
}

const isGranted = (permission: string, isMainFrame: boolean, from: string): boolean =>
  granted.includes(permission) && isMainFrame && isPage(from)
