import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'

/** Beside the checkout, or beside the folder of worktrees that it lies in. */
const places = ['../../../shared', '../../../../shared'].map((up) => join(import.meta.dirname, up))
const security = places.map((place) => join(place, 'suites/security')).find((folder) => existsSync(folder))

/** The items of a public suite (SOURCES.md there); undefined, and a skipped test that says so, where it is not there. */
export function securitySuite<Item>(name: string): Item[] | undefined {
  if (security) {
    return (JSON.parse(readFileSync(join(security, `${name}.json`), 'utf8')) as { items: Item[] }).items
  }
  test.runIf(false)(`the public suite ${name} is not beside this checkout`, () => {})
  return undefined
}

/** The files of a folder of public suites, by their names; none, and a skipped test that says so, where it is not there. */
export function securityFiles(folder: string): [name: string, bytes: Buffer][] {
  if (security) {
    const path = join(security, folder)
    return readdirSync(path).map((name) => [name, readFileSync(join(path, name))])
  }
  test.runIf(false)(`the public suite ${folder} is not beside this checkout`, () => {})
  return []
}

/** All payloads of the four public lists of attacks in markup. */
export const attacks = (): string[] =>
  ['xss-dompurify', 'xss-html5sec', 'xss-owasp-evasion', 'xss-sanitize-html']
    .flatMap((list) => securitySuite<{ payload: string }>(list) ?? [])
    .map(({ payload }) => payload)
