import type { Direction } from '../model/language-code.ts'
import type { PageContext } from './page-context.ts'
import { mailRules, type MailRule } from './mail-rules.ts'

/** An element that is open: what ends it, the names it is known by, and the direction inside it. */
interface Open {
  end: string
  /** `name.class` where it has one, and its name. */
  names: readonly string[]
  direction: Direction
}

/** Tags as `element` and `opening` write them: in attributes no angle bracket stands unescaped. */
const tags = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/g
const attributes = / ([a-z-]+)="([^"]*)"/g
const withoutEnd = new Set(['br', 'hr', 'img'])
/** What is known in mails, or harms none. */
const kept = new Set([
  'id',
  'lang',
  'dir',
  'href',
  'title',
  'src',
  'alt',
  'colspan',
  'rowspan',
  'scope',
  'start',
])

/**
 * A page's own HTML for mail programs, which know no style sheets, few elements and no class: each element becomes one that they
 * know (mail-rules.ts), with its style on it, and each block says its direction. Its texts stay as they are.
 */
export function dressedForMail(html: string, page: PageContext): string {
  const rules = mailRules(page)
  const open: Open[] = [{ end: '', names: [], direction: page.direction }]
  return html.replaceAll(tags, (_tag, slash: string, name: string, written: string) => {
    if (slash) return (open.length > 1 ? open.pop() : undefined)?.end ?? ''
    const own = new Map(Array.from(written.matchAll(attributes), ([, key = '', value = '']) => [key, value]))
    const above = open.at(-1) ?? { end: '', names: [], direction: page.direction }
    const names = namesOf(name, own.get('class'))
    const direction = directionOf(own.get('dir')) ?? above.direction
    const rule = ruleFor(rules, names, above.names)
    if (!withoutEnd.has(name)) {
      const known = rule.known ? [rule.known, ...names] : names
      open.push({ end: styleIn(rule.end ?? `</${rule.as ?? name}>`, direction), names: known, direction })
    }
    return startTag(rule, { name, own, direction })
  })
}

const namesOf = (name: string, className: string | undefined): string[] => {
  const first = className?.split(' ')[0]
  return first ? [`${name}.${first}`, name] : [name]
}
const directionOf = (dir: string | undefined): Direction | undefined =>
  dir === 'rtl' || dir === 'ltr' ? dir : undefined

/** The closest rule: of the element in what it stands in, of its class, of its name. */
function ruleFor(
  rules: ReadonlyMap<string, MailRule>,
  names: readonly string[],
  above: readonly string[],
): MailRule {
  for (const name of names)
    for (const outer of above) {
      const rule = rules.get(`${outer}>${name}`)
      if (rule) return rule
    }
  for (const name of names) {
    const rule = rules.get(name)
    if (rule) return rule
  }
  return {}
}

interface Start {
  name: string
  own: ReadonlyMap<string, string>
  direction: Direction
}

function startTag(rule: MailRule, { name, own, direction }: Start): string {
  const style = rule.style ? styleIn(rule.style, direction) : ''
  if (rule.start !== undefined) return styleIn(rule.start, direction)
  const all = [...own].filter(([key]) => kept.has(key) && !(rule.isBlock && key === 'dir'))
  if (rule.isBlock) all.push(['dir', direction])
  if (own.get('class') === 'story') all.push(['class', 'story'])
  if (name === 'img') all.push(...sizeOf(own))
  if (style) all.push(['style', style])
  return `<${rule.as ?? name}${all.map(([key, value]) => ` ${key}="${value}"`).join('')}>`
}

/** Within the sheet, 24 px free on either side; without a size, as wide as it is. */
const sheetWidth = 552
function sizeOf(own: ReadonlyMap<string, string>): [string, string][] {
  const [width, height] = [Number(own.get('width')), Number(own.get('height'))]
  if (!(width > 0 && height > 0)) return []
  const seen = Math.min(width, sheetWidth)
  return [
    ['width', String(seen)],
    ['height', String(Math.max(1, Math.round((height * seen) / width)))],
  ]
}

/** Mail programs know no logical properties: sides are said by the direction of the block. */
const styleIn = (style: string, direction: Direction): string =>
  style
    .replaceAll('{start}', direction === 'rtl' ? 'right' : 'left')
    .replaceAll('{end}', direction === 'rtl' ? 'left' : 'right')
    .replaceAll('{dir}', direction)
