// Holds a library and saves one article again and again, telling each version that the disk has, until it is killed.
// Run by Node itself: `node writer-process.ts LIBRARY ID`.
import { ArticleFiles } from '../../electron/node/article-files.ts'
import { nodeDisk } from '../../electron/node/disk.ts'
import { LibraryPaths } from '../../electron/node/library-folder.ts'
import { acquireLock } from '../../electron/node/lock.ts'
import { recover } from '../../electron/node/recover.ts'
import { textOfVersion } from './version-text.ts'

const [library = '', id = ''] = process.argv.slice(2)
const tell = (line: string) => process.stdout.write(`${line}\n`)
const paths = new LibraryPaths(library)
const lock = await acquireLock(library)
if (!lock.held) throw new Error('the library is held')
if (lock.isTakenOver) await recover(nodeDisk, paths, { now: Date.now() })
const files = new ArticleFiles({
  disk: nodeDisk,
  paths,
  now: Date.now,
  isReadOnly: () => false,
  tell: ({ code }) => tell(`notice ${code}`),
})
const read = await files.get(id)
if (read?.kind !== 'article') throw new Error(`cannot read the article: ${JSON.stringify(read)}`)
let { revision } = read.article
tell(`open ${revision}`)
for (;;) {
  revision += 1
  await files.put({ ...read.article, revision, body: textOfVersion(revision) })
  tell(`saved ${revision}`)
}
