import { writeFileSync } from 'node:fs'

/** A Playwright reporter: writes what passed, failed and was skipped to the file that TWINLOCK_TOTALS names. */
export default class PlaywrightTotals {
  errors = 0

  onBegin(_config, suite) {
    this.suite = suite
  }

  onError() {
    this.errors++
  }

  onEnd() {
    const totals = { passed: 0, failed: this.errors, skipped: [] }
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome()
      if (outcome === 'skipped')
        totals.skipped.push({ name: test.titlePath().filter(Boolean).join(' > '), reason: reasonOf(test) })
      else if (outcome === 'unexpected') totals.failed++
      else totals.passed++ // expected, or flaky: passed by a retry, where the configuration allows one
    }
    writeFileSync(process.env.TWINLOCK_TOTALS, JSON.stringify(totals))
  }

  printsToStdio() {
    return false
  }
}

function reasonOf(test) {
  return test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given'
}
