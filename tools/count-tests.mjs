import { writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** A vitest reporter that writes how many tests passed, which failed (and their first lines), which were skipped (and
 * why) and which passed only when tried again, to the file MIDAD_TEST_COUNTS. */
export default class CountTests {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: [], skipped: [], retried: [] }
    for (const error of unhandledErrors)
      counts.failed.push({ name: 'outside of any test', why: firstLines(error) })
    for (const module of modules) {
      // A file or a suite that fails as a whole has no failed test to show for it.
      addErrors(counts, module.relativeModuleId, module.errors())
      for (const suite of module.children.allSuites())
        addErrors(counts, nameOf(module, suite), suite.errors())
      for (const test of module.children.allTests()) count(counts, module, test)
    }
    writeFileSync(process.env.MIDAD_TEST_COUNTS, JSON.stringify(counts))
  }
}

function addErrors(counts, name, errors) {
  for (const error of errors) counts.failed.push({ name, why: firstLines(error) })
}

function count(counts, module, test) {
  const { state, note, errors } = test.result()
  const name = nameOf(module, test)
  const tries = test.diagnostic()?.retryCount ?? 0
  if (state === 'passed' && tries > 0) counts.retried.push({ name, tries: tries + 1 })
  if (state === 'passed') counts.passed += 1
  else if (state === 'failed') counts.failed.push({ name, why: errors?.map(firstLines).join(' | ') ?? '' })
  else counts.skipped.push({ name, why: note })
}

const nameOf = (module, test) => `${module.relativeModuleId}: ${test.fullName}`

const longestWhy = 700

/** What an error says, in one line that fits into a summary. */
function firstLines(error) {
  const said = stripVTControlCharacters(String(error.message ?? error))
  return said.replaceAll(/\s+/gu, ' ').slice(0, longestWhy)
}
