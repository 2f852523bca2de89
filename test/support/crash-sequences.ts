import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { DeskApi } from '../../core/api/contract.ts'
import type { Article } from '../../core/model/article.ts'
import { parseStrictly } from '../../electron/node/read-strictly.ts'
import type { FaultScene } from './fault-scene.ts'
import { p } from './story.ts'
import { story } from './temp-library.ts'

/** What a person was told of an article. */
export interface Told {
  /** The story as it was acknowledged last. */
  words: string
  /** Versions that were kept by name; the label is what they say. */
  kept: readonly string[]
  place: 'articles' | 'trash'
}
type Action = (desk: DeskApi, id: string, told: Told, words: string) => Promise<Told>

const openedIn = async (desk: DeskApi, id: string): Promise<Article> =>
  (await desk['article.open']({ id })).article
const draftOf = ({ id, language, fields }: Article) => ({ id, language, fields })
const insertOf = (words: string) => ({ story: { from: 0, remove: 1, insert: [p(words)] } })

/** What is done with one article; each answers what is acknowledged then. */
const actions = {
  async save(desk, id, told, words) {
    const opened = await openedIn(desk, id)
    const { status, revision } = opened
    await desk['article.save']({ ...draftOf(opened), status, revision, body: story(words) })
    return { ...told, words }
  },
  async journal(desk, id, told, words) {
    const { revision } = await openedIn(desk, id)
    await desk['article.journal']({ id, on: [{ revision, patch: insertOf(words) }] })
    return { ...told, words }
  },
  async keep(desk, id, told) {
    const opened = await openedIn(desk, id)
    const text = { ...draftOf(opened), status: opened.status, body: story(told.words) }
    await desk['versions.keep']({ ...text, reason: 'named', label: told.words })
    return { ...told, kept: [...told.kept, told.words] }
  },
  async 'bring back'(desk, id, told) {
    const label = told.kept[0] ?? ''
    const { versions } = await desk['versions.list']({ id })
    const version = versions.find((each) => each.label === label)?.name ?? ''
    const { revision } = await openedIn(desk, id)
    await desk['versions.restore']({ id, version, revision })
    return { ...told, words: label }
  },
  async trash(desk, id, told) {
    await desk['article.trash']({ id })
    return { ...told, place: 'trash' }
  },
  async 'take out of the trash'(desk, id, told) {
    await desk['trash.restore']({ id })
    return { ...told, place: 'articles' }
  },
} satisfies Record<string, Action>
export type ActionName = keyof typeof actions

/** Does it; the answer is what is acknowledged then. */
export const act = (name: ActionName, desk: DeskApi, id: string, told: Told, words: string): Promise<Told> =>
  actions[name](desk, id, told, words)

function isPossible(sequence: readonly ActionName[]): boolean {
  let isInTrash = false
  let hasKept = false
  for (const each of sequence) {
    if (isInTrash !== (each === 'take out of the trash') || (each === 'bring back' && !hasKept)) return false
    if (each === 'trash' || each === 'take out of the trash') isInTrash = each === 'trash'
    hasKept ||= each === 'keep'
  }
  return true
}

const names = Object.keys(actions) as ActionName[]
/** Every way to do as many things one after the other with an article that lies in its place. */
export function sequencesOf(length: number): ActionName[][] {
  let all: ActionName[][] = [[]]
  for (let each = 0; each < length; each += 1)
    all = all.flatMap((begun) => names.map((name) => [...begun, name])).filter(isPossible)
  return all
}

/** The article says what one of these was told, and every version that the first was told of; it is taken out of the trash. */
export async function expectTold(
  { desk, folder, paths }: FaultScene,
  id: string,
  oneOf: readonly Told[],
  where: string,
): Promise<void> {
  const places = (['articles', 'trash'] as const).filter((each) =>
    existsSync(join(folder, each, id, 'article.json')),
  )
  expect(places, where).toHaveLength(1)
  const [place] = places
  expect(
    oneOf.map((told) => told.place),
    where,
  ).toContain(place)
  if (place === 'trash') await desk['trash.restore']({ id })
  const { body } = await openedIn(desk, id)
  const found = JSON.stringify(body)
  expect(
    oneOf.some(({ words }) => found.includes(JSON.stringify(words))),
    `${where}: ${found}`,
  ).toBe(true)
  const { versions } = await desk['versions.list']({ id })
  // Those of the first are in all that come after it.
  for (const label of oneOf[0]?.kept ?? []) {
    const version = versions.find((each) => each.label === label)
    expect(version, `${where}: ${label}`).toBeDefined()
    const bytes = readFileSync(join(paths.versions(id), version?.name ?? ''))
    expect(JSON.stringify(parseStrictly(bytes)), where).toContain(label)
  }
}
