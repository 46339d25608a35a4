import { expect } from '@playwright/test'
import type { Person } from '../people/person'

/** An Admin lets a member set up 2FA again, on the Security page; the dialog stays, and explains what comes next. */
export async function helpBackIn(admin: Person, slug: string, person: Person, reason: string): Promise<void> {
  const { page } = admin
  await page.goto(`/networks/${slug}/security`)
  await page.getByRole('button', { name: `Actions for ${person.name}` }).click()
  await page.getByRole('menuitem', { name: 'Help them back in' }).click()
  const dialog = page.getByRole('dialog', { name: `Help ${person.name} back in?` })
  await dialog.getByLabel('Reason').fill(reason)
  await dialog.getByRole('button', { name: 'Let them set up again' }).click()
  await expect(page.getByRole('dialog', { name: `${person.name} can set up again` })).toBeVisible()
}
