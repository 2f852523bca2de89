import { listStyle, type PageContext } from './page-context.ts'
import { fontStack } from './page-fonts.ts'

/** What becomes of an element in a mail. `{start}`, `{end}` and `{dir}` stand for the sides and direction of where it is. */
export interface MailRule {
  /** Another element that mail programs know. */
  as?: string
  style?: string
  /** It says its direction. */
  isBlock?: true
  /** What it is called for what stands in it. */
  known?: string
  /** Instead of its start and end tag. */
  start?: string
  end?: string
}

/** Letters of a script need their height (page-style.ts). */
const leadings = { arabic: 1.8, hebrew: 1.65, latin: 1.55 }

/** THE table of a mail, by element, by `element.class`, and by what it stands in. */
export function mailRules(page: PageContext): ReadonlyMap<string, MailRule> {
  const { ink, muted, accent, line } = page.theme.colours
  const leading = leadings[page.language.script]
  const side = 'text-align:{start}'
  const digits = listStyle(page)
  const face = (role: 'text' | 'headline' | 'small', weight: number, pixels: number, colour: string) =>
    `font:${weight} ${pixels}px/${leading} ${fontStack(page, role)};color:${colour}`
  const text = face('text', 400, 17, ink)
  const small = face('small', 400, 14, muted)
  const block = (style: string, as?: string): MailRule => ({ isBlock: true, style, ...(as && { as }) })
  const table = `<table role="presentation" dir="{dir}" style="border-collapse:collapse;width:100%;margin:0 0 24px"><tr>`
  return new Map<string, MailRule>([
    ['p', block(`margin:0 0 16px;${text};${side}`)],
    ['p.date-line', block(`margin:0 0 12px;${small};${side}`)],
    ['p.logo', block(`margin:0 0 12px;${face('headline', 700, 18, accent)};${side}`)],
    ['p.kicker', block(`margin:0 0 4px;${face('headline', 600, 15, accent)};${side}`)],
    ['h1', block(`margin:0 0 12px;${heading(face('headline', 700, 26, ink), leading)};${side}`)],
    ['p.subheadline', block(`margin:0 0 12px;${face('headline', 400, 17, muted)};${side}`)],
    ['p.byline', block(`margin:0 0 20px;${small};${side}`)],
    ['p.headline-again', block(`margin:0 0 12px;${face('headline', 600, 16, muted)};${side}`)],
    ['p.summary', block(`margin:0 0 20px;${face('text', 700, 17, ink)};${side}`)],
    [
      'p.source',
      block(
        `margin:24px 0 0;padding:16px 0 0;border-top:1px solid ${line};${face('headline', 700, 16, ink)};${side}`,
      ),
    ],
    ['span.names', { style: `font-weight:600;color:${ink}` }],
    ['h2', block(`margin:28px 0 10px;${heading(face('headline', 700, 21, ink), leading)};${side}`)],
    ['h3', block(`margin:24px 0 8px;${heading(face('headline', 700, 18, ink), leading)};${side}`)],
    ['h4', block(`margin:20px 0 8px;${heading(face('headline', 700, 16, muted), leading)};${side}`)],
    ['div', block('margin:0')],
    ['div.lead', block('margin:0 0 24px')],
    ['ul', block(`margin:0 0 16px;padding:0;padding-{start}:24px;${text};${side}`)],
    ['ol', block(`margin:0 0 16px;padding:0;padding-{start}:28px;list-style-type:${digits};${text};${side}`)],
    ['li', block(`margin:0 0 6px;${side}`)],
    ['li>p', block(`margin:0 0 6px;${text};${side}`)],
    ['blockquote', block(`margin:0 0 20px;padding:0;padding-{start}:16px;border-{start}:3px solid ${line}`)],
    ['blockquote>p', block(`margin:0 0 8px;${face('text', 400, 17, muted)};${side}`)],
    ['hr', { style: `border:0;border-top:1px solid ${line};margin:28px 0` }],
    ...boxes({ block, table, text, small, side, ink, line, accent, quote: face('text', 500, 20, ink) }),
    ...inlines(page),
  ])
}

/** Headlines stand closer than text. */
const heading = (font: string, leading: number): string => font.replace(`/${leading} `, `/${leading - 0.3} `)

interface Boxes {
  block: (style: string, as?: string) => MailRule
  table: string
  text: string
  small: string
  side: string
  ink: string
  line: string
  accent: string
  /** Font and colour of a pull quote. */
  quote: string
}

/** Pictures, boxes, tables and what else stands apart. */
function boxes({ block, table, text, small, side, ink, line, accent, quote }: Boxes): [string, MailRule][] {
  const quoted = `margin:28px 0;padding:16px 0;border-top:1px solid ${line};border-bottom:1px solid ${line};text-align:center`
  const cell = `border-bottom:1px solid ${line};padding:8px;vertical-align:top;${side}`
  const boxed = `<td dir="{dir}" style="padding:16px 18px 2px;background:#f6f5f3;border-top:2px solid ${accent}">`
  const box: MailRule = { start: `${table}${boxed}`, end: '</td></tr></table>' }
  const half = 'padding:0;vertical-align:top'
  return [
    ['div.table', block('margin:0 0 20px;overflow-x:auto')],
    ['figure', block('margin:0 0 24px', 'div')],
    ['figcaption', block(`margin:8px 0 0;${small};${side}`, 'p')],
    ['span.caption', { style: 'display:block' }],
    ['span.credit', { style: 'display:block' }],
    ['figure.pull-quote', block(quoted, 'div')],
    ['figure.pull-quote>blockquote', { ...block('margin:0;padding:0'), known: 'quoted' }],
    ['figure.pull-quote>figcaption', block(`margin:8px 0 0;${small};text-align:center`, 'p')],
    ['figure.embed', block(`margin:0 0 24px;padding:12px;border:1px solid ${line}`, 'div')],
    ['a>img', { style: 'display:block;max-width:100%;height:auto;border:0;margin:0 0 8px' }],
    ['img', { style: `display:block;max-width:100%;height:auto;border:0;${small}` }],
    ['span.card', { style: small }],
    ['span.title', { style: `font-weight:600;color:${ink}` }],
    [
      'p.logo>img',
      { style: 'display:inline;max-width:100%;max-height:48px;height:48px;width:auto;border:0' },
    ],
    ['aside.fact-box', box],
    ['div.fact-box', box],
    ['aside.fact-box>h2', block(`margin:0 0 8px;${text.replace('400 ', '700 ')};${side}`)],
    ['dl', block('margin:0 0 8px', 'div')],
    ['dt', block(`margin:0 0 6px;${text.replace('400 ', '700 ')};${side}`, 'p')],
    ['dt>span.label', { style: `color:${accent}` }],
    ['dd', { start: `${table}<td dir="{dir}" style="${half};width:28px">`, end: '</td></tr></table>' }],
    [
      'dd>span.label',
      {
        start: `<span style="${text};font-weight:700">`,
        end: `</span></td><td dir="{dir}" style="${half}">`,
      },
    ],
    ['ol.timeline', block(`margin:0 0 16px;padding:0;border-{start}:2px solid ${line}`, 'div')],
    ['ol.timeline>li', block('margin:0 0 12px;padding:0;padding-{start}:14px', 'div')],
    ['p.when', block(`margin:0 0 4px;${small};font-weight:600;${side}`)],
    ['section.sources', block(`margin:28px 0 0;padding:16px 0 0;border-top:1px solid ${line}`, 'div')],
    ['section.sources>ol', block(`margin:0;padding:0;padding-{start}:24px;${small};${side}`)],
    ['table', block('border-collapse:collapse;width:100%')],
    ['th', block(`${cell};font-weight:700`)],
    ['td', block(cell)],
    ['th>p', block(`margin:0;${small};font-weight:700;color:${ink};${side}`)],
    ['td>p', block(`margin:0;${small};color:${ink};${side}`)],
    ['quoted>p', block(`margin:0;${quote};text-align:center`)],
  ]
}

/** Marks, and what readers must see in an order of its own. */
function inlines(page: PageContext): [string, MailRule][] {
  const { accent } = page.theme.colours
  // Arabic and Hebrew are not slanted.
  const stressed =
    page.language.script === 'latin'
      ? 'font-style:italic'
      : `font-style:normal;font-weight:600;color:${accent}`
  return [
    ['a', { style: `color:${accent};text-decoration:underline` }],
    ['em', { style: stressed }],
    ['bdi', { as: 'span' }],
    ['time', { as: 'span' }],
    ['span.run', { style: 'white-space:nowrap' }],
    ['sup', { style: 'font-size:12px;line-height:1' }],
    ['sub', { style: 'font-size:12px;line-height:1' }],
  ]
}
