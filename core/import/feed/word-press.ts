import type { Warning } from '../../api/files.ts'
import { childrenOf, xmlAttribute, xmlText, type XmlElement } from '../xml-tree.ts'
import type { FeedItem } from './item.ts'
import { encodedContent, textIn } from './words.ts'

/** The posts and pages of what WordPress exports (WXR 1.0 to 1.2); its attachments are named in a warning, all else is its own business. */
export function wordPressItems(channel: XmlElement): FeedItem[] {
  const names = new Map(
    childrenOf(channel, 'author').map((author) => [
      textIn(author, 'author_login'),
      textIn(author, 'author_display_name'),
    ]),
  )
  const items = childrenOf(channel, 'item')
  const kindOf = (item: XmlElement) => textIn(item, 'post_type') || 'post'
  const attachments = items.filter((item) => kindOf(item) === 'attachment')
  const stories = items.filter(
    (item) =>
      ['post', 'page'].includes(kindOf(item)) && !['auto-draft', 'trash'].includes(textIn(item, 'status')),
  )
  const site = { language: textIn(channel, 'language'), source: textIn(channel, 'title'), names }
  return stories.map((item) => itemOf(item, site, attachmentsOf(item, attachments)))
}

interface Site {
  language: string
  source: string
  names: ReadonlyMap<string, string>
}

function itemOf(
  item: XmlElement,
  { language, source, names }: Site,
  attachments: readonly string[],
): FeedItem {
  const categories = childrenOf(item, 'category')
  const of = (domain: string) =>
    categories.filter((each) => xmlAttribute(each, 'domain') === domain).map(xmlText)
  const [section = '', ...others] = of('category').filter((name) => name !== 'Uncategorized')
  const author = textIn(item, 'creator')
  const excerpt = childrenOf(item, 'encoded').find(({ namespace }) => /excerpt\/?$/.test(namespace))
  return {
    title: textIn(item, 'title'),
    content: storyHtml(textIn(item, 'encoded', encodedContent)),
    summary: excerpt ? xmlText(excerpt).trim() : '',
    authors: author ? [names.get(author) || author] : [],
    date: dateIn(item),
    section,
    keywords: [...others, ...of('post_tag')],
    source,
    slug: slugIn(item),
    url: textIn(item, 'status') === 'publish' ? textIn(item, 'link') : '',
    language,
    isOwn: false,
    warnings: attachmentWarning(attachments),
  }
}

/** In universal time; of a draft, which has no date there, none. */
function dateIn(item: XmlElement): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(textIn(item, 'post_date_gmt')) ?? []
  return day === undefined || day.startsWith('0000') ? textIn(item, 'pubDate') : `${day}T${time}Z`
}

/** WordPress keeps letters beyond ASCII in percent signs, which may be cut in the middle of one. */
function slugIn(item: XmlElement): string {
  const slug = textIn(item, 'post_name')
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

function attachmentsOf(item: XmlElement, attachments: readonly XmlElement[]): string[] {
  const id = textIn(item, 'post_id')
  return attachments
    .filter((each) => id !== '' && textIn(each, 'post_parent') === id)
    .map((each) => textIn(each, 'attachment_url').split('/').at(-1) ?? '')
}

const attachmentWarning = (names: readonly string[]): Warning[] =>
  names.length > 0
    ? [
        {
          code: 'attachments-left-out',
          message: `${names.length} attachments were not brought in: ${names.slice(0, 20).join(', ')}`,
        },
      ]
    : []

/**
 * The content of a post as HTML: comments of the block editor and shortcodes go, the words between those that open and close stay
 * (`[caption]…[/caption]`); where no block says otherwise, empty lines part paragraphs, as WordPress itself has it (wpautop).
 */
export function storyHtml(content: string): string {
  const hasBlocks = content.includes('<!-- wp:')
  const bare = withoutComments(content)
    .replaceAll(/\[(?:\[[^[\]<>]{1,200}\])\]/g, (whole) => whole.slice(1, -1).replaceAll('[', '&#91;'))
    .replaceAll(/\[\/?[a-z][\w-]{1,40}(?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s[\]"'=]+))*\s*\/?\]/gi, '')
  return hasBlocks ? bare : inParagraphs(bare)
}

function withoutComments(html: string): string {
  let rest = ''
  let at = 0
  for (let start = html.indexOf('<!--'); start !== -1; start = html.indexOf('<!--', at)) {
    const end = html.indexOf('-->', start + 4)
    if (end === -1) break
    rest += html.slice(at, start)
    at = end + 3
  }
  return rest + html.slice(at)
}

const blockTag =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|td|th|figure|figcaption|pre|hr|section|article|aside|dl|dt|dd)\b/i

const inParagraphs = (html: string): string =>
  html
    .split(/\r?\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (blockTag.test(part) ? part : `<p>${part.replaceAll(/\r?\n/g, '<br>')}</p>`))
    .join('\n')
