import type { Page } from 'playwright-core'

/** Lays this on the system's clipboard, as a program does that copies; then Ctrl+V is a real paste of it. */
export async function copyOnto(page: Page, data: Record<string, string>): Promise<void> {
  await page.evaluate((data) => {
    window.addEventListener(
      'copy',
      (event) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        for (const [type, words] of Object.entries(data)) event.clipboardData?.setData(type, words)
      },
      { capture: true, once: true },
    )
  }, data)
  await page.keyboard.press('Control+c')
}
