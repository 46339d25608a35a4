import { arrive, arriveWithApp } from '../acts/arrive'
import { setUpCompanySignIn } from '../acts/company'
import { expectPage } from '../acts/headings'
import { bringIn, foundNetwork } from '../acts/networks'
import { giveAppCode, signOut } from '../acts/sign-in'
import { expect, test } from '../fixtures'
import { type ClockedTwinlock, startClockedServer } from '../servers/start-clocked-server'
import { startIdentityProvider } from '../servers/start-identity-provider'

const HOUR = 3_600_000

// The provider goes by the machine's clock: a server whose clock other tests have moved would find its word too old.
let clocked: ClockedTwinlock
test.beforeAll(async () => {
  clocked = await startClockedServer()
})
test.afterAll(() => clocked.stop())

test('while the identity provider is down, the owner goes in with password and app, and the other Admins are mailed', async ({
  newPerson,
}) => {
  const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked }))
  const jonas = await arrive(await newPerson('Jonas Weber', { at: clocked }))
  const acme = await foundNetwork(maria, 'Acme')
  await bringIn(maria, acme, jonas, 'ADMIN')
  const provider = await startIdentityProvider(clocked.url, [maria])
  const { page } = maria
  await test.step('company sign-in is required, from an hour on', async () => {
    await setUpCompanySignIn(maria, acme.slug, provider)
    await page.getByRole('button', { name: 'Require it' }).click()
    const dialog = page.getByRole('dialog', { name: /^Require company sign-in for/ })
    await dialog.getByLabel('Takes effect after').selectOption({ label: '1 hour' })
    await dialog.getByRole('button', { name: 'Require it' }).click()
    await expect(dialog).toBeHidden()
  })
  await provider.stop()
  await clocked.pass(HOUR)
  await test.step('Maria comes with her password and app, and is shown both ways', async () => {
    await page.goto('/account')
    await signOut(maria)
    await giveAppCode(maria)
    await expectPage(page, 'This network requires company sign-in')
    await page.goto(`/networks/${acme.slug}/people`)
    await expectPage(page, 'This network requires company sign-in')
    await page.getByRole('button', { name: 'Continue with company sign-in' }).click()
    await expectPage(page, 'Company sign-in isn’t responding')
  })
  await test.step('by the second she is where she was going', async () => {
    await page.getByRole('button', { name: 'Continue without company sign-in' }).click()
    await expectPage(page, 'People')
    await expect(page).toHaveURL(new RegExp(`/networks/${acme.slug}/people$`))
  })
  await test.step('Jonas is notified', async () => {
    await jonas.mail('Maria Lopez opened Acme without company sign-in')
  })
  await test.step('and has no such way himself', async () => {
    await jonas.page.goto(`/networks/${acme.slug}`)
    await expectPage(jonas.page, 'Company sign-in isn’t responding')
    await expect(jonas.page.getByRole('button', { name: 'Continue without company sign-in' })).toBeHidden()
  })
})
