import type { Person } from '../people/person'
import { expectPage } from './headings'

/** Creates a network that this person then owns. @returns its address */
export async function ownNetwork({ page, phone }: Person): Promise<string> {
  const slug = `acme-${phone.slice(-7)}`
  await page.goto('/networks/new')
  await page.getByLabel('Name').fill('Acme')
  await page.getByLabel('Address').fill(slug)
  await page.getByRole('button', { name: 'Create network' }).click()
  await expectPage(page, 'Acme')
  return slug
}
