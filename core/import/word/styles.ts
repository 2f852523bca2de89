import { childOf, childrenOf, xmlAttribute, type XmlElement } from '../xml-tree.ts'

/** What a run may look like; undefined where nothing is said. */
export interface RunLook {
  bold?: boolean | undefined
  boldComplex?: boolean | undefined
  italic?: boolean | undefined
  italicComplex?: boolean | undefined
  underline?: boolean | undefined
  strike?: boolean | undefined
  hidden?: boolean | undefined
  rtl?: boolean | undefined
  /** Drawn as a complex script whichever way it goes. */
  complex?: boolean | undefined
  raised?: 'subscript' | 'superscript' | 'baseline' | undefined
}
/** What a paragraph may say of itself. */
export interface ParagraphSays {
  rtl?: boolean | undefined
  list?: { number: string; level: number } | undefined
  hasEdge?: boolean | undefined
}
export interface Style {
  /** In small letters. */
  name: string
  /** The names of what it is based on, the nearest first. */
  lineage: readonly string[]
  says: ParagraphSays
  run: RunLook
}
export interface Styles {
  /** Undefined for a style that the file does not have. */
  of(id: string | undefined): Style | undefined
  /** What holds where a style says nothing. */
  defaults: { says: ParagraphSays; run: RunLook; language: string; complexLanguage: string }
  /** The style of paragraphs that name none. */
  normal: Style | undefined
}

/** A style that is based on more than this is based on itself. */
const mostGenerations = 20

export function readStyles(root: XmlElement | undefined): Styles {
  const byId = new Map<string, XmlElement>()
  let normalId: string | undefined
  for (const element of root ? childrenOf(root, 'style') : []) {
    const id = xmlAttribute(element, 'styleId')
    if (id === undefined) continue
    byId.set(id, element)
    const isDefault = isOn(xmlAttribute(element, 'default'))
    if (isDefault && xmlAttribute(element, 'type') === 'paragraph') normalId ??= id
  }
  const known = new Map<string, Style>()
  const of = (id: string | undefined): Style | undefined => {
    if (id === undefined || !byId.has(id)) return undefined
    const found = known.get(id) ?? resolve(id, byId)
    known.set(id, found)
    return found
  }
  return { of, defaults: defaultsOf(root), normal: of(normalId) }
}

function resolve(id: string, byId: ReadonlyMap<string, XmlElement>): Style {
  const chain: XmlElement[] = []
  for (let at: string | undefined = id; at !== undefined && chain.length < mostGenerations;) {
    const element = byId.get(at)
    if (!element || chain.includes(element)) break
    chain.push(element)
    at = valueOf(element, 'basedOn')
  }
  const lineage = chain.map((element) => (valueOf(element, 'name') ?? '').toLowerCase())
  const says = chain.map((element) => paragraphSays(childOf(element, 'pPr')))
  const runs = chain.map((element) => runLook(childOf(element, 'rPr')))
  return { name: lineage[0] ?? '', lineage: lineage.slice(1), says: merged(says), run: merged(runs) }
}

/** The nearest that says something holds. */
function merged<T extends object>(nearestFirst: readonly T[]): T {
  const all = [...nearestFirst]
    .reverse()
    .map((each) => Object.entries(each).filter(([, value]) => value !== undefined))
  return Object.fromEntries(all.flat()) as T
}

function defaultsOf(root: XmlElement | undefined): Styles['defaults'] {
  const defaults = root && childOf(root, 'docDefaults')
  const inside = (outer: string, inner: string) => {
    const found = defaults && childOf(defaults, outer)
    return found && childOf(found, inner)
  }
  const run = inside('rPrDefault', 'rPr')
  const lang = run && childOf(run, 'lang')
  return {
    says: paragraphSays(inside('pPrDefault', 'pPr')),
    run: runLook(run),
    language: (lang && xmlAttribute(lang, 'val')) ?? '',
    complexLanguage: (lang && xmlAttribute(lang, 'bidi')) ?? '',
  }
}

/** The value of a property that is an element of its own. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined => {
  const found = element && childOf(element, name)
  return found && xmlAttribute(found, 'val')
}

/** ST_OnOff: present without a value is on. */
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on'
const isOff = (value: string): boolean => value === '0' || value === 'false' || value === 'off'
export function toggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = element && childOf(element, name)
  if (!found) return undefined
  const value = xmlAttribute(found, 'val')
  return value === undefined || !isOff(value)
}

export function paragraphSays(properties: XmlElement | undefined): ParagraphSays {
  const numbers = properties && childOf(properties, 'numPr')
  const number = valueOf(numbers, 'numId')
  const edges = properties && childOf(properties, 'pBdr')
  const hasEdge =
    edges &&
    childrenOf(edges).some((edge) => /^(?:top|bottom)$/.test(edge.name) && isLine(xmlAttribute(edge, 'val')))
  return {
    rtl: toggle(properties, 'bidi'),
    list: number === undefined ? undefined : { number, level: levelOf(valueOf(numbers, 'ilvl')) },
    hasEdge,
  }
}

const isLine = (value: string | undefined): boolean =>
  value !== undefined && value !== 'nil' && value !== 'none'
const levelOf = (value: string | undefined): number => {
  const level = Number(value ?? 0)
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : 0
}

export function runLook(properties: XmlElement | undefined): RunLook {
  const underline = valueOf(properties, 'u')
  const raised = valueOf(properties, 'vertAlign')
  const isStruck = toggle(properties, 'strike') ?? toggle(properties, 'dstrike')
  return {
    bold: toggle(properties, 'b'),
    boldComplex: toggle(properties, 'bCs'),
    italic: toggle(properties, 'i'),
    italicComplex: toggle(properties, 'iCs'),
    underline: underline === undefined ? undefined : underline !== 'none',
    strike: isStruck,
    hidden: toggle(properties, 'vanish'),
    rtl: toggle(properties, 'rtl'),
    complex: toggle(properties, 'cs'),
    raised: raised === 'subscript' || raised === 'superscript' || raised === 'baseline' ? raised : undefined,
  }
}
