import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page (its context has `bypassCSP`), a line a rule with the elements; frames are left out. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    // Under a dialog that holds the reader, the page with its landmarks is hidden on purpose.
    const enabled = document.querySelector('[role=dialog]') === null
    const rules = { 'landmark-one-main': { enabled }, 'page-has-heading-one': { enabled } }
    const { violations } = await checker.run({ iframes: false, rules })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
  })
}
