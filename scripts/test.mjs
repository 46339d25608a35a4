// What `npm test` runs: everything, from a fresh clone if need be. Ends with "N passed, N failed, N skipped" alone on a
// line. `npm test -- unit` and `npm test -- e2e` run the one half; what follows goes to vitest or to Playwright.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureAuthenticatorAndCamera, ensureTestBrowser } from './lib/browser.mjs'
import { ensureServerBuilt, ensureWebBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { beginScript, root } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { runScript, say } from './lib/steps.mjs'

const HALVES = { unit: runVitest, e2e: runPlaywright }

beginScript()
await runScript(async () => {
  const [first, ...rest] = process.argv.slice(2)
  const chosen = first ? { [first]: HALVES[first] } : HALVES
  if (Object.values(chosen).includes(undefined)) {
    say(`npm test takes ${Object.keys(HALVES).join(' or ')}, or nothing.`)
    process.exit(2)
  }
  await ensureInstalled()
  const totals = []
  for (const half of Object.values(chosen)) totals.push(await half(rest))
  process.exitCode = summarize(totals)
})

async function runVitest(args) {
  say('\nUnit, API and web tests')
  const reporters = ['--reporter=default', `--reporter=${root}scripts/lib/vitest-totals.mjs`]
  return await withTotals((env) =>
    run('node_modules/.bin/vitest', ['run', ...reporters, ...args], { env, isShown: true }),
  )
}

async function runPlaywright(args) {
  await ensureServerBuilt()
  await ensureWebBuilt()
  const browser = await ensureTestBrowser()
  const missing = await ensureAuthenticatorAndCamera()
  if (missing.length > 0) say(`Without ${missing.join(' and ')}: the tests use a second library instead.`)
  say('\nEnd-to-end tests')
  const reporters = `--reporter=list,${root}scripts/lib/playwright-totals.mjs`
  return await withTotals((env) =>
    run('node_modules/.bin/playwright', ['test', reporters, ...args], {
      cwd: `${root}e2e`,
      env: { ...env, CHROMIUM_PATH: browser },
      isShown: true,
    }),
  )
}

/** A runner that ends badly without a failed test, or writes no totals at all, counts as one failure. */
async function withTotals(runner) {
  const file = join(tmpdir(), `twinlock-totals-${process.pid}.json`)
  rmSync(file, { force: true })
  const { code } = await runner({ TWINLOCK_TOTALS: file })
  const totals = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: [] }
  rmSync(file, { force: true })
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals
}

/** Prints the reason of each skip and the closing line. The exit code: 0 only if something ran and nothing failed. */
function summarize(totals) {
  const passed = totals.reduce((sum, total) => sum + total.passed, 0)
  const failed = totals.reduce((sum, total) => sum + total.failed, 0)
  const skipped = totals.flatMap((total) => total.skipped)
  console.log()
  for (const { name, reason } of skipped) console.log(`Skipped: ${name} (${reason})`)
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
  return failed === 0 && passed > 0 ? 0 : 1
}
