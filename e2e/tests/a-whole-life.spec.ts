import { readFile } from 'node:fs/promises'
import { arriveWithApp } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { typeCode } from '../acts/say-code'
import { givePassword, signInWithApp } from '../acts/sign-in'
import { expectSignedIn } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'

test.skip(!hasOathtool, WITHOUT_OATHTOOL)

const MINUTE = 60_000

test('an account takes its data along, is nearly deleted, and gets a stolen address back', async ({
  newPerson,
  clocked,
}) => {
  const ada = await arriveWithApp(await newPerson('Ada Byron', { at: clocked }))
  const { page } = ada

  await test.step('downloads everything about it by a mailed link', async () => {
    await page.goto('/account')
    await page.getByRole('button', { name: 'Email me a link' }).click()
    await expect(page.getByText(`We’ve sent a link to ${ada.email}.`).first()).toBeVisible()
    await page.goto(await ada.mailedLink('Your data at Twinlock'))
    await expectPage(page, 'Download your data')
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download file' }).click()
    const file = await (await downloading).path()
    const data = await readFile(file, 'utf8')
    expect(data).toContain(ada.email)
    expect(() => JSON.parse(data)).not.toThrow()
    expect(data).not.toContain(ada.password)
  })

  await test.step('is scheduled to be deleted, which signs it out', async () => {
    await page.goto('/account')
    await page.getByRole('button', { name: 'Delete account' }).click()
    const dialog = page.getByRole('dialog', { name: 'Delete your account?' })
    await dialog.getByRole('button', { name: 'Delete my account' }).click()
    await expectPage(page, 'Sign in')
    await ada.mail('Your Twinlock account will be deleted')
  })

  await test.step('signing in leads to one page, which keeps it', async () => {
    await clocked.pass(MINUTE)
    await givePassword(ada)
    await typeCode(page, await ada.authenticator.code())
    await expectPage(page, 'Your account will be deleted')
    await page.goto('/account')
    await expectPage(page, 'Your account will be deleted')
    await page.getByRole('button', { name: 'Keep account' }).click()
    await expectSignedIn(ada)
    await ada.mail('Your Twinlock account will not be deleted')
  })

  const thief = `thief.${ada.email}`
  await test.step('its address is changed, with a code from the new mailbox', async () => {
    await page.goto('/account')
    await page.getByRole('button', { name: 'Change your email address' }).click()
    await page.getByLabel('New email address').fill(thief)
    await page.getByRole('button', { name: 'Send code' }).click()
    const dialog = page.getByRole('dialog', { name: 'Check your new inbox' })
    await typeCode(dialog, await ada.mailedCodeAt(thief))
    await expect(page.getByText(`You now sign in as ${thief}.`).first()).toBeVisible()
  })

  await test.step('the former mailbox takes it back, and everyone is signed out', async () => {
    await page.goto(await ada.mailedLink('Your Twinlock address was changed'))
    await expectPage(page, 'Undo the change of your email address?')
    await page.getByRole('button', { name: 'Undo the change' }).click()
    await expectPage(page, 'Your address is back')
    await page.goto('/account')
    await expectPage(page, 'Sign in')
  })

  await test.step('a new password by mail and the second step of before open it again', async () => {
    await page.goto(await ada.mailedLink('Choose a new Twinlock password'))
    await page.getByLabel('New password', { exact: true }).fill('a password nobody else knows')
    await page.getByRole('button', { name: 'Save password' }).click()
    await clocked.pass(MINUTE)
    ada.password = 'a password nobody else knows'
    await page.goto('/sign-in')
    await signInWithApp(ada)
    await page.goto('/account')
    await expect(page.getByText(ada.email).first()).toBeVisible()
    await expect(page.getByText(thief)).toHaveCount(0)
  })
})
