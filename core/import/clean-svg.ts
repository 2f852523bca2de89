import { DeskError } from '../api/errors.ts'
import { drawnAttributes, drawnElements, safeStyles } from './svg-parts.ts'
import { childrenOf, parseXml, xmlAttribute, xmlText, type XmlElement } from './xml-tree.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'
const xlinkNamespace = 'http://www.w3.org/1999/xlink'
/** A logo has some hundred; what is drawn again by a reference counts each time, so that none grows beyond measure. */
const mostElements = 20_000

/** A drawing that draws and does nothing else. */
export interface CleanSvg {
  svg: string
  /** Something of it was left out: what runs, loads, moves or is a picture in the picture. */
  isLess: boolean
}

/**
 * The drawing made anew of what only draws: elements, attributes and styles of a list (`svg-parts.ts`), whose addresses all lie inside
 * it. @throws DeskError 'unreadable' where it is no SVG, declares entities, or would be drawn beyond measure
 */
export function cleanSvg(text: string): CleanSvg {
  const root = parseXml(text)
  if (root.name !== 'svg' || root.namespace !== svgNamespace) throw unreadable('it is no SVG')
  const cleaning = new Cleaning(root)
  if (cleaning.drawnSize(root) > mostElements) throw unreadable('it draws too much')
  return { svg: cleaning.written(root), isLess: cleaning.isLess }
}

const unreadable = (why: string): DeskError => new DeskError('unreadable', `not a drawing: ${why}`)

class Cleaning {
  isLess = false
  readonly #root: XmlElement
  readonly #named = new Map<string, XmlElement>()
  /** What is being measured is no number yet. */
  readonly #sizes = new Map<XmlElement, number | undefined>()

  constructor(root: XmlElement) {
    this.#root = root
    this.#name(root)
  }

  #name(element: XmlElement): void {
    const id = xmlAttribute(element, 'id', '')
    if (id !== undefined && !this.#named.has(id)) this.#named.set(id, element)
    for (const child of childrenOf(element)) this.#name(child)
  }

  /** Elements that are drawn, those that are named by others as often as they are. */
  drawnSize(element: XmlElement): number {
    if (this.#sizes.has(element)) {
      const known = this.#sizes.get(element)
      if (known === undefined) throw unreadable('it is drawn inside itself')
      return known
    }
    this.#sizes.set(element, undefined)
    let size = 1
    for (const child of childrenOf(element)) size += this.drawnSize(child)
    for (const id of referencesOf(element)) {
      const target = this.#named.get(id)
      if (target) size += this.drawnSize(target)
    }
    this.#sizes.set(element, Math.min(size, mostElements + 1))
    return Math.min(size, mostElements + 1)
  }

  written(element: XmlElement): string {
    const name = element.namespace === svgNamespace ? drawnElements.get(element.name) : undefined
    if (name === undefined) {
      this.isLess ||= isMissed(element)
      return ''
    }
    if (name === 'style') return this.#style(xmlText(element))
    const isText = name === 'text' || name === 'tspan'
    const inside = element.children.map((child) =>
      typeof child === 'string' ? (isText ? escaped(child) : '') : this.written(child),
    )
    const start = `<${name}${this.#attributes(element)}`
    return inside.some((part) => part !== '') ? `${start}>${inside.join('')}</${name}>` : `${start}/>`
  }

  #style(css: string): string {
    const { styles, isLess } = safeStyles(css, (id) => this.#isGradient(id))
    this.isLess ||= isLess
    return styles && `<style>${escaped(styles)}</style>`
  }

  /** Nothing is drawn again by one: it may stand in any style. */
  #isGradient(id: string): boolean {
    return /^(?:linear|radial)Gradient$/.test(this.#named.get(id)?.name ?? '')
  }

  #attributes(element: XmlElement): string {
    const kept = element.attributes.flatMap(({ name, namespace, value }) => {
      const isLink = name === 'href' && (namespace === '' || namespace === xlinkNamespace)
      if (namespace !== '' && !isLink) return []
      if (name === 'style') return this.#declarations(value)
      const isKept = isLink ? /^#[\w.:-]+$/.test(value) : drawnAttributes.has(name) && isInside(value)
      this.isLess ||= !isKept && (isLink || /^on/i.test(name) || drawnAttributes.has(name))
      return isKept ? [` ${name}="${escaped(value)}"`] : []
    })
    const own = [...new Map(kept.map((each) => [each.slice(0, each.indexOf('=')), each])).values()]
    if (element !== this.#root) return own.join('')
    const others = own.filter((each) => !/^ (?:viewBox|width|height)=/.test(each))
    return rootAttributes(element) + others.join('')
  }

  #declarations(value: string): string[] {
    const { styles, isLess } = safeStyles(`*{${value.replaceAll(/[{}]/g, '')}}`, (id) => this.#isGradient(id))
    this.isLess ||= isLess
    const inside = styles.slice(2, -1)
    return inside === '' ? [] : [` style="${escaped(inside)}"`]
  }
}

/**
 * What says how large it is: a drawing without a frame would not be made smaller with its logo, and one without sides is drawn as large
 * as each browser likes.
 */
function rootAttributes(root: XmlElement): string {
  const side = (name: string) =>
    /^\s*(\d{1,6}(?:\.\d{1,9})?)(?:px)?\s*$/.exec(xmlAttribute(root, name, '') ?? '')?.[1]
  const frame = (xmlAttribute(root, 'viewBox', '') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const isFramed = frame.length === 4 && frame.every(Number.isFinite)
  const [width, height] = [side('width'), side('height')]
  const sides = width && height ? [width, height] : isFramed ? frame.slice(2) : undefined
  if (!sides) return ` xmlns="${svgNamespace}"`
  const shown = isFramed ? frame : [0, 0, ...sides]
  return ` xmlns="${svgNamespace}" viewBox="${shown.join(' ')}" width="${sides[0]}" height="${sides[1]}"`
}

/** The ids that it draws again, or is drawn with. Of styles only gradients are left, which draw nothing again. */
function referencesOf({ attributes }: XmlElement): string[] {
  return attributes.flatMap(({ name, value }) => {
    if (name === 'href') return value.startsWith('#') ? [value.slice(1)] : []
    return Array.from(value.matchAll(/url\(\s*['"]?#([\w.:-]+)/gi), ([, id = '']) => id)
  })
}

/** A value that asks for nothing outside: `url(#name)` alone, and nothing that hides another word. */
const isInside = (value: string): boolean =>
  value.length <= 500_000 &&
  !/\\|@|script:|data:/i.test(value) &&
  !/(?:url|src|image|image-set)\(\s*(?!['"]?#)/i.test(value)

/** Notes of the program that drew it are not missed. */
const isMissed = ({ namespace, name }: XmlElement): boolean =>
  namespace === svgNamespace && !['metadata', 'title', 'desc'].includes(name)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)
