import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'

/** A headless Chromium that asks the network for nothing, with software drawing everywhere alike. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A page of its own profile, with its line to the browser's own tools. */
export interface FreshPage {
  page: Page
  tools: CDPSession
  /** What the page threw and nobody caught. */
  faults: string[]
  close: () => Promise<void>
}

/** As large as a laptop's window. */
const viewport = { width: 1440, height: 900 }

export async function openFreshPage(browser: Browser): Promise<FreshPage> {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  const tools = await context.newCDPSession(page)
  return { page, tools, faults, close: () => context.close() }
}
