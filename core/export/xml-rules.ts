import type { Finding, ValueRule } from './wire-rules.ts'
import { writtenTree, type WrittenElement } from './wire-tree.ts'

/** What an element of a standard may hold. */
export interface ElementRule {
  /** By name; `h:` and `xml:` as they are written. */
  attributes?: Readonly<Record<string, ValueRule>>
  required?: readonly string[]
  /**
   * Its elements in their order, as a DTD has it: `a b? c* (d|e)+`. `#any`: one of another vocabulary, not looked at. Absent: none.
   */
  content?: string
  /** Text may stand between them. */
  isMixed?: true
  /** What all its text together must look like. */
  text?: ValueRule
}
export type ElementRules = Readonly<Record<string, ElementRule>>

/** Attributes that name one element of the file, and those that name such a name. */
export interface Names {
  ids: readonly string[]
  references: readonly string[]
}

/** Everything in which the XML differs from the rules, elements that have no rule among them. */
export function xmlFindings(xml: string, root: string, rules: ElementRules, names: Names): Finding[] {
  const tree = writtenTree(xml)
  if (!tree) return [{ path: '', message: 'is not well-formed XML' }]
  if (tree.name !== root) return [{ path: tree.name, message: `is not ${root}` }]
  const seen: Seen = { ids: new Set(), references: [] }
  const findings = checked(tree, '', { rules, names, seen })
  const lost = seen.references.filter(({ to }) => !seen.ids.has(to))
  return [...findings, ...lost.map(({ path, to }) => ({ path, message: `names ${to}, which is not there` }))]
}

interface Seen {
  ids: Set<string>
  references: { path: string; to: string }[]
}
interface Check {
  rules: ElementRules
  names: Names
  seen: Seen
}

function checked(element: WrittenElement, around: string, check: Check): Finding[] {
  const path = `${around}/${element.name}`
  const rule = Object.hasOwn(check.rules, element.name) ? check.rules[element.name] : undefined
  if (!rule) return [{ path, message: 'is an element that has no place' }]
  const findings = [...attributeFindings(element, rule, path, check)]
  if (rule.content === '#any') {
    if (element.children.length > 1 || element.hasText)
      findings.push({ path, message: 'holds more than one element' })
    return findings
  }
  const order = element.children.map(({ name }) => `${name} `).join('')
  if (!orderOf(rule.content ?? '').test(order))
    findings.push({
      path,
      message: `holds ${order.trim() || 'nothing'}, where ${rule.content ?? 'nothing'} may stand`,
    })
  if (element.hasText && !rule.isMixed && !rule.text) findings.push({ path, message: 'has text of its own' })
  const wrong = rule.text?.(rule.isMixed ? element.text : element.text.trim())
  if (wrong !== undefined) findings.push({ path, message: wrong })
  for (const child of element.children) findings.push(...checked(child, path, check))
  return findings
}

function attributeFindings(
  element: WrittenElement,
  rule: ElementRule,
  path: string,
  check: Check,
): Finding[] {
  const allowed = new Map(Object.entries(rule.attributes ?? {}))
  const missing = (rule.required ?? []).filter((name) => !element.attributes.has(name))
  const findings: Finding[] = missing.map((name) => ({ path, message: `has no ${name}` }))
  for (const [name, value] of element.attributes) {
    const isValue = allowed.get(name)
    const wrong = isValue ? isValue(value) : 'is an attribute that has no place'
    if (wrong !== undefined) findings.push({ path: `${path}@${name}`, message: wrong })
    if (check.names.ids.includes(name) && check.seen.ids.has(value))
      findings.push({ path: `${path}@${name}`, message: 'stands twice in the file' })
    if (check.names.ids.includes(name)) check.seen.ids.add(value)
    if (check.names.references.includes(name))
      check.seen.references.push({ path: `${path}@${name}`, to: value })
  }
  return findings
}

const orders = new Map<string, RegExp>()

/** A model of content as a pattern over names with a space behind each. */
function orderOf(content: string): RegExp {
  const known = orders.get(content)
  if (known) return known
  const pattern = content
    .split(' ')
    .map((part) => part.replace(/[\w.-]+/g, (name) => `(?:${name.replaceAll('.', '\\.')} )`))
    .join('')
  const order = new RegExp(`^${pattern}$`)
  orders.set(content, order)
  return order
}
