import { expect } from '@playwright/test'
import type { Person } from '../people/person'
import type { IdentityProvider } from '../servers/start-identity-provider'
import { expectPage } from './headings'
import { givePassword } from './sign-in'

/** An Admin sets company sign-in up on the Security page, and tries it out. */
export async function setUpCompanySignIn(admin: Person, slug: string, provider: IdentityProvider): Promise<void> {
  const { page } = admin
  await page.goto(`/networks/${slug}/security`)
  await page.getByRole('link', { name: 'Company sign-in (SSO)' }).click()
  await page.getByRole('button', { name: 'Set up company sign-in' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set up company sign-in' })
  await dialog.getByLabel('Issuer').fill(provider.issuer)
  await dialog.getByLabel('Client ID').fill(provider.client.id)
  await dialog.getByLabel('Client secret').fill(provider.client.secret)
  await dialog.getByRole('button', { name: 'Save and check' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Test sign-in' }).click()
  await chooseAtProvider(admin)
  await expect(page.getByText('Result of your test').first()).toBeVisible()
}

/** At the provider's own page, which asks for no password in these tests. */
export async function chooseAtProvider(person: Person): Promise<void> {
  await expectPage(person.page, 'Who are you?')
  await person.page.getByRole('button', { name: person.name }).click()
}

/** From the sign-in page, by the network's address, to the provider. */
export async function goToCompanySignIn(person: Person, slug: string): Promise<void> {
  const { page } = person
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Use company sign-in' }).click()
  await page.getByLabel('Network address or work email').fill(slug)
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** The first time: the account's own sign-in says whose the company sign-in is. */
export async function linkCompanySignIn(person: Person, network: string): Promise<void> {
  const { page } = person
  await expectPage(page, `Link your company sign-in to ${network}`)
  await page.getByRole('link', { name: 'Sign in with my password' }).click()
  await expectPage(page, 'Sign in')
  await givePassword(person)
  await page.getByRole('button', { name: 'Yes, link them' }).click()
}
