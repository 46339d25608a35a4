import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { root } from './project.mjs'
import { run } from './run.mjs'
import { ReportedError, step } from './steps.mjs'

const DOWNLOAD_LIMIT_MS = 300_000
const APT_LIMIT_MS = 120_000
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

/**
 * The path of the browser for the end-to-end tests: Chromium's headless shell, which is Chromium without its windows and
 * takes a quarter less of the processor, or else whatever Chromium there is. @throws ReportedError if neither
 */
export async function ensureTestBrowser() {
  if (process.env.CHROMIUM_PATH) return await ensureBrowser()
  if (!existsSync(HEADLESS_SHELL) && canApt()) {
    await step('Installing the headless shell of Chromium', (detail) => aptInstall(['chromium-headless-shell'], detail))
  }
  return existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : await ensureBrowser()
}

/** The path of a whole Chromium: one that is there, or else one that is fetched. @throws ReportedError if neither. */
export async function ensureBrowser() {
  const present = presentBrowser()
  if (present) return present
  await step('Fetching Chromium for the end-to-end tests', async (detail) => {
    detail('from Playwright')
    await run('node_modules/.bin/playwright', ['install', 'chromium'], {
      cwd: `${root}e2e`,
      timeoutMs: DOWNLOAD_LIMIT_MS,
    })
    if (!presentBrowser()) await aptInstall(['chromium'], detail)
  })
  const fetched = presentBrowser()
  if (fetched) return fetched
  throw new ReportedError(
    'The end-to-end tests need a Chromium: install one, and set CHROMIUM_PATH where it is not found by itself.',
  )
}

function presentBrowser() {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', playwrightsOwn()]
  return candidates.find((path) => path && existsSync(path))
}

function playwrightsOwn() {
  return createRequire(`${root}e2e/package.json`)('@playwright/test').chromium.executablePath()
}

/**
 * The authenticator (oathtool) and the camera (zbarimg) of the end-to-end tests, which are not our own code.
 * Answers with what could not be had: the tests then use a second library of another maker.
 */
export async function ensureAuthenticatorAndCamera() {
  const missing = () => ['oathtool', 'zbarimg'].filter((name) => !existsSync(`/usr/bin/${name}`))
  if (missing().length > 0 && canApt()) {
    await step('Installing oathtool and zbar-tools', (detail) => aptInstall(['oathtool', 'zbar-tools'], detail))
  }
  return missing()
}

function canApt() {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
}

async function aptInstall(packages, detail) {
  if (!canApt()) return
  detail(`apt-get install ${packages.join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const limits = { env, timeoutMs: APT_LIMIT_MS }
  await run('apt-get', ['update', '-q'], limits)
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', '--no-remove', ...packages], limits)
}
