import { expectPage, expectStep } from '../acts/headings'
import { typeCode } from '../acts/say-code'
import { chooseWay, finish, saveBackupCodes, WIZARD } from '../acts/set-up'
import { givePassword, signInWithTextMessage, signOut } from '../acts/sign-in'
import { expectSignedIn, signUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'

const MINUTE = 60_000

test('a user sets up text messages with a number in national format, and is texted at every sign-in', async ({
  newPerson,
}) => {
  const grace = await newPerson('Grace Hopper')
  await signUp(grace)
  await grace.page.goto(WIZARD)
  await chooseWay(grace, 'SMS text message')
  await expectStep(grace.page, '2 of 4', 'What’s your mobile number?')

  await grace.page.getByRole('button', { name: /^Country:/ }).click()
  await grace.page.getByRole('combobox', { name: 'Search a country or code' }).fill('germ')
  await grace.page.getByRole('option', { name: 'Germany' }).click()
  const asAtHome = grace.phone.replace(/^\+49(\d{4})(\d{3})(\d+)$/, '0$1 / $2-$3')
  await grace.page.getByLabel('Mobile number').fill(asAtHome)
  await grace.page.getByRole('button', { name: 'Text me a code' }).click()
  await expectStep(grace.page, '2 of 4', 'Check your text messages')
  await expect(grace.page.getByText(new RegExp(`Sent to \\${[...grace.phone].join(' ?')}`))).toBeVisible()
  await typeCode(grace.page, await grace.textedCode())
  await saveBackupCodes(grace)
  await finish(grace)

  await signOut(grace)
  await signInWithTextMessage(grace)
})

test('a wrong number is changed, and a code that does not come is sent again after a minute', async ({
  newPerson,
  clocked,
}) => {
  const grace = await newPerson('Grace Hopper', { at: clocked })
  await signUp(grace)
  await grace.page.goto(`${WIZARD}/sms`)
  const rightNumber = grace.phone
  const wrongNumber = `${rightNumber.slice(0, -2)}${(Number(rightNumber.slice(-2)) + 1) % 100}`.padEnd(14, '0')

  await test.step('the number that was typed is still there to be changed', async () => {
    await grace.page.getByLabel('Mobile number').fill(wrongNumber)
    await grace.page.getByRole('button', { name: 'Text me a code' }).click()
    await grace.page.getByRole('link', { name: 'Change number' }).click()
    await expect(grace.page.getByLabel('Mobile number')).toHaveValue(wrongNumber)
    await grace.page.getByLabel('Mobile number').fill(rightNumber)
    await grace.page.getByRole('button', { name: 'Text me a code' }).click()
    await expectPage(grace.page, 'Check your text messages')
  })
  await test.step('the wait is counted down beside the button, and the same code comes again', async () => {
    const first = await grace.textedCode()
    await expect(grace.page.getByText('You can send again in')).toBeVisible()
    await expect(grace.page.getByRole('timer')).toHaveText(/^0:5\d$/)
    await expect(grace.page.getByRole('button', { name: 'Send again' })).toBeHidden()
    await clocked.pass(MINUTE)
    await grace.page.getByRole('button', { name: 'Send again' }).click()
    await expect(grace.page.getByRole('timer')).toHaveText(/^0:5\d$/)
    expect(await grace.textedCode()).toBe(first)
    await typeCode(grace.page, first)
    await saveBackupCodes(grace)
  })
  await test.step('at sign-in too', async () => {
    await finish(grace)
    await signOut(grace)
    await givePassword(grace)
    const first = await grace.textedCode()
    await expect(grace.page.getByRole('timer')).toHaveText(/^0:5\d$/)
    await clocked.pass(MINUTE)
    await grace.page.getByRole('button', { name: 'Send again' }).click()
    expect(await grace.textedCode()).toBe(first)
    await typeCode(grace.page, first)
    await expectSignedIn(grace)
  })
})
