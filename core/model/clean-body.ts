import type { Inline, Mark, StoryBody } from './body.ts'
import { mapStory } from './map-story.ts'

const schemes = new Set(['http', 'https', 'mailto', 'tel'])
const maxLength = 4096
// What the URL standard strips (C0 controls and spaces around, tabs and line ends anywhere), the white space of
// Unicode, and the direction marks that come along when an address is copied out of right-to-left text.
// eslint-disable-next-line no-control-regex
const around =
  /^[\u0000-\u0020\s\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]+|[\u0000-\u0020\s\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]+$/gu
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u001F\u007F-\u009F]/gu

/**
 * An address as a link may carry it: http, https, mailto, tel or `#fragment`; undefined for anything else. The scheme
 * is looked at as a browser would see it (WHATWG URL: controls stripped first; reliability.md §5).
 */
export function cleanHref(href: string): string | undefined {
  const stripped = href.replaceAll(controls, '').replaceAll(around, '')
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

/** A story whose links are all clean: a link with any other address becomes plain text. */
export function cleanBody(body: StoryBody): StoryBody {
  return mapStory(body, { inline: cleanInline })
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
  return href === undefined ? [] : [{ ...mark, attrs: { href } }]
}
