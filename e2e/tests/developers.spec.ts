import { expectPage } from '../acts/headings'
import { ownNetwork } from '../acts/own-network'
import { signUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'

for (const { locale, place } of [
  { locale: 'en', place: '/developers/guide' },
  { locale: 'ar', place: '/developers/guide' },
  { locale: 'ar', place: '/developers' },
]) {
  test(`${place} keeps to the width of a wide screen in ${locale}`, async ({ newPerson }) => {
    const { page } = await newPerson('Ada Byron', { context: { locale, viewport: { width: 1280, height: 800 } } })
    await page.goto(place)
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (place === '/developers') await expect(page.locator('.CodeMirror').first()).toBeVisible()
    await expect.poll(sideways).toBeLessThanOrEqual(0)
  })
}

test('the API answers in the browser, under the same content policy as every page', async ({ newPerson }) => {
  const ada = await newPerson()
  await signUp(ada)
  await ada.page.goto('/developers')
  await expectPage(ada.page, 'Developers')
  // The button is there a moment before the editor that it reads.
  await expect(async () => {
    await ada.page.getByRole('button', { name: /Execute query/ }).click()
    await expect(ada.page.getByText(`"${ada.name}"`)).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await ada.page.getByLabel('Examples').selectOption({ label: 'Who lacks two-factor authentication?' })
  await expect(ada.page.getByText('WhoLacks').first()).toBeVisible()
})

test('a key asks there as itself, beside a guide that is part of the product', async ({ newPerson }) => {
  const ada = await newPerson()
  const { page } = ada
  await signUp(ada)
  await page.goto(`/networks/${await ownNetwork(ada)}/integrations`)
  await page.getByRole('button', { name: 'Create key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Payroll')
  await dialog.getByRole('button', { name: 'Create key' }).click()
  const key = (await dialog.getByText(/^twl_\S+$/).textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Read the guide' }).click()
  await expectPage(page, 'For integrators')
  await page.getByRole('link', { name: 'Webhooks', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Webhooks', exact: true })).toBeInViewport()
  await page.getByRole('link', { name: 'Try it in the browser' }).click()
  await expectPage(page, 'Developers')
  await page.getByLabel('API key').fill(key)
  await expect(async () => {
    await page.getByRole('button', { name: /Execute query/ }).click()
    await expect(page.getByText('"Payroll"')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(page.getByText('"viewer"')).toBeVisible()
  await expect(page.getByText(`"${ada.name}"`)).toBeHidden()
})
