import { createRequire } from 'node:module'
import { ensureBrowser } from '../../../scripts/lib/browser.mjs'
import { withChildren } from '../harness/http-child.mjs'
import { median, spreadOf } from '../harness/statistics.mjs'
import { seedTwinlock } from '../product/seed-twinlock.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { short } from '../report/short.mjs'

const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const CPU_SLOWDOWN = 4
const MEASURES = [
  ['kilobytes', 'kB over the network'],
  ['requests', 'requests'],
  ['keystrokeMs', 'first accepted keystroke ms'],
  ['lcpMs', 'LCP ms'],
  ['cls', 'CLS'],
]

export const signInPage = {
  id: 'page',
  title: 'The sign-in page on a slow phone',
  what: `Chromium with an empty cache at 1.6 Mbit/s, 150 ms and a ${CPU_SLOWDOWN} times slower processor. The keystroke is the first one that the email field keeps.`,
  run: ({ engineUri, size, onRound }) =>
    withChildren(async (started) => {
      await seedTwinlock(engineUri, 'bench_twinlock', { people: 1 })
      const { url } = await started(startTwinlock(engineUri, 'bench_twinlock'))
      const { chromium } = createRequire(new URL('../../../e2e/package.json', import.meta.url))('@playwright/test')
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
      const browser = await chromium.launch({ executablePath: await ensureBrowser(), args })
      try {
        const visits = []
        for (let round = 0; round <= size({ full: 7, quick: 1 }); round++) {
          const visit = await visitOnce(browser, `${url}/sign-in`)
          if (round > 0) visits.push(visit)
          onRound(round)
        }
        return { visits, browser: browser.version(), tables: [tableOf(visits, browser.version())] }
      } finally {
        await browser.close()
      }
    }),
}

function tableOf(visits, version) {
  const rows = MEASURES.map(([key, name]) => {
    const { low, high } = spreadOf(visits.map((visit) => visit[key]))
    return [name, short(median(visits.map((visit) => visit[key]))), `${short(low)}–${short(high)}`]
  })
  return { columns: [`Chromium ${version}`, 'median', 'spread'], rows }
}

async function visitOnce(browser, url) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  let bytes = 0
  let requests = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', NETWORK)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await page.addInitScript(watchPage)
  await page.goto(url, { waitUntil: 'commit' })
  const email = page.locator('input[name=email]')
  await email.waitFor()
  await email.focus()
  await page.keyboard.press('a')
  await page.waitForFunction(() => globalThis.benchmarked.keystrokeMs !== null)
  const isKept = (await email.inputValue()) === 'a'
  await page.waitForLoadState('networkidle')
  const measured = await page.evaluate(() => globalThis.benchmarked)
  await context.close()
  if (!isKept) throw new Error('The keystroke was lost.')
  return { ...measured, kilobytes: bytes / 1000, requests }
}

/** Runs in the page, before the page's own scripts. */
function watchPage() {
  const benchmarked = { keystrokeMs: null, lcpMs: 0, cls: 0 }
  globalThis.benchmarked = benchmarked
  document.addEventListener('input', ({ timeStamp }) => {
    benchmarked.keystrokeMs ??= timeStamp
  })
  new PerformanceObserver((list) => {
    benchmarked.lcpMs = list.getEntries().at(-1).startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) benchmarked.cls += value
  }).observe({ type: 'layout-shift', buffered: true })
}
