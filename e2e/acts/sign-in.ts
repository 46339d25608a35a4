import type { Person } from '../people/person'
import { expectPage } from './headings'
import { typeCode } from './say-code'
import { expectSignedIn } from './sign-up'

export async function signOut(person: Person): Promise<void> {
  const { page } = person
  await page.getByRole('button', { name: `Your account: ${person.name}` }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expectPage(page, 'Sign in')
}

/** The first step alone. */
export async function givePassword(person: Person, password = person.password): Promise<void> {
  const { page } = person
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Both steps, wherever they lead. */
export async function giveAppCode(person: Person): Promise<void> {
  await givePassword(person)
  await expectPage(person.page, 'Enter the code from your app')
  await typeCode(person.page, await person.authenticator.code())
}

export async function signInWithApp(person: Person): Promise<void> {
  await giveAppCode(person)
  await expectSignedIn(person)
}

export async function signInWithTextMessage(person: Person): Promise<void> {
  await givePassword(person)
  await expectPage(person.page, 'Enter the code from your text message')
  await typeCode(person.page, await person.textedCode())
  await expectSignedIn(person)
}

/** At the second step: the list of the other ways, and one of them. */
export async function tryAnotherWay(person: Person, way: string): Promise<void> {
  const { page } = person
  await page.getByRole('button', { name: 'Try another way' }).click()
  await expectPage(page, 'How else can we check it’s you?')
  await page.getByRole('button', { name: way }).click()
}

export async function giveBackupCode(person: Person, code: string): Promise<void> {
  const { page } = person
  await expectPage(page, 'Enter a backup code')
  await page.getByLabel('Backup code').fill(code)
  await page.getByRole('button', { name: 'Verify code' }).click()
}
