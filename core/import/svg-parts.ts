const asTheyAre =
  'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop clipPath mask pattern marker style'

/**
 * THE list of what a drawing may be made of, each with the name that it is written by (SVG 2). Not in it: what runs (script), holds pages
 * (foreignObject), loads (image, feImage), moves (animate, set), and filters, whose work no number bounds.
 */
export const drawnElements: ReadonlyMap<string, string> = new Map([
  ...asTheyAre.split(' ').map((name): [string, string] => [name, name]),
  // What a link or a choice holds is drawn without it.
  ['a', 'g'],
  ['switch', 'g'],
])

/** Of their attributes: where, how large, with which strokes and colours. */
export const drawnAttributes: ReadonlySet<string> = new Set(
  (
    'id class d x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy rotate width height viewBox preserveAspectRatio transform points pathLength offset ' +
    'gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits ' +
    'maskContentUnits markerUnits markerWidth markerHeight refX refY orient lengthAdjust textLength ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray ' +
    'stroke-dashoffset opacity color stop-color stop-opacity clip-path clip-rule mask marker-start marker-mid marker-end display ' +
    'visibility overflow vector-effect paint-order shape-rendering text-rendering color-interpolation mix-blend-mode isolation ' +
    'transform-origin font-family font-size font-weight font-style font-stretch text-anchor dominant-baseline baseline-shift ' +
    'direction unicode-bidi writing-mode'
  ).split(' '),
)

/**
 * The rules of a style sheet whose every word is plain: no other sheet, no font, no address but that of a gradient inside, no letter that
 * hides another (`\75rl`). `isLess` where one was left out.
 */
export function safeStyles(
  css: string,
  isGradient: (id: string) => boolean,
): { styles: string; isLess: boolean } {
  const rules: string[] = []
  let isLess = false
  for (const rule of withoutComments(css).split('}')) {
    const brace = rule.indexOf('{')
    if (brace < 0) {
      isLess ||= rule.trim() !== ''
      continue
    }
    const selector = rule.slice(0, brace).trim()
    const declarations = rule
      .slice(brace + 1)
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== '')
    const kept = declarations.filter((each) => isPlain(each, isGradient))
    isLess ||= kept.length < declarations.length || !plainSelector.test(selector)
    if (kept.length > 0 && plainSelector.test(selector)) rules.push(`${selector}{${kept.join(';')}}`)
  }
  return { styles: rules.join(''), isLess }
}

const plainSelector = /^[\w\s.#,>*:+~-]+$/

function isPlain(declaration: string, isGradient: (id: string) => boolean): boolean {
  const [, property = '', value = ''] = /^([\w-]+)\s*:(.*)$/s.exec(declaration) ?? []
  if (!drawnAttributes.has(property.toLowerCase())) return false
  const address = /^\s*url\(\s*(['"]?)#([\w.:-]+)\1\s*\)\s*$/i.exec(value)
  if (address) return isGradient(address[2] ?? '')
  return (
    /^[\w\s.,#%'"()+/-]*$/.test(value) && !/(?:url|src|image|image-set|attr|var|expression)\s*\(/i.test(value)
  )
}

function withoutComments(css: string): string {
  let plain = ''
  for (let at = 0; ;) {
    const start = css.indexOf('/*', at)
    if (start < 0) return plain + css.slice(at)
    const end = css.indexOf('*/', start + 2)
    plain += css.slice(at, start)
    if (end < 0) return plain
    at = end + 2
  }
}
