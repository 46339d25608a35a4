import { arrive, arriveWithApp } from '../acts/arrive'
import { expectPage, expectStep } from '../acts/headings'
import { expectCodeProblem, typeCode, wrongCode } from '../acts/say-code'
import { chooseWay, giveNumber, saveBackupCodes, shownBackupCodes, typeKeyIntoApp, WIZARD } from '../acts/set-up'
import { givePassword } from '../acts/sign-in'
import { expectSignedIn, fillSignUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'

const MINUTE = 60_000

test('each field of the sign-up says what is wrong with it, and keeps what was typed', async ({ newPerson }) => {
  const ada = await newPerson()
  const { page } = ada
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill(ada.name)
  await page.getByLabel('Email').fill('ada at example')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()

  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/Enter your email address/)
  await expect(page.getByLabel('Email')).toBeFocused()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/Use at least 8 characters/)
  await expect(page.getByLabel('Your name')).toHaveValue(ada.name)

  await page.getByLabel('Password', { exact: true }).fill('password123')
  await page.getByLabel('Email').fill(ada.email)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await fillSignUp(ada)
  await expectPage(page, 'Check your email')
})

test('a wrong sign-up code is said at its field, and the right one still works, after a reload too', async ({
  newPerson,
}) => {
  const ada = await newPerson()
  await ada.page.goto('/sign-up')
  await fillSignUp(ada)
  const code = await ada.mailedCode()
  await typeCode(ada.page, wrongCode(code))
  await expectCodeProblem(ada.page, 'That code didn’t match. 4 attempts left.')
  await ada.page.reload()
  await expectPage(ada.page, 'Check your email')
  await typeCode(ada.page, code)
  await expectSignedIn(ada)
})

test('a wrong password is reported without saying whether address or password was wrong', async ({ newPerson }) => {
  const ada = await arrive(await newPerson())
  const { page } = await arrive(await newPerson('Someone Else'))
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(ada.email)
  await page.getByLabel('Password', { exact: true }).fill('not the right one')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toHaveAccessibleDescription(/That email and password don’t match/)
  await expect(password).toBeFocused()
  await expect(page.getByLabel('Email')).toHaveValue(ada.email)
})

test('set-up says what is wrong with a code: another one, a phone whose clock is off, too many', async ({
  newPerson,
}) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  const ada = await arrive(await newPerson())
  const { page } = ada
  await page.goto(`${WIZARD}/app`)
  await typeKeyIntoApp(ada)
  const right = await ada.authenticator.code()

  await typeCode(page, wrongCode(right))
  await expectCodeProblem(page, 'That code didn’t match. 4 attempts left.')
  const fast = await ada.authenticator.codeAt(new Date(Date.now() + 3 * MINUTE))
  await typeCode(page, fast)
  await expectCodeProblem(page, 'Your phone’s clock is about 3 minutes fast. Turn on automatic date and time.')
  let wrong = right
  for (const left of ['2 attempts left', '1 attempt left', 'you have no attempts left']) {
    wrong = wrongCode(wrong)
    await typeCode(page, wrong)
    await expectCodeProblem(page, left)
  }
  await typeCode(page, right)
  await expectCodeProblem(page, 'No attempts left. Go back and start again.')

  await test.step('going back and starting again leads to a new key, which works', async () => {
    const { secret } = ada.authenticator
    await page.getByRole('link', { name: 'Choose another way' }).click()
    await chooseWay(ada, 'Use an authentication app')
    await typeKeyIntoApp(ada)
    expect(ada.authenticator.secret).not.toBe(secret)
    await typeCode(page, await ada.authenticator.code())
    await expectPage(page, 'Save your backup codes')
  })
})

test('a code that was used to set up does not sign in', async ({ newPerson, elsewhere }) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  const ada = await arrive(await newPerson())
  await ada.page.goto(`${WIZARD}/app`)
  await typeKeyIntoApp(ada)
  const code = await ada.authenticator.code()
  await typeCode(ada.page, code)
  await saveBackupCodes(ada)

  const away = await elsewhere(ada)
  await givePassword(away)
  await typeCode(away.page, code)
  await expectCodeProblem(away.page, 'That code was already used. Wait for the next one.')
  await typeCode(away.page, await away.authenticator.code())
  await expectSignedIn(away)
})

test('reload and Back lose nothing in the wizard', async ({ newPerson }) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  const ada = await arrive(await newPerson())
  const { page } = ada
  await page.goto('/account')
  await page.getByRole('link', { name: 'Set up two-factor authentication' }).first().click()

  await test.step('the number is still there after looking at the other way', async () => {
    await page.getByRole('radio', { name: 'SMS text message' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Mobile number').fill(ada.phone)
    await page.goBack()
    await expectPage(page, 'How should we check it’s you?')
    await page.goForward()
    await expect(page.getByLabel('Mobile number')).toHaveValue(ada.phone)
  })
  await test.step('the text message that was sent still counts after a reload', async () => {
    await giveNumber(ada)
    await expectPage(page, 'Check your text messages')
    await page.reload()
    await expectPage(page, 'Check your text messages')
    await expect(page.getByRole('timer')).toHaveText(/^0:[345]\d$/)
    await page.goBack()
    await page.goBack()
  })
  await test.step('the key is the same after a reload', async () => {
    await expectPage(page, 'How should we check it’s you?')
    await page.getByRole('radio', { name: 'Use an authentication app' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await typeKeyIntoApp(ada)
    const { secret } = ada.authenticator
    await page.reload()
    await typeKeyIntoApp(ada)
    expect(ada.authenticator.secret).toBe(secret)
  })
  await test.step('the backup codes can be shown again after a reload', async () => {
    await typeCode(page, await ada.authenticator.code())
    await expectPage(page, 'Save your backup codes')
    await page.reload()
    await expectStep(page, '3 of 4', 'Save your backup codes')
    await page.getByRole('button', { name: 'Show my backup codes' }).click()
    expect((await shownBackupCodes(ada)).length).toBe(10)
    await expect(page.getByRole('list', { name: 'Backup codes' })).toBeFocused()
  })
  await test.step('Back does not lead into the finished set-up', async () => {
    await page.getByRole('button', { name: 'I have saved them' }).click()
    await expectPage(page, 'Two-factor authentication is on')
    await page.goBack()
    await expectPage(page, 'How should we check it’s you?')
  })
})

test('an expired step says so, and how to go on', async ({ newPerson, clocked }) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  const ada = await arrive(await newPerson('Ada Byron', { at: clocked }))
  const { page } = ada

  await test.step('a texted code after ten minutes', async () => {
    await page.goto(`${WIZARD}/sms`)
    await giveNumber(ada)
    await expectPage(page, 'Check your text messages')
    const code = await ada.textedCode()
    await clocked.pass(10 * MINUTE)
    await typeCode(page, code)
    await expectCodeProblem(page, 'This code has expired.')
  })
  await test.step('a key after an hour', async () => {
    const late = await arrive(await newPerson('Late Riser', { at: clocked }))
    await late.page.goto(`${WIZARD}/app`)
    await typeKeyIntoApp(late)
    await clocked.pass(61 * MINUTE)
    await typeCode(late.page, await late.authenticator.code())
    await expectCodeProblem(late.page, 'This QR code has expired. Create a new one and scan that.')
  })
})

test('a sign-in that runs out of time warns two minutes before, and one key gives more', async ({
  newPerson,
  clocked,
}) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  const ada = await arriveWithApp(await newPerson('Ada Byron', { at: clocked }))
  const { page } = ada
  await ada.context.clearCookies()
  await givePassword(ada)
  await expectPage(page, 'Enter the code from your app')
  await clocked.pass(8.5 * MINUTE)
  await expectPage(page, 'Enter the code from your app')
  await expect(page.getByRole('dialog', { name: 'Do you need more time?' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await clocked.pass(5 * MINUTE)
  await typeCode(page, await ada.authenticator.code())
  await expectSignedIn(ada)
})

test('a sign-in that has run out of time starts again, and says why', async ({ newPerson, clocked }) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  const ada = await arriveWithApp(await newPerson('Ada Byron', { at: clocked }))
  const { page } = ada
  await ada.context.clearCookies()
  await givePassword(ada)
  await expectPage(page, 'Enter the code from your app')
  await clocked.pass(11 * MINUTE)
  await expectPage(page, 'Sign in')
  await expect(page.getByText('That sign-in took too long and expired. Please start again.')).toBeVisible()
})
