import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { builtMidad, midad, startMidad, testFolder } from '../../support/midad.ts'
import { article, idOf, lay, story } from '../../support/temp-library.ts'

const kills = 8
const stories = 12

beforeAll(builtMidad)

test(
  `midad export --overwrite killed at any moment (${kills} times) leaves each older export whole, or has put the new one whole in its place`,
  { timeout: 240_000 },
  async () => {
    const { folder, remove } = testFolder()
    const library = join(folder, 'library')
    const out = join(folder, 'out')
    mkdirSync(library)
    const environment = {
      env: { HOME: folder, USERPROFILE: folder, APPDATA: folder, XDG_CONFIG_HOME: undefined },
    }
    const args = ['export', '--all', '--format', 'html', '--out', out, '--overwrite', '--library', library]
    const write = (words: string) =>
      Promise.all(
        Array.from({ length: stories }, (_, n) =>
          lay(
            join(library, 'articles', idOf(n), 'article.json'),
            JSON.stringify(article(idOf(n), { headline: `خبر ${n}`, body: story(`${words} `.repeat(3000)) })),
          ),
        ),
      )
    const exported = () => readdirSync(out).filter((name) => name.endsWith('.html'))
    const textOf = (name: string) => readFileSync(join(out, name), 'utf8')
    const began = performance.now()
    await write('كلمة-0-')
    expect((await midad(args, environment)).code).toBe(0)
    const tookMs = performance.now() - began
    expect(exported()).toHaveLength(stories)

    let cutShort = 0
    for (let kill = 1; kill <= kills; kill += 1) {
      await write(`كلمة-${kill}-`)
      const child = startMidad(args, environment)
      const ended = new Promise<NodeJS.Signals | null>((resolve) =>
        child.on('close', (_code, signal) => resolve(signal)),
      )
      await Promise.race([pause(tookMs * (0.1 + 0.9 * Math.random())), ended])
      child.kill('SIGKILL')
      cutShort += (await ended) === 'SIGKILL' ? 1 : 0
      expect(exported()).toHaveLength(stories)
      for (const name of exported()) {
        const text = textOf(name)
        const words = new Set(text.match(/كلمة-\d+-/g))
        expect(words.size, `${name} after kill ${kill}`).toBe(1)
        expect(text.trimEnd().endsWith('</html>'), `${name} after kill ${kill}`).toBe(true)
      }
    }
    expect(cutShort).toBeGreaterThan(0)
    expect((await midad(args, environment)).code).toBe(0)
    for (const name of exported()) expect(textOf(name)).toContain(`كلمة-${kills}-`)
    remove()
  },
)
