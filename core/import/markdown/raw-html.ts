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
const part =
  /<!--.*?-->|<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>|<[?!][^>]*>/gisy

/**
 * HTML as it may stand inside Markdown, cut down to whole tags of known elements: half a tag or a comment without its end would take the
 * rest of the story along. The HTML that comes out is still hostile; whoever reads it looks at what it says.
 */
export function wholeTags(raw: string): string {
  let html = ''
  let at = 0
  while (at < raw.length) {
    const next = raw.indexOf('<', at)
    html += raw.slice(at, next === -1 ? raw.length : next)
    if (next === -1) break
    part.lastIndex = next
    const [whole, close = '', name = '', attributes = '', end = ''] = part.exec(raw) ?? []
    const lower = name.toLowerCase()
    if (whole === undefined) html += '&lt;'
    else if (known.has(lower)) html += `<${close}${lower}${attributes}${end && ' /'}>`
    at = next + (whole?.length ?? 1)
    if (whole !== undefined && close === '' && code.test(lower)) at = behind(raw, lower, at)
  }
  return html
}

/** Behind the end tag of an element, or where it would begin again where there is none. */
function behind(raw: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = from
  return close.test(raw) ? close.lastIndex : from
}
