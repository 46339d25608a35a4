import { expectPage, expectStep } from '../acts/headings'
import { typeCode } from '../acts/say-code'
import { chooseWay, finish, saveBackupCodes, scanIntoApp, shownKey } from '../acts/set-up'
import { signInWithApp, signOut } from '../acts/sign-in'
import { signUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'

test.skip(!hasOathtool, WITHOUT_OATHTOOL)

test('a user signs up, sets up an authentication app, and signs in with it from then on', async ({
  newPerson,
}, testInfo) => {
  const ada = await newPerson()
  await signUp(ada)

  await test.step('finds the set-up on the Account page, by its name on the help page', async () => {
    await ada.page.goto('/account')
    await ada.page.getByRole('link', { name: 'Set up two-factor authentication' }).first().click()
    await expectStep(ada.page, '1 of 4', 'How should we check it’s you?')
    await chooseWay(ada, 'Use an authentication app')
    await expectStep(ada.page, '2 of 4', 'Add Twinlock to your app')
  })
  await test.step('photographs the code, which says the same as the key, and types the six digits', async () => {
    await scanIntoApp(ada, testInfo)
    expect((await shownKey(ada)).replaceAll(' ', '')).toBe(ada.authenticator.secret)
    await typeCode(ada.page, await ada.authenticator.code())
  })
  await test.step('saves the backup codes, and is done', async () => {
    await saveBackupCodes(ada)
    await expectStep(ada.page, '4 of 4', 'Two-factor authentication is on')
    await finish(ada)
    await expectPage(ada.page, 'Account')
    await expect(ada.page.getByText('10 of 10 left')).toBeVisible()
    await ada.mail('Two-factor authentication is on')
  })
  await test.step('is asked for both from now on', async () => {
    await signOut(ada)
    await signInWithApp(ada)
  })
})

test('the key can be copied without its spaces, and typed by hand', async ({ newPerson }) => {
  const ada = await newPerson()
  await signUp(ada)
  await ada.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await ada.page.goto('/account/two-factor/set-up/app')
  const key = await shownKey(ada)
  await ada.page.getByRole('button', { name: 'Copy key' }).click()
  await expect(ada.page.getByText('Copied').first()).toBeVisible()
  const copied = await ada.page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(key.replaceAll(' ', ''))

  ada.addToAuthenticator(copied)
  await typeCode(ada.page, await ada.authenticator.code())
  await saveBackupCodes(ada)
})
