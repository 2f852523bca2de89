import { writeFileSync } from 'node:fs'

/** A vitest reporter that writes how many tests passed, failed and were skipped (and why) or passed
 * only when tried again, to the file MIDAD_TEST_COUNTS. */
export default class CountTests {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: [], retried: [] }
    for (const module of modules) {
      // A file or a suite that fails as a whole has no failed test to show for it.
      counts.failed += module.errors().length
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
      for (const test of module.children.allTests()) count(counts, module, test)
    }
    writeFileSync(process.env.MIDAD_TEST_COUNTS, JSON.stringify(counts))
  }
}

function count(counts, module, test) {
  const { state, note } = test.result()
  const tries = test.diagnostic()?.retryCount ?? 0
  if (state === 'passed' && tries > 0) counts.retried.push({ name: nameOf(module, test), tries: tries + 1 })
  if (state === 'passed') counts.passed += 1
  else if (state === 'failed') counts.failed += 1
  else counts.skipped.push({ name: nameOf(module, test), why: note })
}

const nameOf = (module, test) => `${module.relativeModuleId}: ${test.fullName}`
