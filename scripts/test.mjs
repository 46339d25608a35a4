// What `npm test` runs, from a fresh clone if need be: unit, API and web tests, then end to end. Ends with "N passed, N
// failed, N skipped" alone on a line. `npm test -- unit e2e deep` runs the parts that are named; words that name no part
// go to vitest or to Playwright.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureAuthenticatorAndCamera, ensureTestBrowser } from './lib/browser.mjs'
import { ensureServerBuilt, ensureWebBuilt } from './lib/build.mjs'
import { requireDatabase } from './lib/database.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { beginScript, root } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { runScript, say } from './lib/steps.mjs'

/** `deep`: slow models and kills with all their rounds, query plans on ten thousand members, mutants of the heart. `cluster`: three members, two servers, kills. `apps`: nginx, Caddy, Apache, oauth2-proxy, each where it is installed, and Next.js, which is fetched. */
const PARTS = {
  unit: (words) => runVitest('Unit, API and web tests', '', words),
  e2e: runPlaywright,
  deep: runDeep,
  apps: (words) => runVitest('Proxies and apps of other makers', 'apps', words),
  cluster: (words) => runVitest('Tests on a cluster', 'cluster', words),
}
const USUAL = ['unit', 'e2e']

beginScript()
await runScript(async () => {
  const args = process.argv.slice(2)
  const firstWord = args.findIndex((word) => !(word in PARTS))
  const parts = firstWord < 0 ? args : args.slice(0, firstWord)
  const words = firstWord < 0 ? [] : args.slice(firstWord)
  if (parts.length === 0 && words.length > 0) {
    say(`npm test takes the parts ${Object.keys(PARTS).join(', ')}, then words for their runner; or nothing.`)
    process.exit(2)
  }
  await requireDatabase(tmpdir())
  await ensureInstalled()
  const totals = []
  for (const part of parts.length > 0 ? parts : USUAL) totals.push(await PARTS[part](words, parts.includes('deep')))
  process.exitCode = summarize(totals)
})

async function runVitest(title, part, words) {
  say(`\n${title}`)
  const reporters = ['--reporter=default', `--reporter=${root}scripts/lib/vitest-totals.mjs`]
  return await withTotals((env) =>
    run('node_modules/.bin/vitest', ['run', ...reporters, ...words], {
      env: { ...env, TWINLOCK_TEST_PART: part },
      isShown: true,
    }),
  )
}

/** With words the tests alone: the mutants of one file are killed by `node scripts/mutate.mjs <words>`. */
async function runDeep(words) {
  const totals = await runVitest('Deep tests', 'deep', words)
  if (words.length > 0) return totals
  say('\nMutants of the heart')
  const { code } = await run(process.execPath, ['scripts/mutate.mjs'], { isShown: true })
  return code === 0 ? { ...totals, passed: totals.passed + 1 } : { ...totals, failed: totals.failed + 1 }
}

/** @param isDeep the part `deep` runs too, and with it the stories tagged so; words choose among all of them */
async function runPlaywright(args, isDeep) {
  await ensureServerBuilt()
  await ensureWebBuilt()
  const browser = await ensureTestBrowser()
  const missing = await ensureAuthenticatorAndCamera()
  if (missing.length > 0) say(`Without ${missing.join(' and ')}: the tests use a second library instead.`)
  say('\nEnd-to-end tests')
  const reporters = `--reporter=list,${root}scripts/lib/playwright-totals.mjs`
  const chosen = isDeep || args.length > 0 ? args : ['--grep-invert=@deep']
  return await withTotals((env) =>
    run('node_modules/.bin/playwright', ['test', reporters, ...chosen], {
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
