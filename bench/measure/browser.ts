import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'

/** As large as a laptop's window. */
const viewport = { width: 1440, height: 900 }
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium that asks the network for nothing, with software drawing everywhere alike. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags })
}

/** The same with a profile on the disk: what it once read and compiled, it keeps. */
export async function launchProfile(executablePath: string, folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath,
    args: flags,
    viewport,
    serviceWorkers: 'block',
  })
}

/** A page with its line to the browser's own tools. */
export interface FreshPage {
  page: Page
  tools: CDPSession
  /** What the page threw and nobody caught. */
  faults: string[]
  close: () => Promise<void>
}

/** A page of its own profile, in which nothing was ever read. */
export async function openFreshPage(browser: Browser): Promise<FreshPage> {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' })
  return { ...(await openPage(context)), close: () => context.close() }
}

/** A new page of a profile. */
export async function openPage(context: BrowserContext): Promise<FreshPage> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  const tools = await context.newCDPSession(page)
  return { page, tools, faults, close: () => page.close() }
}
