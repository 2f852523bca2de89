import { beforeAll, expect, test, vi } from 'vitest'
import { buildFirstScripts, overBudget, type FirstScript } from '../support/first-scripts.ts'

/** performance.md §9, goal 13: 1.25 times the 171 kB of a bare TipTap with React. */
const mostBytes = 214_000

let html = ''
let scripts: FirstScript[] = []
beforeAll(async () => {
  // React has another build for tests.
  vi.stubEnv('NODE_ENV', 'production')
  const built = await buildFirstScripts()
  html = built.html
  scripts = built.scripts
})

test('what is read before a story can be written in keeps within its budget', () => {
  expect(overBudget(scripts, mostBytes)).toEqual([])
})

test('a budget that is too small is said with the largest modules', () => {
  const [sentence = '', ...modules] = overBudget(scripts, 100_000)
  expect(sentence).toMatch(/^the first scripts are \d+ bytes of brotli, and may be 100000/)
  expect(modules.join('\n')).toContain('node_modules/prosemirror-view/')
})

test('the page itself names all of it but the words of one language, so that nothing is found only when something else is read', () => {
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => file)
  const isWords = ({ modules }: FirstScript) => modules.every(({ id }) => id.endsWith('.json'))
  expect(scripts.filter(isWords)).toHaveLength(1)
  expect(new Set(named)).toEqual(new Set(scripts.filter((each) => !isWords(each)).map(({ file }) => file)))
})

test.each(['zod', 'react-dom', 'react-aria', 'react-aria-components', '@formatjs/icu-messageformat-parser'])(
  '%s is not among it',
  (name) => {
    const ids = scripts.flatMap(({ modules }) => modules.flatMap(({ id, bytes }) => (bytes > 0 ? [id] : [])))
    expect(ids).toContainEqual(expect.stringContaining('node_modules/@tiptap/core/'))
    expect(ids.filter((id) => id.includes(`node_modules/${name}/`))).toEqual([])
  },
)
