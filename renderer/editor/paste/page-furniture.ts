import { asksForConsent, isInvitation } from '../../../core/recognise/page-words.ts'

const furniture =
  'nav, aside:not(.pull-quote), footer, menu, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], ' +
  '[role=search], [role=dialog], [role=alertdialog], [role=menu], [aria-hidden=true], [hidden]'
// Whole words of class names and ids as pages build them: share-bar, related_posts, cookieConsent.
const named =
  /(?:^|[-_\s])(?:share|sharing|social|related|recommend(?:ed|ations)?|cookies?|consent|gdpr|newsletter|subscri(?:be|ption)|breadcrumbs?|advert(?:s|isement)?|ads?|promo|sidebar|mostread|most-read|popular|trending|read-?(?:also|more|next)|also-?read|pagination|skip-?link|paywall)(?=$|[-_\s])/i
const sharing =
  /^https?:\/\/(?:[\w.]+\.)?(?:facebook\.com\/(?:sharer|share|dialog)|twitter\.com\/(?:intent|share)|x\.com\/intent|wa\.me|api\.whatsapp\.com\/send|t(?:elegram)?\.me\/share|linkedin\.com\/share|pinterest\.com\/pin)|^mailto:\?/i
const lines = 'p, li, h2, h3, h4, h5, h6, div, span'
/** Words of camel case part as hyphens do. */
const plainName = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1-$2')

const lengthOf = (element: Element): number => element.textContent?.trim().length ?? 0

/** Whether it is so much of what came that it must be the story, whatever the page calls it. */
const isMost = (element: Element, whole: number): boolean => lengthOf(element) > whole / 2

/** Takes an element out, and the boxes that it leaves empty. */
function takeOut(element: Element, root: Element): void {
  let outer = element
  for (
    let up = outer.parentElement;
    up && up !== root && lengthOf(up) === lengthOf(outer);
    up = up.parentElement
  ) {
    if (up.querySelector('img') && !outer.querySelector('img')) break
    outer = up
  }
  outer.remove()
}

/** A list of links and nothing else. */
function isLinkList(element: Element | null): element is Element {
  if (!element?.matches('ul, ol')) return false
  const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + lengthOf(link), 0)
  return linked > 0 && linked >= lengthOf(element) * 0.8
}

function takeInvitations(root: Element, whole: number): number {
  let count = 0
  for (const line of root.querySelectorAll(lines)) {
    // Alone it is what somebody wanted to have.
    if (!root.contains(line) || line.querySelector(lines) || isMost(line, whole)) continue
    const text = line.textContent?.trim() ?? ''
    const link = line.querySelector('a')
    // Words of the story begin so too; a link, or nothing but the invitation, tells them apart.
    const isLinked = link !== null && lengthOf(link) >= text.length * 0.4
    const isBare = text.length <= 40 && !/[.؟!]$/u.test(text)
    const invites = isInvitation(text) && (isLinked || isBare) && !line.closest('blockquote, table')
    if (!invites && !asksForConsent(text)) continue
    const following = line.nextElementSibling
    if (isBare && isLinkList(following) && !isMost(following, whole)) following.remove()
    count += 1
    takeOut(line, root)
  }
  return count
}

/** Leaves out what a news page puts around its story and into it. Answers how many pieces. */
export function pageFurniture(root: HTMLElement): number {
  const whole = lengthOf(root)
  const isNamed = (element: Element): boolean => named.test(plainName(`${element.className} ${element.id}`))
  let count = 0
  for (const element of root.querySelectorAll(`${furniture}, [class], [id]`)) {
    if (!root.contains(element) || !(element.matches(furniture) || isNamed(element))) continue
    if (isMost(element, whole) || element.matches('article, main, body')) continue
    if (lengthOf(element) > 0) count += 1
    element.remove()
  }
  for (const link of root.querySelectorAll('a')) {
    if (!sharing.test(link.getAttribute('href') ?? '') || !root.contains(link) || isMost(link, whole))
      continue
    count += 1
    takeOut(link, root)
  }
  return count + takeInvitations(root, whole)
}
