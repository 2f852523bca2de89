import type { Style } from './styles.ts'

/** What a paragraph is by its style. */
export type Role =
  | 'text'
  | 'contents'
  | 'gap'
  | 'headGap'
  | 'kicker'
  | 'headline'
  | 'subheadline'
  | 'byline'
  | 'dateLine'
  | 'summary'
  | 'source'
  | 'listText'
  | 'lead'
  | 'leadCaption'
  | 'quote'
  | 'pullQuote'
  | 'cite'
  | 'rule'
  | 'picture'
  | 'caption'
  | 'galleryCaption'
  | 'factTitle'
  | 'question'
  | 'answer'
  | 'when'
  | 'tableHead'
  | 'embedTitle'
  | 'embedSite'
  | 'embedAddress'
  | 'sourceItem'
  | `heading${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`

/** By the names that Word gives its styles in every language, and by ours (core/model/word-names.ts). */
const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['title', 'headline'],
  ['subtitle', 'subheadline'],
  ['quote', 'quote'],
  ['list paragraph', 'listText'],
  ['list continue', 'listText'],
  ['block text', 'quote'],
  ['intense quote', 'pullQuote'],
  ['caption', 'caption'],
  ['toc heading', 'contents'],
  ['midad kicker', 'kicker'],
  ['midad byline', 'byline'],
  ['midad date line', 'dateLine'],
  ['midad summary', 'summary'],
  ['midad source', 'source'],
  ['midad lead picture', 'lead'],
  ['midad lead caption', 'leadCaption'],
  ['midad quote source', 'cite'],
  ['midad rule', 'rule'],
  ['midad picture', 'picture'],
  ['midad gallery caption', 'galleryCaption'],
  ['midad box title', 'factTitle'],
  ['midad question', 'question'],
  ['midad answer', 'answer'],
  ['midad when', 'when'],
  ['midad table head', 'tableHead'],
  ['midad card title', 'embedTitle'],
  ['midad card site', 'embedSite'],
  ['midad card address', 'embedAddress'],
  ['midad source item', 'sourceItem'],
  ['midad gap', 'gap'],
  ['midad table head gap', 'headGap'],
])

/** The role of a style, or of the nearest that it is based on. */
export function roleOf(style: Style | undefined): Role {
  for (const name of style ? [style.name, ...style.lineage] : []) {
    const heading = /^heading ([1-9])$/.exec(name)?.[1]
    if (heading !== undefined) return `heading${heading}` as Role
    if (/^toc [1-9]$/.test(name)) return 'contents'
    const role = roles.get(name)
    if (role) return role
  }
  return 'text'
}
