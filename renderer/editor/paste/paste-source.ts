import type { PasteSource } from './paste-report.ts'

/** A program is told by what it writes at the head of its markup; so much of it is looked at. */
const headLength = 40_000

const heads: readonly (readonly [PasteSource, RegExp])[] = [
  ['google-docs', /docs-internal-guid|class="?[^">]*lst-kix_/i],
  ['word-web', /class="[^"]*(?:OutlineElement|ListContainerWrapper|TextRun)\b|data-ccp-props/],
  ['libreoffice', /content="(?:LibreOffice|OpenOffice)/i],
  ['pages', /Cocoa HTML Writer|Apple-converted-space/],
]
const excel = /urn:schemas-microsoft-com:office:excel|content="?Excel\.Sheet/i
const word =
  /urn:schemas-microsoft-com:office:word|class="?Mso|mso-(?:list|element|style)|content="?Word\.Document/i
const mail =
  '.gmail_quote, .gmail_signature, .moz-cite-prefix, .moz-signature, blockquote[type=cite], .OutlookMessageHeader, ' +
  '#divRplyFwdMsg, #appendonsend, #Signature'
const telegram = '.message .from_name, .message.service .body'
/** What nobody writes into a text, but every page has. */
const page = 'article, main, nav, section, figure, header, footer, time, a[href^="http"]'

/** The program or kind of page that markup comes from; null where nothing tells. `html` is what came, `root` what is left of it. */
export function sourceOf(html: string, root: Element): PasteSource | null {
  const head = html.slice(0, headLength)
  if (root.querySelector(telegram)) return 'telegram'
  if (root.querySelector(mail)) return 'mail'
  const found = heads.find(([, pattern]) => pattern.test(head))
  if (found) return found[0]
  if (excel.test(head)) return null
  if (word.test(head)) return 'word'
  return root.querySelector(page) ? 'page' : null
}

/** Whether markup is the text layer that a browser draws over a PDF page: its words lie better in the plain text. */
export const isTextLayer = (html: string): boolean =>
  /<(?:br|span)[^>]* role="presentation"/i.test(html) && !/<(?:p|div|td|h[1-6]|li)[\s>]/i.test(html)
