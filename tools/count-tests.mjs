import { writeFileSync } from 'node:fs'

/** A vitest reporter that writes how many tests passed, failed and were skipped (and why) to the file MIDAD_TEST_COUNTS. */
export default class CountTests {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: [] }
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
  if (state === 'passed') counts.passed += 1
  else if (state === 'failed') counts.failed += 1
  else counts.skipped.push({ name: `${module.relativeModuleId}: ${test.fullName}`, why: note })
}
