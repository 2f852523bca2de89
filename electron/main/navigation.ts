import { app, type WebContents } from 'electron'
import { isDrawnPage } from './origin.ts'

/** Nothing that Electron shows can be led elsewhere; a link that asks for a window goes to `openLink` instead. */
export function forbidLeaving(openLink: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, openLink))
}

function guard(contents: WebContents, openLink: (address: string) => void): void {
  contents.on('will-navigate', (details) => details.preventDefault())
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-frame-navigate', (details) => {
    // The preview's frame holds drawn pages and nothing else.
    if (details.isMainFrame || !isDrawnPage(details.url)) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
}
