import type { PasteCounts } from './paste-report.ts'

const signatures =
  '.gmail_signature, .gmail_signature_prefix, .moz-signature, #Signature, #AppleMailSignature, ' +
  '[id^="ms-outlook-mobile-signature"], [class^="ms-outlook-mobile-signature"]'
const headers = '.OutlookMessageHeader, #divRplyFwdMsg, #x_divRplyFwdMsg'
const ruled = 'div[style*="border-top:solid"], div[style*="border-top: solid"]'
/** From and Sent of the head that Outlook for Windows prints over what it answers, in the interface languages of newsrooms. */
const fromLine = /^\s*(?:from|von|de|من|لە|از|מאת|ji|kimden)\s*:/iu

/** The head of the message that is answered, and the element that holds all of it. */
function headOf(root: Element): Element | null {
  const marked = root.querySelector(headers)
  if (marked) return marked
  return [...root.querySelectorAll(ruled)].find((box) => fromLine.test(box.textContent ?? '')) ?? null
}

/** What is answered becomes a quote: the head of it and all that follows. */
function quoteAfter(head: Element): void {
  let first = head
  // A wrapper of the head alone.
  while (first.parentElement && first.parentElement.localName === 'div' && !first.nextElementSibling)
    first = first.parentElement
  const quote = head.ownerDocument.createElement('blockquote')
  first.before(quote)
  for (let next: ChildNode | null = quote.nextSibling; next; next = quote.nextSibling) quote.append(next)
}

/** Makes quotes of what a mail answers and leaves signatures out. Answers how many of each. */
export function mailQuotes(root: HTMLElement): PasteCounts {
  let signed = 0
  for (const signature of root.querySelectorAll(signatures)) {
    if (signature.textContent?.trim() && root.contains(signature)) signed += 1
    signature.remove()
  }
  for (const rule of root.querySelectorAll('#appendonsend, #appendonsend + hr, hr#stopSpelling'))
    rule.remove()
  const head = headOf(root)
  if (head && !head.closest('blockquote')) quoteAfter(head)
  const quotes = [...root.querySelectorAll('blockquote')].filter(
    (quote) => !quote.parentElement?.closest('blockquote'),
  )
  return { quotes: quotes.length, signatures: signed }
}
