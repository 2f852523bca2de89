import { contrast, leastContrast } from '../model/contrast.ts'
import { dressedForMail } from './mail-dress.ts'
import { element, escaped, opening } from './markup.ts'
import { attributeText, type PageContext } from './page-context.ts'
import { pageTitle, partsHtml } from './page-parts.ts'

/** Outlook for Windows lays out by tables and knows no `max-width`: it alone reads what stands in these comments. */
const forOutlook = {
  before: '<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->',
  after: '<!--[if mso]></td></tr></table><![endif]-->',
}

/** The article as an e-mail: 600 px wide, in tables, every style on its element, `dir` on every block, nothing loaded, nothing run. */
export function mailPage(page: PageContext): string {
  const { paper, line } = page.theme.colours
  const { tag } = page.language
  // A link to the top has no top in a mail.
  const parts = dressedForMail(
    partsHtml(page, (part) => part !== 'top'),
    page,
  )
  const sheet = {
    role: 'presentation',
    dir: page.direction,
    style: 'border-collapse:collapse;table-layout:fixed;width:100%',
  }
  const cell = element(
    'td',
    {
      dir: page.direction,
      style: `padding:24px;background:${paper};border-top:3px solid ${line};overflow-wrap:break-word;word-wrap:break-word`,
    },
    `\n${parts}\n`,
  )
  const inner = element('table', sheet, element('tr', {}, cell))
  const box = element(
    'div',
    {
      role: 'article',
      'aria-label': pageTitle(page) || undefined,
      lang: tag,
      dir: page.direction,
      style: 'max-width:600px;margin:0 auto',
    },
    inner,
  )
  const ground = `margin:0;padding:0;background:${groundOf(paper, line)};-webkit-text-size-adjust:100%`
  const body = element(
    'body',
    { lang: tag, dir: page.direction, style: ground },
    `\n${forOutlook.before}\n${box}\n${forOutlook.after}\n`,
  )
  const byline = page.article.fields.byline.join(', ')
  const head = [
    opening('meta', { charset: 'utf-8' }),
    opening('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    opening('meta', { name: 'color-scheme', content: 'light' }),
    element('title', {}, escaped(pageTitle(page))),
    byline && opening('meta', { name: 'author', content: attributeText(byline, page) }),
  ]
    .filter(Boolean)
    .join('\n')
  const root = { lang: tag, dir: page.direction }
  return `<!DOCTYPE html>\n${element('html', root, `\n${element('head', {}, `\n${head}\n`)}\n${body}\n`)}\n`
}

/** What lies around the sheet: the colour of the lines where that is pale enough beside the paper. */
const groundOf = (paper: string, line: string): string =>
  contrast(paper, line) < leastContrast / 2 ? line : paper
