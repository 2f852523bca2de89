import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules of axe that look at colours: all that can differ between light and dark. */
export const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds on a page (its context has `bypassCSP`), a line a rule with the elements; frames are left out. With `only`
 * these rules alone are asked, which costs a part of the time.
 */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<string[]> {
  // It is half a megabyte: once a document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async (only) => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    // Under a dialog that holds the reader, the page with its landmarks is hidden on purpose.
    const enabled = document.querySelector('[role=dialog]') === null
    const rules = { 'landmark-one-main': { enabled }, 'page-has-heading-one': { enabled } }
    const asked = only ? { runOnly: { type: 'rule', values: only } } : { rules }
    const { violations } = await checker.run({ iframes: false, ...asked })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
  }, only)
}
