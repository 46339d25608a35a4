import { expect, type TestInfo } from '@playwright/test'
import { scanQrCode } from '../people/camera'
import type { Person } from '../people/person'
import { expectPage, expectStep } from './headings'
import { typeCode } from './say-code'

export const WIZARD = '/account/two-factor/set-up'

type Way = 'SMS text message' | 'Use an authentication app' | 'Use a passkey'

export async function chooseWay(person: Person, way: Way): Promise<void> {
  const { page } = person
  await expectPage(page, 'How should we check it’s you?')
  await page.getByRole('radio', { name: way }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** Photographs the page's QR code with the phone. */
export async function scanIntoApp(person: Person, testInfo: TestInfo): Promise<void> {
  const { page } = person
  await expectPage(page, 'Add Twinlock to your app')
  const picture = page.getByRole('img', { name: 'QR code that contains the key below' })
  await expect(picture).toBeVisible()
  await picture.scrollIntoViewIfNeeded()
  person.addToAuthenticator(await scanQrCode(page, testInfo))
}

/** Types the key that the page shows into the app: for people who cannot use a camera. */
export async function typeKeyIntoApp(person: Person): Promise<void> {
  person.addToAuthenticator((await shownKey(person)).replaceAll(' ', ''))
}

export async function shownKey(person: Person): Promise<string> {
  const { page } = person
  await expectPage(page, 'Add Twinlock to your app')
  return (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent()) ?? ''
}

/** Gives the number, and reads the code that comes. */
export async function giveNumber(person: Person, number = person.phone): Promise<void> {
  const { page } = person
  await expectPage(page, 'What’s your mobile number?')
  await page.getByLabel('Mobile number').fill(number)
  await page.getByRole('button', { name: 'Text me a code' }).click()
}

/** Lets the browser make a passkey. @param name as suggested unless given */
export async function makePasskey(person: Person, name?: string): Promise<void> {
  const { page } = person
  await expectPage(page, 'Create a passkey')
  const field = page.getByLabel('Name of this passkey')
  await expect(field).not.toHaveValue('')
  if (name !== undefined) await field.fill(name)
  await page.getByRole('button', { name: 'Create a passkey' }).click()
}

/** Reads the codes from the page, and says that they are saved. */
export async function saveBackupCodes(person: Person): Promise<void> {
  const { page } = person
  await expectStep(page, '3 of 4', 'Save your backup codes')
  person.backupCodes = await shownBackupCodes(person)
  expect(new Set(person.backupCodes).size).toBe(10)
  await page.getByRole('button', { name: 'I have saved them' }).click()
}

export async function shownBackupCodes(person: Person): Promise<string[]> {
  const codes = person.page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  return await codes.allTextContents()
}

export async function finish(person: Person): Promise<void> {
  const { page } = person
  await expectPage(page, 'Two-factor authentication is on')
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** The whole wizard with an app, from its first step. */
export async function setUpApp(person: Person, testInfo: TestInfo): Promise<void> {
  await chooseWay(person, 'Use an authentication app')
  await scanIntoApp(person, testInfo)
  await typeCode(person.page, await person.authenticator.code())
  await saveBackupCodes(person)
  await finish(person)
}

/** The whole wizard with text messages, from its first step. */
export async function setUpTextMessages(person: Person): Promise<void> {
  await chooseWay(person, 'SMS text message')
  await giveNumber(person)
  await expectPage(person.page, 'Check your text messages')
  await typeCode(person.page, await person.textedCode())
  await saveBackupCodes(person)
  await finish(person)
}
