import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DiskRecord, DiskStep, Inode } from './recording-disk.ts'

/** What may be left of a folder after a power cut: its files by path, with `/`; null is a folder. */
export type LeftOver = ReadonlyMap<string, Buffer | null>
export interface CrashState {
  /** How many of the record's steps had been asked for. */
  after: number
  left: LeftOver
}

/** What is left of bytes that were written and not synced: a beginning of them, and zeros where the file had grown already. */
interface Fate {
  share: number
  isPadded: boolean
}
const shares = Array.from({ length: 20 }, (_, twentieth) => twentieth / 20)
const fates: readonly Fate[] = [
  { share: 1, isPadded: false },
  ...shares.map((share) => ({ share, isPadded: false })),
  ...shares.map((share) => ({ share, isPadded: true })),
]

/** What a power cut after so many steps may undo. */
interface Pending {
  /** Changes of names whose folders were not synced since, by their place in the record. */
  names: number[]
  /** For each file that was written since it was synced, what is sure to stand in it. */
  files: Map<Inode, Buffer>
}

const nothing = Buffer.alloc(0)

function pendingAfter({ before, steps }: DiskRecord, after: number): Pending {
  let names: { step: number; folders: Set<Inode> }[] = []
  const files = new Map<Inode, Buffer>()
  const durable = new Map<Inode, Buffer>()
  const written = new Map<Inode, Buffer>()
  steps.slice(0, after).forEach((each, step) => {
    if (each.kind === 'names') {
      names.push({ step, folders: new Set(each.changes.map(({ folder }) => folder)) })
    } else if (each.kind === 'content') {
      if (!files.has(each.file))
        files.set(each.file, durable.get(each.file) ?? before.get(each.file)?.content ?? nothing)
      written.set(each.file, each.now)
    } else {
      const { of } = each
      for (const { folders } of names) folders.delete(of)
      names = names.filter(({ folders }) => folders.size > 0)
      if (files.delete(of)) durable.set(of, written.get(of) ?? nothing)
    }
  })
  return { names: names.map(({ step }) => step), files }
}

function contentOf(sure: Buffer, now: Buffer, { share, isPadded }: Fate): Buffer {
  const found = now.subarray(0, sure.length + Math.floor((now.length - sure.length) * share))
  return isPadded ? Buffer.concat([found, Buffer.alloc(now.length - found.length)]) : found
}

/** What is left when these changes of names are undone, and unsynced bytes have this fate. */
function leftAfter(
  { top, before, steps }: DiskRecord,
  after: number,
  undone: ReadonlySet<number>,
  fateOf: (file: Inode) => Buffer | undefined,
): LeftOver {
  const contents = new Map<Inode, Buffer>()
  const folders = new Map<Inode, Map<string, Inode>>()
  const namesIn = (folder: Inode): Map<string, Inode> => {
    const known = folders.get(folder) ?? new Map(before.get(folder)?.names ?? [])
    folders.set(folder, known)
    return known
  }
  const apply = (step: DiskStep): void => {
    if (step.kind === 'content') contents.set(step.file, step.now)
    if (step.kind !== 'names') return
    for (const { folder, name, to } of step.changes) {
      if (to) namesIn(folder).set(name, to)
      else namesIn(folder).delete(name)
    }
  }
  steps.slice(0, after).forEach((step, index) => undone.has(index) || apply(step))
  const left = new Map<string, Buffer | null>()
  const visit = (folder: Inode, path: string): void => {
    for (const [name, inode] of namesIn(folder)) {
      const inner = path + name
      if (inode.kind === 'folder') {
        left.set(inner, null)
        visit(inode, `${inner}/`)
      } else {
        left.set(inner, fateOf(inode) ?? contents.get(inode) ?? before.get(inode)?.content ?? nothing)
      }
    }
  }
  visit(top, '')
  return left
}

const mostSubsets = 16

/** Sets of changes that may be undone together: all of them where they are few, else the ends, each prefix, and each alone. */
function subsetsOf(names: readonly number[]): Set<number>[] {
  if (2 ** names.length <= mostSubsets)
    return Array.from(
      { length: 2 ** names.length },
      (_, bits) => new Set(names.filter((_name, place) => bits & (1 << place))),
    )
  const suffixes = names.map((_, from) => names.slice(from))
  const singles = names.map((each) => [each])
  const allButOne = names.map((each) => names.filter((other) => other !== each))
  return [[], ...suffixes, ...singles, ...allButOne].map((each) => new Set(each))
}

function keyOf(left: LeftOver): string {
  const hash = createHash('sha1')
  for (const path of [...left.keys()].toSorted()) {
    const content = left.get(path)
    hash.update(`\0${path}\0${content ? content.length : 'folder'}\0`)
    if (content) hash.update(content)
  }
  return hash.digest('base64')
}

/**
 * Every different state that a power cut may leave, at each step from `from` on: what was not synced is there, lost, cut off or zeros, and
 * names whose folders were not synced are undone in any order. A name and a move are atomic, as every journaling file system
 * has them; nothing else is taken to be ordered. `isLater` says from which step on the same state has to be judged anew.
 */
export function* crashStates(
  record: DiskRecord,
  from: number,
  isLater: (after: number) => boolean,
): Generator<CrashState> {
  const seen = new Set<string>()
  for (let after = from; after <= record.steps.length; after += 1) {
    for (const left of leftOversAfter(record, after)) {
      const key = `${String(isLater(after))} ${keyOf(left)}`
      if (!seen.has(key)) yield { after, left }
      seen.add(key)
    }
  }
}

function* leftOversAfter(record: DiskRecord, after: number): Generator<LeftOver> {
  const pending = pendingAfter(record, after)
  const nowOf = new Map<Inode, Buffer>()
  for (const step of record.steps.slice(0, after)) if (step.kind === 'content') nowOf.set(step.file, step.now)
  for (const undone of subsetsOf(pending.names))
    for (const fate of pending.files.size > 0 ? fates : fates.slice(0, 1))
      yield leftAfter(record, after, undone, (file) => {
        const sure = pending.files.get(file)
        return sure && contentOf(sure, nowOf.get(file) ?? sure, fate)
      })
}

/** Puts into a folder what is left, and nothing else. */
export function putBack(root: string, left: LeftOver): void {
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true, force: true })
  for (const [path, content] of left) {
    if (content) writeFileSync(join(root, path), content, { mode: 0o600 })
    else mkdirSync(join(root, path), { mode: 0o700 })
  }
}
