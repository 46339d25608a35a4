import { expect } from '@playwright/test'
import type { Person } from '../people/person'
import { expectPage } from './headings'
import { typeCode } from './say-code'

/** From the landing page to a signed-in account, by the code in the email. */
export async function signUp(person: Person): Promise<void> {
  const { page } = person
  await page.goto('/')
  await page.getByRole('link', { name: 'Create a network' }).first().click()
  await fillSignUp(person)
  await expectPage(page, 'Check your email')
  await typeCode(page, await person.mailedCode())
  await expectSignedIn(person)
}

export async function fillSignUp(person: Person): Promise<void> {
  const { page } = person
  await expectPage(page, 'Create your account')
  await page.getByLabel('Your name').fill(person.name)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
}

export async function expectSignedIn(person: Person): Promise<void> {
  await expect(person.page.getByRole('button', { name: `Your account: ${person.name}` })).toBeVisible()
}
