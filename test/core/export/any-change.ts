import * as fc from 'fast-check'
import type { WrittenElement } from '../../../core/export/wire-tree.ts'
import { xmlDeclaration, xmlEscaped } from '../../../core/export/xml.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** JSON with one part of it replaced by something else, or gone. */
export function anyJsonChange(json: Record<string, unknown>): fc.Arbitrary<unknown> {
  const places = pathsOf(json)
  const value = fc.constantFrom(
    undefined,
    null,
    '',
    'x',
    'urn:a:b',
    'a b',
    0,
    5,
    10,
    1.5,
    -1,
    true,
    [],
    {},
    ['x'],
    [{}],
    {
      name: 'x',
    },
  )
  return fc.tuple(fc.constantFrom(...places), value).map(([path, to]) => {
    const copy = structuredClone(json)
    let holder: unknown = copy
    for (const key of path.slice(0, -1)) holder = isObject(holder) ? holder[key] : undefined
    if (isObject(holder)) holder[path.at(-1) ?? ''] = to
    // As a file: what is undefined is gone.
    return JSON.parse(JSON.stringify(copy)) as unknown
  })
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
  const inner = isObject(value)
    ? Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))
    : []
  return path.length > 0 ? [path, ...inner] : inner
}

type Change = (element: WrittenElement, nth: number, word: string) => void
const changes: readonly Change[] = [
  ({ children }, nth) => void children.splice(nth % Math.max(1, children.length), 1),
  ({ children }, nth) => {
    const child = children[nth % Math.max(1, children.length)]
    if (child) children.push(child)
  },
  ({ children }) => void children.reverse(),
  ({ children }, _nth, word) =>
    void children.push({ name: word, attributes: new Map(), children: [], hasText: false, text: '' }),
  (element, _nth, word) => void (element.name = word),
  (element, _nth, word) => void (element.text += word),
  ({ attributes }, nth, word) => {
    const name = [...attributes.keys()][nth % Math.max(1, attributes.size)]
    if (name) (attributes as Map<string, string>).set(name, word)
  },
  ({ attributes }, nth) => {
    const name = [...attributes.keys()][nth % Math.max(1, attributes.size)]
    if (name) (attributes as Map<string, string>).delete(name)
  },
  ({ attributes }, _nth, word) => void (attributes as Map<string, string>).set(word, 'x'),
]

/** A file with one element changed: gone, doubled, turned around, renamed, with other words, attributes or values. */
export function anyXmlChange(tree: WrittenElement): fc.Arbitrary<string> {
  const count = all(tree).length
  const names = [
    ...new Set(all(tree).flatMap(({ name, attributes }) => [name, ...attributes.keys()])),
  ].filter((name) => !name.startsWith('xml') && !name.includes(':'))
  const word = fc.constantFrom(...names, '10', '-1', '1.5', 'ltr', 'ar', 'image', 'a:b')
  return fc
    .tuple(fc.nat({ max: count - 1 }), fc.constantFrom(...changes), fc.nat({ max: 20 }), word)
    .map(([at, change, nth, said]) => {
      const copy = cloned(tree)
      const element = all(copy)[at]
      if (element) change(element, nth, said)
      return xmlDeclaration + written(copy)
    })
}

/** But for what a schema does not look at. */
const all = (element: WrittenElement): WrittenElement[] => [
  element,
  ...(element.name === 'inlineXML' ? [] : element.children.flatMap(all)),
]
const cloned = (element: WrittenElement): WrittenElement => ({
  ...element,
  attributes: new Map(element.attributes),
  children: element.children.map(cloned),
})
// Text first, children behind: no schema asks for an order between the two.
const written = ({ name, attributes, children, text }: WrittenElement): string =>
  `<${name}${[...attributes].map(([key, value]) => ` ${key}="${xmlEscaped(value)}"`).join('')}>${xmlEscaped(text)}${children
    .map(written)
    .join('')}</${name}>`
