import { app, type WebPreferences } from 'electron'
import { built } from './built.ts'

/** THE preferences of every page of ours (reliability.md §1): stated, not left to what happens to be usual. */
export const webPreferences: Readonly<WebPreferences> = Object.freeze({
  preload: built.preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  // A file dropped where nobody takes it must not become the page.
  navigateOnDragDrop: false,
  // Chromium's own would download its dictionaries.
  spellcheck: false,
  devTools: !app.isPackaged,
})
