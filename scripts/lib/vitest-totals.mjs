import { writeFileSync } from 'node:fs'

/** A vitest reporter: writes what passed, failed and was skipped to the file that TWINLOCK_TOTALS names. */
export default class VitestTotals {
  onTestRunEnd(modules, unhandledErrors) {
    const totals = { passed: 0, failed: unhandledErrors.length, skipped: [] }
    for (const module of modules) {
      totals.failed += module.errors().length
      for (const suite of module.children.allSuites()) totals.failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state, note } = test.result()
        if (state === 'passed') totals.passed++
        else if (state === 'failed') totals.failed++
        else
          totals.skipped.push({
            name: `${module.relativeModuleId} > ${test.fullName}`,
            reason: note ?? 'no reason given',
          })
      }
    }
    writeFileSync(process.env.TWINLOCK_TOTALS, JSON.stringify(totals))
  }
}
