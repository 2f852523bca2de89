import { cleanText } from '../../../core/language/clean-text.ts'
import { cleanHref } from '../../../core/model/clean-body.ts'
import { creditIn } from '../../../core/recognise/page-words.ts'
import type { Slice } from '@tiptap/pm/model'
import { countWords } from '../../../core/model/measure.ts'
import type { PasteOrigin } from './paste-report.ts'

/** Windows' HTML Format: lines of names and offsets before the markup, the page's address among them. */
const formatHead = /^Version:[\d.]+\r?\n(?:[A-Za-z]+:[^\r\n<]*\r?\n)+/
/** Meta elements stand at the head of a page. */
const headLength = 200_000
const longestName = 120

/** The markup without the head that Windows' HTML Format puts before it, and the address which that names. */
export function withoutFormatHead(html: string): { markup: string; address: string | null } {
  const [head = ''] = formatHead.exec(html.slice(0, 4096)) ?? []
  const address = webAddress(/^SourceURL:(\S+)/m.exec(head)?.[1])
  return { markup: html.slice(head.length), address }
}

/** An address of the web; null for a file or anything else. */
function webAddress(text: string | undefined): string | null {
  const href = cleanHref(text ?? '')
  return href !== undefined && /^https?:/i.test(href) ? href : null
}

/** The value of an attribute in a tag, its entities read. */
function attributeIn(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(String.raw`\s${name}=(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag) ?? []
  return (double ?? single)?.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
}

/** What the head of the markup says about where it was published; purifying takes all of it away. */
function statedIn(html: string): { name: string | undefined; address: string | null } {
  let name: string | undefined
  let address: string | null = null
  for (const [tag] of html.slice(0, headLength).matchAll(/<(?:meta|link|base)\s[^>]*>/gi)) {
    const about = attributeIn(tag, 'property') ?? attributeIn(tag, 'name') ?? attributeIn(tag, 'rel')
    if (about === 'og:site_name') name ??= attributeIn(tag, 'content')
    else if (about === 'og:url') address ??= webAddress(attributeIn(tag, 'content'))
    else if (about === 'canonical' || /^<base/i.test(tag)) address ??= webAddress(attributeIn(tag, 'href'))
  }
  return { name, address }
}

const hostOf = (address: string): string => (URL.parse(address)?.hostname ?? '').replace(/^www\./, '')

/** The host that most links lead to: browsers write a page's own links out in full. Null where no host has two of three. */
function usualHost(root: Element): string | null {
  const hosts = [...root.querySelectorAll('a[href^="http"]')].map((link) =>
    hostOf(link.getAttribute('href') ?? ''),
  )
  const counts = new Map<string, number>()
  for (const host of hosts) counts.set(host, (counts.get(host) ?? 0) + 1)
  const [first] = [...counts].sort(([, one], [, other]) => other - one)
  return first && first[0] && first[1] > 1 && first[1] * 3 >= hosts.length * 2 ? first[0] : null
}

/** The name in a line of credit among the last of the text. */
function creditOf(root: Element): string | null {
  const last = [...root.querySelectorAll('p, div, span, li')]
    .filter((line) => line.children.length < 3)
    .slice(-4)
  for (const line of last.toReversed()) {
    const credit = creditIn(line.textContent?.trim() ?? '')
    if (credit) return credit
  }
  return null
}

/** Where a piece of a page was published, as far as it says so; null where it does not. `root` with its furniture. */
export function originOf(html: string, root: Element, sourceAddress: string | null): PasteOrigin | null {
  const stated = statedIn(html)
  const url = sourceAddress ?? stated.address
  const name = stated.name ?? creditOf(root) ?? (url ? hostOf(url) : usualHost(root)) ?? ''
  const plain = cleanText(name).text.replace(/\s+/g, ' ').trim().slice(0, longestName)
  return plain ? { name: plain, url } : null
}

/** A few words are a quotation; from so many on it is a piece of somebody's story. */
const fewestWords = 25

/** The origin where enough came with it to be offered as the source. */
export const originWorthOffering = (origin: PasteOrigin | null, { content }: Slice): PasteOrigin | null =>
  origin && countWords(content.textBetween(0, content.size, '\n', '\n')) >= fewestWords ? origin : null
