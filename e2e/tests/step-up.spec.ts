import { arrive, arriveWithApp } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { ownNetwork } from '../acts/own-network'
import { typeCode } from '../acts/say-code'
import { setUpApp } from '../acts/set-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'
import type { Person } from '../people/person'
import { Shop } from '../servers/start-shop'

test.skip(!hasOathtool, WITHOUT_OATHTOOL)
// The shop has no picture for its tab.
test.use({ expectedComplaints: [/favicon\.ico/] })

let shop: Shop
test.beforeEach(async () => {
  shop = await Shop.atFreePort()
})
test.afterEach(() => shop.close())

/** In a network of her own, whose key the shop has. */
async function openShop(ada: Person): Promise<void> {
  await ownNetwork(ada)
  await shop.open(ada.twinlock.url, await makeKey(ada), ada.email)
}

/** @returns the key, as the page shows it once */
async function makeKey({ page }: Person): Promise<string> {
  await page.getByRole('link', { name: 'Integrations' }).click()
  await expectPage(page, 'Integrations')
  await page.getByRole('button', { name: 'Create key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Shop')
  await dialog.getByRole('checkbox', { name: /verifications:write/ }).check()
  await dialog.getByRole('button', { name: 'Create key' }).click()
  const key = (await dialog.getByText(/^twl_\S+$/).textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Change the addresses of Shop' }).click()
  await dialog.getByLabel('Addresses').fill(`${shop.url}/confirmed`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  return key
}

test('a shop asks for the second step before it pays, and pays once it is proved', async ({ newPerson }) => {
  const ada = await arriveWithApp(await newPerson())
  await openShop(ada)

  await test.step('what is to be paid stands large, on our own address', async () => {
    await ada.page.goto(shop.url)
    await ada.page.getByRole('button', { name: 'Pay' }).click()
    await expectPage(ada.page, 'Shop asks: is this you?')
    expect(new URL(ada.page.url()).origin).toBe(ada.twinlock.url)
    for (const fact of ['Pay an invoice', '1,250.00 EUR', 'Blue Shipping Ltd'])
      await expect(ada.page.getByText(fact)).toBeVisible()
  })
  await test.step('the code leads back, and the shop has paid', async () => {
    await typeCode(ada.page, await ada.authenticator.code())
    await expectPage(ada.page, 'Paid 1,250.00 EUR')
    expect(ada.page.url()).not.toContain('eyJ')
  })
})

test('a user without a second step is led through the set-up and back, and then proves it', async ({
  newPerson,
}, testInfo) => {
  const ada = await arrive(await newPerson())
  await openShop(ada)
  await ada.page.goto(shop.url)
  await ada.page.getByRole('button', { name: 'Pay' }).click()
  await expectPage(ada.page, 'Set up two-factor authentication first')
  await ada.page.getByRole('link', { name: 'Set up now' }).click()
  await setUpApp(ada, testInfo)
  await expectPage(ada.page, 'Shop asks: is this you?')
  await typeCode(ada.page, await ada.authenticator.code())
  await expectPage(ada.page, 'Paid 1,250.00 EUR')
})

test('this was not me: nothing is paid, and the Admins are mailed', async ({ newPerson, expectedComplaints }) => {
  // The shop answers 403, which the browser says on its console.
  expectedComplaints.push(/403/)
  const ada = await arriveWithApp(await newPerson())
  await openShop(ada)
  await ada.page.goto(shop.url)
  await ada.page.getByRole('button', { name: 'Pay' }).click()
  await ada.page.getByRole('button', { name: 'This wasn’t me' }).click()
  await expectPage(ada.page, 'Thank you for telling us')
  await ada.page.getByRole('button', { name: 'Back to Shop' }).click()
  await expectPage(ada.page, 'Not paid: DECLINED')
  await ada.mail(/says it wasn’t them/)
})
