import { childOf, childrenOf, xmlAttribute, type XmlElement } from '../xml-tree.ts'
import { toggle, valueOf } from './styles.ts'

/** One level of a list. */
export interface Level {
  /** Lists of one definition go on counting where another stopped. */
  definition: string
  /** Unless they say where they begin. */
  isRestarting: boolean
  isOrdered: boolean
  start: number
  /** Which way it goes, where it says so. */
  rtl: boolean | undefined
}
export interface Numbering {
  /** Undefined where there is no such list, or its level shows nothing. */
  level(number: string, level: number): Level | undefined
}

/** What Word draws before an item without counting. */
const unordered = new Set(['bullet', 'none'])
const mostStart = 1_000_000

export function readNumbering(root: XmlElement | undefined): Numbering {
  const definitions = new Map<string, XmlElement>()
  const byStyle = new Map<string, XmlElement>()
  for (const element of root ? childrenOf(root, 'abstractNum') : []) {
    const id = xmlAttribute(element, 'abstractNumId')
    if (id !== undefined) definitions.set(id, element)
    const style = valueOf(element, 'styleLink')
    if (style !== undefined) byStyle.set(style, element)
  }
  const lists = new Map<string, XmlElement>()
  for (const element of root ? childrenOf(root, 'num') : []) {
    const id = xmlAttribute(element, 'numId')
    if (id !== undefined) lists.set(id, element)
  }
  return {
    level(number, level) {
      const list = lists.get(number)
      if (!list) return undefined
      const own = definitions.get(valueOf(list, 'abstractNumId') ?? '')
      const definition = byStyle.get(valueOf(own, 'numStyleLink') ?? '') ?? own
      const override = childrenOf(list, 'lvlOverride').find((each) => isLevel(each, level))
      const said = (override && childOf(override, 'lvl')) ?? levelIn(definition, level)
      // A definition that lacks the level is a list all the same.
      const format = valueOf(said, 'numFmt') ?? valueOf(levelIn(definition, 0), 'numFmt') ?? 'decimal'
      const start = Number(valueOf(override, 'startOverride') ?? valueOf(said, 'start') ?? 1)
      const isStart = Number.isInteger(start) && start >= 0 && start <= mostStart
      return {
        definition: valueOf(list, 'abstractNumId') ?? '',
        isRestarting: valueOf(override, 'startOverride') !== undefined,
        isOrdered: !unordered.has(format),
        start: isStart ? start : 1,
        rtl: toggle(said && childOf(said, 'pPr'), 'bidi'),
      }
    },
  }
}

const isLevel = (element: XmlElement, level: number): boolean =>
  Number(xmlAttribute(element, 'ilvl') ?? Number.NaN) === level
const levelIn = (definition: XmlElement | undefined, level: number): XmlElement | undefined =>
  definition && childrenOf(definition, 'lvl').find((each) => isLevel(each, level))
