import type { Page } from '@playwright/test'
import { addApp, arrive } from '../acts/arrive'
import { ACTIVATE } from '../acts/mandate'
import { foundNetwork } from '../acts/networks'
import { typeCode } from '../acts/say-code'
import { setUpApp } from '../acts/set-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'

test.skip(!hasOathtool, WITHOUT_OATHTOOL)

const SET_UP_CLICKS = 8
const SET_UP_MS = 60_000
const ACTIVATION_CLICKS = 5

/** Counts what the person presses with the mouse or a finger, over all pages of the tab. */
async function countClicks(page: Page): Promise<{ clicks: number }> {
  const counted = { clicks: 0 }
  await page.exposeFunction('countClick', () => {
    counted.clicks += 1
  })
  const listen = () =>
    document.addEventListener(
      'click',
      ({ isTrusted, detail }) => {
        // A key that presses a button, and the click that a label passes on, have no pointer of their own.
        if (isTrusted && detail > 0) (window as unknown as { countClick: () => void }).countClick()
      },
      true,
    )
  await page.addInitScript(listen)
  await page.evaluate(listen)
  return counted
}

test('a first-time user sets up an authentication app in at most 8 clicks and a minute', async ({
  newPerson,
}, testInfo) => {
  const ada = await arrive(await newPerson('Ada Byron'))
  const { page } = ada
  await page.goto('/account')
  await expect(page.getByText('Not set up yet')).toBeVisible()
  const counted = await countClicks(page)
  const began = Date.now()
  await page.getByRole('link', { name: 'Set up two-factor authentication' }).first().click()
  await setUpApp(ada, testInfo)
  await expect(page.getByText('10 of 10 left')).toBeVisible()
  testInfo.annotations.push({ type: 'clicks', description: `${counted.clicks} in ${Date.now() - began} ms` })
  expect(counted.clicks).toBeGreaterThan(0)
  expect(counted.clicks).toBeLessThanOrEqual(SET_UP_CLICKS)
  expect(Date.now() - began).toBeLessThan(SET_UP_MS)
})

test('an Admin requires it of everyone in at most 5 clicks, confirming who they are included', async ({
  newPerson,
  clocked,
}, testInfo) => {
  const maria = await arrive(await newPerson('Maria Lopez', { at: clocked }))
  const acme = await foundNetwork(maria, 'Acme')
  await clocked.operate('set-plan', acme.slug, 'PRO')
  await addApp(maria)
  await clocked.pass(6 * 60_000)
  const { page } = maria
  await page.goto(`/networks/${acme.slug}`)
  await expect(page.getByRole('link', { name: 'Security' })).toBeVisible()
  const counted = await countClicks(page)
  await page.getByRole('link', { name: 'Security' }).click()
  await page.getByRole('button', { name: ACTIVATE }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Require for everyone' }).click()
  const confirming = page.getByRole('dialog', { name: 'Confirm it’s you' })
  await confirming.getByLabel('Password', { exact: true }).fill(maria.password)
  await page.keyboard.press('Enter')
  await typeCode(confirming, await maria.authenticator.code())
  await expect(page.getByRole('heading', { name: /^Required for everyone by/ })).toBeVisible()
  testInfo.annotations.push({ type: 'clicks', description: String(counted.clicks) })
  expect(counted.clicks).toBeGreaterThan(0)
  expect(counted.clicks).toBeLessThanOrEqual(ACTIVATION_CLICKS)
})
