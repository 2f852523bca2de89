/** Elements that the reading of pages knows what to do with; of any other the tag goes and the words stay. */
const known = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p picture pre q s samp section small span ' +
    'strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var'
  ).split(' '),
)
/** What is no text of anybody: it goes with all that is inside. */
const code = /^(?:script|style|template|iframe|object|svg|math|head)$/
const tag =
  /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>|<[?!][^<>]*>/giy

/**
 * HTML as it may stand inside Markdown, cut down to whole tags of known elements: half a tag or a comment without its end would take the
 * rest of the story along. The HTML that comes out is still hostile; whoever reads it looks at what it says.
 */
export function wholeTags(raw: string): string {
  let html = ''
  let at = 0
  // What does not end here does not end further on either.
  const unclosed = new Set<string>()
  while (at < raw.length) {
    const next = raw.indexOf('<', at)
    html += raw.slice(at, next === -1 ? raw.length : next)
    if (next === -1) break
    const comment = raw.startsWith('<!--', next) ? raw.indexOf('-->', next + 4) : -1
    if (comment === -1 && raw.startsWith('<!--', next)) return html + withoutComments(raw.slice(next))
    if (comment !== -1) {
      at = comment + 3
      continue
    }
    const { text, end } = tagAt(raw, next, unclosed)
    html += text
    at = end
  }
  return html
}

const withoutComments = (rest: string): string => wholeTags(rest.replaceAll('<!--', '&lt;!--'))

/** What becomes of the tag at a place, and where the text goes on. */
function tagAt(raw: string, at: number, unclosed: Set<string>): { text: string; end: number } {
  tag.lastIndex = at
  const [whole, close = '', name = '', attributes = '', slash = ''] = tag.exec(raw) ?? []
  if (whole === undefined) return { text: '&lt;', end: at + 1 }
  const lower = name.toLowerCase()
  const end = at + whole.length
  if (close === '' && code.test(lower) && !unclosed.has(lower))
    return { text: '', end: behind(raw, lower, end, unclosed) }
  return { text: known.has(lower) ? `<${close}${lower}${attributes}${slash && ' /'}>` : '', end }
}

/** Behind the end tag of an element; where there is none, where it began, so that its words stay. */
function behind(raw: string, name: string, from: number, unclosed: Set<string>): number {
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = from
  if (close.test(raw)) return close.lastIndex
  unclosed.add(name)
  return from
}
