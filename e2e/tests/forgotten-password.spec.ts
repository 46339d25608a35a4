import { arriveWithApp } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { typeCode } from '../acts/say-code'
import { givePassword } from '../acts/sign-in'
import { expectSignedIn } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'

test('a forgotten password is reset by a mailed link, and the second step is still required', async ({
  newPerson,
  elsewhere,
}) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  const ada = await arriveWithApp(await newPerson())
  await ada.page.goto('/account')
  await expectSignedIn(ada)
  const away = await elsewhere(ada)
  const { page } = away

  await test.step('asks for the link', async () => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await expectPage(page, 'Reset your password')
    await page.getByLabel('Email').fill(away.email)
    await page.getByRole('button', { name: 'Email me a link' }).click()
    await expectPage(page, 'Check your email')
  })
  const link = await away.mailedLink('Choose a new Twinlock password')
  await test.step('follows it; the token does not stay in the address', async () => {
    await page.goto(link)
    await expectPage(page, 'Choose a new password')
    expect(new URL(page.url()).hash).toBe('')
    away.password = 'a much better one, remembered'
    await page.getByLabel('New password').fill(away.password)
    await page.getByRole('button', { name: 'Save password' }).click()
    await expectPage(page, 'Your password was changed')
    await away.mail('Your Twinlock password was changed')
  })
  await test.step('the new password leads to the second step, as ever', async () => {
    await page.getByRole('link', { name: 'Sign in' }).click()
    await givePassword(away)
    await expectPage(page, 'Enter the code from your app')
    await typeCode(page, await away.authenticator.code())
    await expectSignedIn(away)
  })
  await test.step('the other session has ended', async () => {
    await ada.page.reload()
    await expectPage(ada.page, 'Sign in')
  })
  await test.step('the link works once', async () => {
    await page.goto(link)
    await expectPage(page, 'This link no longer works')
  })
})

test('an address without an account is answered in the same words', async ({ newPerson }) => {
  const stranger = await newPerson('Nobody')
  await stranger.page.goto('/forgot-password')
  await stranger.page.getByLabel('Email').fill(stranger.email)
  await stranger.page.getByRole('button', { name: 'Email me a link' }).click()
  await expectPage(stranger.page, 'Check your email')
  await expect(stranger.page.getByText(`If ${stranger.email} has an account, a link is on its way.`)).toBeVisible()
})
