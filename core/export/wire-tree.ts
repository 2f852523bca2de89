/** An element of a file that Midad wrote itself. */
export interface WrittenElement {
  name: string
  attributes: ReadonlyMap<string, string>
  children: WrittenElement[]
  /** Whether letters other than white space stand directly in it. */
  hasText: boolean
  /** What stands directly in it, as letters. */
  text: string
}

/** No story of ours is nested as deeply (maxDepth of article.ts), and a walk of it must come back. */
const mostOpen = 2000
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')

/**
 * The tree of XML as our own writers make it: double quotes, four entities, no comments and no sections. Undefined for anything else, so
 * that what is not well-formed does not leave.
 */
export function writtenTree(xml: string): WrittenElement | undefined {
  const token =
    /[^<>&]+|&(?:amp|lt|gt|quot);|<\/([^\s<>/"]+)>|<([^\s<>/"!?]+)((?: [^\s<>/"=]+="[^<>&"]*(?:&(?:amp|lt|gt|quot);[^<>&"]*)*")*)(\/?)>/y
  token.lastIndex = /^<\?xml version="1\.0" encoding="UTF-8"\?>/.exec(xml)?.[0].length ?? 0
  const open: WrittenElement[] = []
  let root: WrittenElement | undefined
  while (token.lastIndex < xml.length) {
    const found = token.exec(xml)
    if (!found) return undefined
    const [all, end, name, attributes = '', closes] = found
    const around = open.at(-1)
    if (end !== undefined) {
      if (open.pop()?.name !== end) return undefined
    } else if (name === undefined) {
      if (!addText(around, all)) return undefined
    } else {
      const element = elementOf(name, attributes)
      if (!element || (!around && root) || open.length > mostOpen) return undefined
      around?.children.push(element)
      root ??= element
      if (!closes) open.push(element)
    }
  }
  return open.length === 0 ? root : undefined
}

function addText(element: WrittenElement | undefined, raw: string): boolean {
  const isBlank = raw.trim() === ''
  if (!element) return isBlank
  element.hasText ||= !isBlank
  element.text += unescaped(raw)
  return true
}

function elementOf(name: string, written: string): WrittenElement | undefined {
  const attributes = new Map<string, string>()
  for (const [, key = '', value = ''] of written.matchAll(/ ([^=]+)="([^"]*)"/g)) {
    if (attributes.has(key)) return undefined
    attributes.set(key, unescaped(value))
  }
  return { name, attributes, children: [], hasText: false, text: '' }
}
