import type { Article } from './article.ts'
import type { Block, Embed, Inline, Mark, StoryBody } from './body.ts'
import { mapStory } from './map-story.ts'

const schemes = new Set(['http', 'https', 'mailto', 'tel'])
const maxLength = 4096
// The URL standard strips C0 controls and spaces around and tabs and line ends anywhere; no address needs the others.
// oxlint-disable-next-line no-control-regex -- what browsers take off an address (WHATWG URL §4.4)
const controls = /[\u0000-\u001F\u007F-\u009F]/gu
// White space, and the direction marks that come along when an address is copied out of right-to-left text.
const around = /[\s\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

// Nearly all: nothing to take off, and a host in the open.
const plainlyOfTheWeb = /^https?:\/\/[a-z0-9][!-~]*$/i

/**
 * An address as a link may carry it: http, https, mailto, tel or `#fragment`; undefined for anything else. The scheme
 * is looked at as a browser would see it (WHATWG URL: controls stripped first; reliability.md §5).
 */
export function cleanHref(href: string): string | undefined {
  if (href.length <= maxLength && plainlyOfTheWeb.test(href)) return href
  if (href.length > 2 * maxLength) return undefined
  const stripped = trimmed(href.replaceAll(controls, ''))
  if (stripped.length > maxLength) return undefined
  if (stripped.startsWith('#')) return stripped.length > 1 ? stripped : undefined
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(.*)$/iu.exec(stripped) ?? []
  if (scheme === undefined || rest === undefined || !schemes.has(scheme.toLowerCase())) return undefined
  const isWeb = /^https?$/iu.test(scheme)
  // A host must stand there in the open: browsers read `http:evil` and `http:/\evil` as addresses of a host too.
  if (isWeb && !/^\/\/[^/\\?#\s]+/u.test(rest)) return undefined
  if (!isWeb && rest === '') return undefined
  return stripped
}

// Letter by letter: a pattern that ends in `+$` takes the square of the length.
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && around.test(text.charAt(from))) from += 1
  while (to > from && around.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** A story whose links and cards are all clean: one with any other address becomes plain text. */
export function cleanBody(body: StoryBody): StoryBody {
  return mapStory(body, { inline: cleanInline, embed: cleanEmbed })
}

/** A card whose address no link may have is its title. */
function cleanEmbed(embed: Embed): Block[] {
  const url = cleanHref(embed.attrs.url)
  const { title } = embed.attrs
  if (url !== undefined && /^https?:/iu.test(url)) return [{ ...embed, attrs: { ...embed.attrs, url } }]
  return title ? [{ type: 'paragraph', content: [{ type: 'text', text: title }] }] : []
}

/** A story as readers get it: links and cards clean, and no word of a note. */
export function publishedBody(body: StoryBody): StoryBody {
  return mapStory(body, { inline: cleanInline, embed: cleanEmbed, note: () => undefined })
}

function cleanInline(node: Inline): Inline {
  if (!node.marks?.some((mark) => mark.type === 'link')) return node
  const { marks, ...bare } = node
  const cleaned = marks.flatMap(cleanMark)
  return cleaned.length > 0 ? { ...bare, marks: cleaned } : bare
}

function cleanMark(mark: Mark): Mark[] {
  if (mark.type !== 'link') return [mark]
  const href = cleanHref(mark.attrs.href)
  return href === undefined ? [] : [{ ...mark, attrs: { ...mark.attrs, href } }]
}

/**
 * An article as it may leave the house, without its notes: a file that was edited by hand or came from elsewhere may hold
 * any address. A canonical address that is not of the web becomes empty. With `keepsNotes` the notes stay in it, for a format that
 * writes them as comments because somebody asked for that.
 */
export function cleanArticle(article: Article, keepsNotes = false): Article {
  const canonicalUrl = cleanHref(article.fields.canonicalUrl) ?? ''
  const isWeb = /^https?:/iu.test(canonicalUrl)
  return {
    ...article,
    body: keepsNotes ? cleanBody(article.body) : publishedBody(article.body),
    fields: { ...article.fields, canonicalUrl: isWeb ? canonicalUrl : '' },
  }
}
