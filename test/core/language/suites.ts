import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'

const folder = join(import.meta.dirname, '../../../../shared/suites/i18n')

/**
 * A public suite beside the checkout (SOURCES.md there), or undefined and a skipped test that says so.
 * The caller names the shape; the suites are JSON that nobody here wrote.
 */
export function suite<Shape>(file: string): Shape | undefined {
  const path = join(folder, file)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Shape
  test.runIf(false)(`the public suite ${file} is not beside this checkout`, () => {})
  return undefined
}
