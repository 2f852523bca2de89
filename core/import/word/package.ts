import { DeskError } from '../../api/errors.ts'
import { decodeText } from '../decode.ts'
import type { Archive } from '../source.ts'
import { childrenOf, parseXml, xmlAttribute, type XmlElement } from '../xml-tree.ts'

export interface Relation {
  /** Path inside the package, or an address outside it. */
  target: string
  isExternal: boolean
  /** The last part of its type: `image`, `hyperlink`, … */
  type: string
}
/** A Word file as a package of parts that name each other; nothing outside it is ever asked for. */
export interface WordPackage {
  document: XmlElement
  /** Relations of the part with the story, by id. */
  relations: ReadonlyMap<string, Relation>
  /** The part of this kind that the story names (`styles`, `numbering`, …); undefined where there is none. */
  part(type: string): Promise<XmlElement | undefined>
  /** The relations of that part. */
  relationsOf(type: string): Promise<ReadonlyMap<string, Relation>>
  /** A part by its path. */
  at(path: string): Promise<XmlElement | undefined>
  bytes(path: string): Promise<Uint8Array | undefined>
}

/** A real document has some dozens of parts, and one for each of its pictures (reliability.md §5). */
const mostParts = 2000
const usualDocument = 'word/document.xml'

/** @throws DeskError 'unreadable' | 'too-large' */
export async function openPackage(archive: Archive): Promise<WordPackage> {
  if (archive.names.length > mostParts) {
    throw new DeskError('too-large', `a document of more than ${mostParts} parts`, {
      limit: 'archiveFiles',
      most: mostParts,
    })
  }
  const names = new Set(archive.names)
  const read = async (path: string): Promise<XmlElement | undefined> => {
    const bytes = names.has(path) ? await archive.read(path) : undefined
    return bytes && parseXml(decodeText(bytes).text)
  }
  const root = await relationsIn(read, '')
  const said = [...root.values()].find(({ type }) => type === 'officeDocument')?.target
  const path = said !== undefined && names.has(said) ? said : usualDocument
  const document = await read(path)
  if (document?.name !== 'document') throw new DeskError('unreadable', 'not a document of Word')
  const relations = await relationsIn(read, path)
  const pathOf = (type: string) => [...relations.values()].find((each) => each.type === type)?.target
  return {
    document,
    relations,
    // A part that cannot be read is no reason to lose the story.
    part: (type) => optional(() => read(pathOf(type) ?? '')),
    relationsOf: (type) => relationsIn(read, pathOf(type) ?? ''),
    at: (part) => optional(() => read(part)),
    bytes: async (part) => (names.has(part) ? archive.read(part) : undefined),
  }
}

async function optional<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DeskError) return undefined
    throw error
  }
}

async function relationsIn(
  read: (path: string) => Promise<XmlElement | undefined>,
  part: string,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const list = await optional(() => read(`${folder}_rels/${part.slice(folder.length)}.rels`))
  const relations = new Map<string, Relation>()
  for (const element of list ? childrenOf(list, 'Relationship') : []) {
    const id = xmlAttribute(element, 'Id')
    const target = xmlAttribute(element, 'Target')
    if (id === undefined || target === undefined) continue
    const isExternal = xmlAttribute(element, 'TargetMode')?.toLowerCase() === 'external'
    const type = (xmlAttribute(element, 'Type') ?? '').split('/').at(-1) ?? ''
    relations.set(id, { target: isExternal ? target : resolved(target, folder), isExternal, type })
  }
  return relations
}

/** A target as a path of the package; one that leads out of it is a path that no part has. */
function resolved(target: string, folder: string): string {
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
