import { arriveWithApp, spendBackupCode } from '../acts/arrive'
import { chooseAct } from '../acts/choose-act'
import { expectPage, expectStep } from '../acts/headings'
import { typeCode } from '../acts/say-code'
import { giveNumber } from '../acts/set-up'
import { giveBackupCode, givePassword, signOut, tryAnotherWay } from '../acts/sign-in'
import { expectSignedIn } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'

test.skip(!hasOathtool, WITHOUT_OATHTOOL)

test('a user with both methods chooses which is asked first, and uses the other when one is not at hand', async ({
  newPerson,
}) => {
  const ada = await arriveWithApp(await newPerson())
  const { page } = ada

  await test.step('adds text messages: no second sheet of backup codes, so one step fewer', async () => {
    await page.goto('/account')
    await page.getByRole('link', { name: 'Add SMS text message' }).click()
    await expectStep(page, '1 of 2', 'What’s your mobile number?')
    await giveNumber(ada)
    await typeCode(page, await ada.textedCode())
    await expectStep(page, '2 of 2', 'Your phone number is ready')
    await expect(page.getByText('we’ll still ask for the code from your app first')).toBeVisible()
    await page.getByRole('button', { name: 'Continue' }).click()
  })
  await test.step('is asked for the app first, and asks for a text message instead', async () => {
    await signOut(ada)
    await givePassword(ada)
    await expectPage(page, 'Enter the code from your app')
    await tryAnotherWay(ada, 'Send me a text message')
    await expectPage(page, 'Enter the code from your text message')
    await typeCode(page, await ada.textedCode())
    await expectSignedIn(ada)
  })
  await test.step('prefers text messages: the next one is sent by itself', async () => {
    await page.goto('/account')
    await chooseAct(page, 'More actions: SMS text message', 'Make default')
    await signOut(ada)
    await givePassword(ada)
    await expectPage(page, 'Enter the code from your text message')
    await ada.textedCode()
  })
  await test.step('still uses the app', async () => {
    await tryAnotherWay(ada, 'Use my authentication app')
    await expectPage(page, 'Enter the code from your app')
    await typeCode(page, await ada.authenticator.code())
    await expectSignedIn(ada)
  })
})

test('without the phone a backup code gets in, once, and the user learns when few are left', async ({
  newPerson,
  elsewhere,
}) => {
  const ada = await arriveWithApp(await newPerson())
  const { page } = ada
  await page.goto('/account')

  await test.step('one code, typed small and with spaces', async () => {
    await signOut(ada)
    await givePassword(ada)
    await tryAnotherWay(ada, 'Use a backup code')
    await giveBackupCode(ada, ada.backupCodes[0]?.toLowerCase().replaceAll('-', ' ') ?? '')
    await expectSignedIn(ada)
    await page.goto('/account')
    await expect(page.getByText('9 of 10 left')).toBeVisible()
    await ada.mail('A backup code was used to sign in')
  })
  await test.step('the same code again is refused', async () => {
    const again = await elsewhere(ada)
    await givePassword(again)
    await tryAnotherWay(again, 'Use a backup code')
    await giveBackupCode(again, ada.backupCodes[0] ?? '')
    await expect(again.page.getByLabel('Backup code')).toHaveAccessibleDescription(/was already used|didn’t match/)
  })
  await test.step('from three left on, it says so right after the sign-in, and on the Account page', async () => {
    for (const code of ada.backupCodes.slice(1, 6)) await spendBackupCode(await elsewhere(ada), code)
    const away = await elsewhere(ada)
    await givePassword(away)
    await tryAnotherWay(away, 'Use a backup code')
    await giveBackupCode(away, ada.backupCodes[6] ?? '')
    await expectPage(away.page, 'You have 3 backup codes left')
    await away.page.getByRole('button', { name: 'Create new codes' }).click()
    await expect(away.page.getByText('Only 3 left.')).toBeInViewport()
  })
})
