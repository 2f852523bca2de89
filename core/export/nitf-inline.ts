import type { Inline } from '../model/body.ts'
import type { Direction } from '../model/language-code.ts'
import { inlineHtml, lineHtml, withoutRuns, type Footnotes } from './inline-html.ts'
import { xmlLetters } from './xml.ts'

/** The text of a block in NITF's own elements. Isolates are `lang` elements with `h:dir`; docs/wire.md. */
export const nitfInline = (content: readonly Inline[], direction: Direction, footnotes: Footnotes): string =>
  asNitf(inlineHtml(content, direction, footnotes))

/** A line of metadata likewise. */
export const nitfLine = (text: string, direction: Direction): string => asNitf(lineHtml(text, direction))

/** Elements of HTML by those of NITF; what has no line here is left out, its text kept. */
const names: Readonly<Record<string, { name: string; class?: string }>> = {
  strong: { name: 'em', class: 'bold' },
  em: { name: 'em' },
  u: { name: 'em', class: 'underline' },
  s: { name: 'em', class: 'strike' },
  sub: { name: 'em', class: 'subscript' },
  sup: { name: 'em', class: 'superscript' },
  a: { name: 'a' },
  bdi: { name: 'lang', class: 'isolate' },
}

// Every tag was written by inline-html.ts: no text and no attribute holds a bare < or >.
function asNitf(html: string): string {
  return xmlLetters(withoutRuns(html))
    .replace(
      /<sup class="footnote"><a [^<>]*href="(#fn[a-z0-9]+)"[^<>]*>([^<]*)<\/a><\/sup>/g,
      '<a href="$1" class="footnote">$2</a>',
    )
    .replace(
      // NITF's own sub and sup stand in numbers and hold text alone; around anything else they are an em.
      /<(sub|sup)>([^<]*)<\/\1>|<(\/?)([a-z]+)([^<>]*)>/g,
      (_tag, script?: string, text = '', end?: string, name = '', attributes = '') =>
        script === undefined
          ? nitfTag(String(name), String(attributes), end === '/')
          : `<num><${script}>${String(text)}</${script}></num>`,
    )
}

function nitfTag(html: string, attributes: string, isEnd: boolean): string {
  if (html === 'br') return '<br/>'
  const known = Object.hasOwn(names, html) ? names[html] : undefined
  if (!known) return ''
  if (isEnd) return `</${known.name}>`
  const said = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
  const kept = [
    ['href', said('href')],
    ['title', said('title')],
    ['class', said('class') ?? known.class],
    ['xml:lang', said('lang')],
    ['h:dir', said('dir')],
  ]
  const written = kept.map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`))
  return `<${known.name}${written.join('')}>`
}
