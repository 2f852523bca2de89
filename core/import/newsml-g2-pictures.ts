import { cleanLine } from './clean-inline.ts'
import { besideAddress, cleanLines } from './wire-fields.ts'
import type { WirePicture } from './wire-reading.ts'
import { childOf, childrenOf, xmlAttribute, xmlText, type XmlElement } from './xml-tree.ts'

/**
 * The pictures of an item: in one of ours each `remoteContent` is another, with its words in `partMeta`; in an item that is a picture they
 * are the sizes of one, of which the largest is taken.
 */
export function g2Pictures(item: XmlElement): WirePicture[] {
  const set = childOf(item, 'contentSet')
  const remote = (set ? childrenOf(set, 'remoteContent') : []).filter(isPicture)
  const parts = childrenOf(item, 'partMeta').filter(
    (part) => remotesOf(part, remote).length > 0 || isOurs(part),
  )
  if (parts.length > 0)
    return parts.slice(0, 200).map((part, at) => ofPart(part, remotesOf(part, remote)[0], at === 0))
  const best = remote.toSorted((one, other) => (pixels(other, 'width') ?? 0) - (pixels(one, 'width') ?? 0))[0]
  return best ? [ofPart(childOf(item, 'contentMeta'), best, true)] : []
}

const isPicture = (remote: XmlElement): boolean =>
  /^image\//i.test(xmlAttribute(remote, 'contenttype') ?? 'image/') &&
  xmlAttribute(remote, 'href') !== undefined
const isOurs = (part: XmlElement): boolean => roleOf(part).startsWith('midad:')
const roleOf = (part: XmlElement): string => {
  const role = childOf(part, 'role')
  return (role && xmlAttribute(role, 'qcode')) ?? ''
}
const remotesOf = (part: XmlElement, remote: readonly XmlElement[]): XmlElement[] => {
  const ids = xmlAttribute(part, 'contentrefs')?.split(/\s+/) ?? []
  return remote.filter((each) => ids.includes(xmlAttribute(each, 'id') ?? ''))
}

function ofPart(part: XmlElement | undefined, remote: XmlElement | undefined, isFirst: boolean): WirePicture {
  const description = (role: string) => {
    const found = part && childrenOf(part, 'description').find((each) => xmlAttribute(each, 'role') === role)
    return found ? xmlText(found) : ''
  }
  const named = (name: string) => {
    const child = part && childOf(part, name)
    return child ? cleanLine(xmlText(childOf(child, 'name') ?? child), 500) : ''
  }
  const [width, height] = [pixels(remote, 'width'), pixels(remote, 'height')]
  return {
    href: besideAddress((remote && xmlAttribute(remote, 'href')) ?? ''),
    isLead: part && isOurs(part) ? roleOf(part) === 'midad:main' : isFirst,
    alt: cleanLine(description('midad:alternativeText')),
    caption: captionOf(description('drol:caption'), part !== undefined && isOurs(part)),
    credit: named('creditline') || named('creator'),
    source: named('infoSource'),
    width,
    height,
    ...focalOf(part, width, height),
  }
}

/** Others break the lines of a file where they like. */
const captionOf = (text: string, isOwn: boolean): string =>
  cleanLines(isOwn ? text : text.replace(/\s+/g, ' '), 5000)

function pixels(element: XmlElement | undefined, name: string): number | null {
  const value = (element && xmlAttribute(element, name)) ?? ''
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null
}

/** The region that Midad writes a focal point as: a place without a size. */
function focalOf(part: XmlElement | undefined, width: number | null, height: number | null) {
  const region = part && childOf(part, 'regionDelim')
  const [x, y] = ['x', 'y'].map((name) => Number((region && xmlAttribute(region, name)) ?? Number.NaN))
  if (x === undefined || y === undefined || Number.isNaN(x + y) || !width || !height) return {}
  const share = (value: number, whole: number) =>
    Math.min(1, Math.max(0, Math.round((value / whole) * 10_000) / 10_000))
  return { focal: { x: share(x, width), y: share(y, height) } }
}
