import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DeskApi } from '../../core/api/contract.ts'
import type { Article } from '../../core/model/article.ts'
import { articleStores } from '../../electron/node/article-stores.ts'
import type { LibraryPaths } from '../../electron/node/library-folder.ts'
import { elsewhereIn } from '../../electron/node/elsewhere.ts'
import type { FaultDisk } from './fault-fs.ts'
import { p } from './story.ts'
import { article, idOf, lay, story } from './temp-library.ts'

/** A library on a disk whose calls can be made to fail, and its desk, which can be dropped and opened anew. */
export interface Scene {
  desk: DeskApi
  disk: FaultDisk
  paths: LibraryPaths
  open(): Promise<void>
  /** Every call fails from now on, and the desk is gone. */
  crash(): Promise<void>
}

/** What an operation begins with. */
export interface Begun {
  /** The article; undefined where it makes one, or is about none. */
  id?: string
  /** Words that were acknowledged: they must be found whatever happens. */
  acknowledged: string[]
  /** Words of which a whole article must hold one, before and after. */
  oldOrNew: string[]
  /** Words that are acknowledged by the operation itself. */
  written: string[]
  /** Where the article is when it is done. */
  endsIn: 'articles' | 'trash' | 'nowhere'
  run: () => Promise<unknown>
}

/** One thing that a desk does with the disk. `begin` prepares the n-th try of it, on a disk that works. */
export interface FaultOperation {
  name: string
  /** What a second try may be refused with, because the first has done it all the same. */
  isDoneWith?: readonly string[]
  begin: (scene: Scene, n: number) => Promise<Begun>
}

/** What a person would be told: that the text is not there to be seen now. */
const unseen = (why: string) => Object.assign(new Error(why), { code: 'unseen' })
const long = (words: string) => `${words} ${'كلمة '.repeat(200)}`
const written = (words: string) => ({ story: { from: 0, remove: 1, insert: [p(words)] } })
const draftOf = ({ id, language, status, fields }: Article) => ({ id, language, status, fields })

/** An article that was saved once, with these words. */
async function saved({ desk }: Scene, words: string): Promise<Article> {
  const { article: made } = await desk['article.create']({ headline: 'عنوان' })
  await desk['article.save']({ ...draftOf(made), body: story(words), revision: 0 })
  return (await desk['article.open']({ id: made.id })).article
}

const names = (n: number) => ({ old: `قديم-${n}-`, next: `جديد-${n}-` })

/** THE table: whatever else writes to the disk is one entry more. */
export const operations: readonly FaultOperation[] = [
  {
    name: 'article.create',
    async begin(scene, n) {
      const { next } = names(n)
      const run = () => scene.desk['article.create']({ headline: next })
      return { acknowledged: [], oldOrNew: [], written: [next], endsIn: 'articles', run }
    },
  },
  {
    name: 'article.import',
    async begin(scene, n) {
      const { next } = names(n)
      const base64 = Buffer.from(`${next}\n\nفقرة.\n`).toString('base64')
      const run = async () => {
        const { failed } = await scene.desk['article.import']({ name: 'a.txt', base64 })
        if (failed[0]) throw Object.assign(new Error(failed[0].message), { code: failed[0].code })
      }
      return { acknowledged: [], oldOrNew: [], written: [next], endsIn: 'articles', run }
    },
  },
  {
    name: 'article.save',
    async begin(scene, n) {
      const { old, next } = names(n)
      const { article: made } = await scene.desk['article.create']({ headline: old })
      const run = () => scene.desk['article.save']({ ...draftOf(made), body: story(next), revision: 0 })
      return { id: made.id, acknowledged: [old], oldOrNew: [old], written: [next], endsIn: 'articles', run }
    },
  },
  {
    name: 'article.save that keeps a version before, and one for its status',
    async begin(scene, n) {
      const { old, next } = names(n)
      const made = await saved(scene, long(old))
      const draft = { ...draftOf(made), status: 'ready' as const, body: story(next), revision: 1 }
      const run = () => scene.desk['article.save'](draft)
      return {
        id: made.id,
        acknowledged: [old],
        oldOrNew: [old, next],
        written: [next],
        endsIn: 'articles',
        run,
      }
    },
  },
  {
    name: 'the first article.journal',
    async begin(scene, n) {
      const { old, next } = names(n)
      const { id } = await saved(scene, old)
      const run = () => scene.desk['article.journal']({ id, on: [{ revision: 1, patch: written(next) }] })
      return { id, acknowledged: [old], oldOrNew: [old], written: [next], endsIn: 'articles', run }
    },
  },
  {
    name: 'the second article.journal',
    async begin(scene, n) {
      const { old, next } = names(n)
      const { id } = await saved(scene, old)
      const journal = (words: string) =>
        scene.desk['article.journal']({ id, on: [{ revision: 1, patch: written(words) }] })
      await journal(`${old}وبعده`)
      const acknowledged = [old, `${old}وبعده`]
      return {
        id,
        acknowledged,
        oldOrNew: [old],
        written: [next],
        endsIn: 'articles',
        run: () => journal(next),
      }
    },
  },
  {
    name: 'article.trash',
    isDoneWith: ['not-found'],
    async begin(scene, n) {
      const { old } = names(n)
      const { id } = await saved(scene, old)
      const run = () => scene.desk['article.trash']({ id })
      return { id, acknowledged: [old], oldOrNew: [old], written: [], endsIn: 'trash', run }
    },
  },
  {
    name: 'trash.restore',
    isDoneWith: ['not-found'],
    async begin(scene, n) {
      const { old } = names(n)
      const { id } = await saved(scene, old)
      await scene.desk['article.trash']({ id })
      const run = () => scene.desk['trash.restore']({ id })
      return { id, acknowledged: [old], oldOrNew: [old], written: [], endsIn: 'articles', run }
    },
  },
  {
    name: 'trash.remove',
    isDoneWith: ['not-found'],
    async begin(scene, n) {
      const { old } = names(n)
      const { id } = await saved(scene, old)
      await scene.desk['article.trash']({ id })
      const run = () => scene.desk['trash.remove']({ ids: [id] })
      return { id, acknowledged: [], oldOrNew: [old], written: [], endsIn: 'nowhere', run }
    },
  },
  {
    name: 'versions.keep with a name',
    async begin(scene, n) {
      const { old, next } = names(n)
      const made = await saved(scene, old)
      const { id } = made
      const keep = (words: string) =>
        scene.desk['versions.keep']({
          ...draftOf(made),
          body: story(words),
          reason: 'named',
          label: `اسم-${words}`,
        })
      await keep(old)
      const acknowledged = [old, `اسم-${old}`]
      return {
        id,
        acknowledged,
        oldOrNew: [old],
        written: [next, `اسم-${next}`],
        endsIn: 'articles',
        run: () => keep(next),
      }
    },
  },
  {
    name: 'versions.restore',
    async begin(scene, n) {
      const { old, next } = names(n)
      const made = await saved(scene, next)
      const { id } = made
      await scene.desk['versions.keep']({ ...draftOf(made), body: made.body, reason: 'named', label: 'اسم' })
      const { revision } = await scene.desk['article.save']({
        ...draftOf(made),
        body: story(old),
        revision: 1,
      })
      const { versions } = await scene.desk['versions.list']({ id })
      const version = versions.find(({ reason }) => reason === 'named')?.name ?? ''
      const run = async () => {
        const { article: present } = await scene.desk['article.open']({ id })
        // The first try may have reached the disk all the same.
        if (present.revision !== revision) return
        await scene.desk['versions.restore']({ id, version, revision })
      }
      return {
        id,
        acknowledged: [old, next],
        oldOrNew: [old, next],
        written: [next],
        endsIn: 'articles',
        run,
      }
    },
  },
  {
    name: 'settings.change',
    async begin(scene, n) {
      const { desk, paths } = scene
      const before = (await desk['desk.state']({})).settings.appearance
      const next = before === 'dark' ? 'light' : 'dark'
      await lay(join(paths.desk, 'note.txt'), `${n}`)
      const run = async () => {
        await scene.desk['settings.change']({ appearance: next })
        const file = JSON.parse(await readFile(paths.settings, 'utf8')) as { appearance: string }
        if (file.appearance !== next) throw unseen('not what was set')
      }
      return { acknowledged: [], oldOrNew: [], written: [], endsIn: 'nowhere', run }
    },
  },
  {
    name: 'the first writing of an article of an older Midad',
    async begin(scene, n) {
      const { disk, paths } = scene
      const { old, next } = names(n)
      const id = idOf(n)
      await lay(
        paths.article(id),
        JSON.stringify({ ...article(id, { revision: 1, body: story(old) }), old: true }),
      )
      const run = async () => {
        const { articles } = articleStores({
          disk,
          paths,
          isReadOnly: () => false,
          tell: () => undefined,
          now: Date.now,
          elsewhere: elsewhereIn(disk, join(paths.root, '..', 'elsewhere')),
          isOlder: (json) => JSON.stringify(json).includes('"old"'),
        })
        const read = await articles.get(id)
        if (read?.kind !== 'article') throw unseen(JSON.stringify(read))
        await articles.put(article(id, { revision: 2, body: story(next) }))
      }
      return { id, acknowledged: [old], oldOrNew: [old, next], written: [next], endsIn: 'articles', run }
    },
  },
]

/** The same for what happens while a library is opened: `begin` leaves it without a desk. */
export const openings: readonly FaultOperation[] = [
  {
    name: 'recovery: an article is opened with the words of its journal, and saved',
    async begin(scene, n) {
      const { old, next } = names(n)
      const { id } = await saved(scene, old)
      await scene.desk['article.journal']({ id, on: [{ revision: 1, patch: written(next) }] })
      await scene.crash()
      const run = async () => {
        await scene.open()
        const { article: found } = await scene.desk['article.open']({ id })
        if (!JSON.stringify(found.body).includes(next)) throw unseen('the words of the journal are not shown')
        const { body, revision } = found
        await scene.desk['article.save']({ ...draftOf(found), body, revision })
      }
      return { id, acknowledged: [old, next], oldOrNew: [old, next], written: [], endsIn: 'articles', run }
    },
  },
  {
    name: 'an article whose file is damaged is rebuilt from its versions and its journal',
    async begin(scene, n) {
      const { old, next } = names(n)
      const made = await saved(scene, old)
      const { id } = made
      await scene.desk['versions.keep']({ ...draftOf(made), body: made.body, reason: 'named', label: 'اسم' })
      await scene.desk['article.journal']({ id, on: [{ revision: 1, patch: written(next) }] })
      await scene.crash()
      await writeFile(scene.paths.article(id), `تالف ${old}`)
      const run = async () => {
        await scene.open()
        const { article: found } = await scene.desk['article.open']({ id })
        if (!JSON.stringify(found.body).includes('-')) throw unseen('it was not rebuilt')
      }
      return { id, acknowledged: [old, next], oldOrNew: [old, next], written: [], endsIn: 'articles', run }
    },
  },
]
